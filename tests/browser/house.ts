/**
 * A house of one's own for a test: a server of the demo over a new store, and the mail relay and the gateway for text messages that it
 * sends through, both real and on this machine. What arrives there can be read.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer as createGateway } from 'node:http';
import { createServer as createRelay, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from '@playwright/test';
import { expect, test as base } from './fixtures';

interface Mail {
  to: string[];
  /** As a person reads it: unfolded and decoded. */
  text: string;
}

interface Text {
  to: string;
  text: string;
}

export interface House {
  /** A page of somebody's own device. */
  page: (device: BrowserContextOptions) => Promise<Page>;
  /** What the relay took. */
  mails: Mail[];
  /** What the gateway took. */
  texts: Text[];
}

const TOKEN = 'parola';

export const test = base.extend<{ house: House }>({
  house: async ({ browser }, use) => {
    const executable = process.env.CASSETTO_SERVER;
    if (!executable) throw new Error('CASSETTO_SERVER names no server: run `cargo xtask test --only browser`, or set it to an executable.');
    const [mails, texts]: [Mail[], Text[]] = [[], []];
    const [relay, gateway] = [takesMail(mails), takesTexts(texts)];
    const data = mkdtempSync(join(tmpdir(), 'cassetto-house-'));
    const server = spawn(executable, ['serve', '--demo', '--listen', '127.0.0.1:0', '--data', data], {
      env: {
        ...process.env,
        CASSETTO__MAIL__SMTP__HOST: '127.0.0.1',
        CASSETTO__MAIL__SMTP__PORT: String(await port(relay)),
        CASSETTO__MAIL__SMTP__SAFETY: 'none',
        CASSETTO__SMS__URL: `http://127.0.0.1:${await port(gateway)}/messages`,
        CASSETTO__SMS__HOSTS: "['127.0.0.1']",
        CASSETTO__SMS__TOKEN: TOKEN,
      },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const errors: string[] = [];
    const contexts: { close: () => Promise<void> }[] = [];
    try {
      const baseURL = await listening(server);
      const page = async (device: BrowserContextOptions): Promise<Page> => {
        const context = await browser.newContext({ baseURL, timezoneId: 'Europe/Rome', reducedMotion: 'reduce', ...device });
        contexts.push(context);
        context.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
        context.on('weberror', (error) => errors.push(String(error.error())));
        return context.newPage();
      };
      await use({ page, mails, texts });
    } finally {
      for (const context of contexts) await context.close();
      server.kill();
      relay.close();
      gateway.close();
      rmSync(data, { recursive: true, force: true });
    }
    expect(errors, 'errors in the console').toEqual([]);
  },
});

export { expect };

/** The port on which a server listens. */
async function port(server: Server): Promise<number> {
  if (!server.listening) await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}

/** The address at which the server says that it listens. */
function listening(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout?.on('data', (piece) => {
      said += piece;
      const found = /listening on (\S+)\n/.exec(said);
      if (found?.[1]) resolve(found[1]);
    });
    server.on('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
}

/** A mail relay: as much of SMTP as it takes to be handed a mail. */
function takesMail(mails: Mail[]): Server {
  return createRelay((socket: Socket) => {
    let [heard, data]: [string, string[] | undefined] = ['', undefined];
    let to: string[] = [];
    const say = (line: string) => socket.write(`${line}\r\n`);
    const take = (line: string) => {
      if (data && line !== '.') return void data.push(line.replace(/^\./, ''));
      if (data) {
        mails.push({ to, text: readable(data.join('\n')) });
        [data, to] = [undefined, []];
        return say('250 taken');
      }
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'DATA') {
        data = [];
        return say('354 go on');
      }
      if (verb === 'RCPT') to.push(/<(.*)>/.exec(line)?.[1] ?? line);
      if (verb === 'QUIT') return socket.end('221 bye\r\n');
      return say('250 well');
    };
    socket.setEncoding('utf8').on('data', (piece) => {
      heard += piece;
      for (let end = heard.indexOf('\r\n'); end >= 0; end = heard.indexOf('\r\n')) {
        const line = heard.slice(0, end);
        heard = heard.slice(end + 2);
        take(line);
      }
    });
    socket.on('error', () => socket.destroy());
    say('220 a relay');
  });
}

/** A mail with its encodings undone, as far as ours go: quoted-printable, Base64 and encoded words. */
function readable(mail: string): string {
  const bytes = (text: string) => Buffer.from(text.replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))), 'latin1');
  const words = mail
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?b\?([^?]*)\?=/gi, (_, word) => Buffer.from(word, 'base64').toString())
    .replace(/=\?utf-8\?q\?([^?]*)\?=/gi, (_, word) => bytes(word.replaceAll('_', ' ')).toString());
  return words
    .replace(/(?<=\n\n)(?:[A-Za-z0-9+/]{4,76}\n?)+={0,2}(?=\n|$)/g, (block) => Buffer.from(block, 'base64').toString())
    .replace(/=\n/g, '')
    .replace(/(?:=[0-9A-F]{2})+/g, (run) => bytes(run).toString());
}

/** The gateway that the operations guide describes. */
function takesTexts(texts: Text[]): Server {
  return createGateway((request, response) => {
    let body = '';
    request.on('data', (piece) => (body += piece));
    request.on('end', () => {
      const known = request.method === 'POST' && request.headers.authorization === `Bearer ${TOKEN}`;
      if (known) texts.push(JSON.parse(body));
      response.writeHead(known ? 202 : 401).end();
    });
  });
}

// Keeps the style sheets and the app together: no style without an element, no colour outside of tokens.css.
import test from 'node:test'
import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
const parts = readdirSync(join(here, 'parts')).map(name => ({ name, css: readFileSync(join(here, 'parts', name), 'utf8') }))
const sources = readdirSync(join(here, '../src'), { recursive: true })
  .filter(name => name.endsWith('.rs'))
  .map(name => readFileSync(join(here, '../src', name), 'utf8'))
const markup = [readFileSync(join(here, '../../index.html'), 'utf8'), ...sources].join('\n')

test('every class that is styled is used', () => {
  // utilities.css is an offer to the screens.
  for (const { name, css } of parts.filter(part => part.name !== 'utilities.css')) {
    const rules = css.replaceAll(/\/\*.*?\*\//gs, '')
    for (const [, word] of rules.matchAll(/\.([a-z][\w-]*)/g)) {
      assert.ok(new RegExp(`["' ]${word}["' ]`).test(markup), `${name}: .${word}`)
    }
  }
})

test('no colour stands outside of tokens.css', () => {
  for (const { name, css } of parts) {
    assert.deepEqual(css.match(/#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/gi) ?? [], [], name)
  }
})

test('every token that is used exists', () => {
  const known = new Set([...readFileSync(join(here, 'tokens.css'), 'utf8').matchAll(/--([\w-]+):/g)].map(found => found[1]))
  for (const { name, css } of parts) {
    const own = new Set([...css.matchAll(/--([\w-]+):/g)].map(found => found[1]))
    for (const [, token] of css.matchAll(/var\(--([\w-]+)/g)) {
      assert.ok(known.has(token) || own.has(token) || ['fill', 'edge', 'ink', 'ground'].includes(token), `${name}: --${token}`)
    }
  }
})

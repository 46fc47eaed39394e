// The service worker: the app opens without a network, and a new version is taken only when the person agrees.
//
// Packing replaces the version and the list of files. Versions come and go whole: each has its own cache. A build of this
// file with the version `off` is the kill switch: it empties every cache and takes itself away.

const VERSION = '__VERSION__'
const FILES = /*PRECACHE*/[]

/** The addresses of the first screens, and what those of the dialogue and of the tools begin with, as shared/src/entrance.rs has them. */
const ENTRANCE = ['/', '/entra', '/oggi']
const DIALOGUE = ['richieste', 'coda', 'protocollo', 'sede', 'statistiche']
const DIALOGUE_TOOLS = ['moduli', 'insieme', 'scrivi', 'richiesta-multipla']
const TOOLS = ['strumenti', 'importa', 'verifica', 'amministrazione', '_ui']
const PREFIX = 'cassetto-'
const CACHE = PREFIX + VERSION
/** How long a page waits for the network before the kept shell is shown, in milliseconds. */
const PATIENCE = 3000
/** Names with a hash of their content: they never change. Trunk drops the zeros a hash starts with. */
const HASHED = /-[0-9a-f]{12,16}(_bg)?\.(?:js|wasm|css|woff2)$/

self.addEventListener('install', event => {
  if (VERSION === 'off') return self.skipWaiting()
  event.waitUntil(install())
})

self.addEventListener('activate', event => {
  event.waitUntil(VERSION === 'off' ? retire() : activate())
})

self.addEventListener('message', event => {
  if (event.data === 'skip-waiting') self.skipWaiting()
})

self.addEventListener('fetch', event => {
  const { request } = event
  const url = new URL(request.url)
  if (VERSION === 'off' || request.method !== 'GET' || url.origin !== self.location.origin) return
  // Private data are never kept here.
  if (url.pathname.startsWith('/api/')) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (HASHED.test(url.pathname) || FILES.includes(url.pathname)) event.respondWith(kept(request))
})

/** Takes every file of this version, or fails as a whole and is tried again at the next visit. */
async function install() {
  const cache = await caches.open(CACHE)
  await Promise.all(FILES.map(async path => {
    // A file under its hash may come from the browser's cache; the others must be fresh.
    const response = await reuse(path) ?? await fetch(path, { cache: HASHED.test(path) ? 'default' : 'reload' })
    if (!response.ok || response.redirected) throw new Error(`${path}: ${response.status}`)
    await cache.put(path, response)
  }))
  if (self.registration.active) await tell('update-ready')
}

/** A hashed file that the version before has already. */
async function reuse(path) {
  return HASHED.test(path) ? caches.match(path) : undefined
}

/** Drops the caches of the versions before. */
async function activate() {
  const names = await caches.keys()
  await Promise.all(names.filter(name => name.startsWith(PREFIX) && name !== CACHE).map(name => caches.delete(name)))
  await self.clients.claim()
}

/** The kill switch: nothing kept, nobody controlled. */
async function retire() {
  const names = await caches.keys()
  await Promise.all(names.filter(name => name.startsWith(PREFIX)).map(name => caches.delete(name)))
  await self.registration.unregister()
}

/** Sends a word to every open page, controlled already or not. */
async function tell(word) {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  for (const open of pages) open.postMessage(word)
}

/** A page: what the network says in time, else the kept document, which draws the same address. */
async function page(request) {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), PATIENCE)
  try {
    const response = await fetch(request.url, { signal: late.signal, credentials: 'same-origin', redirect: 'manual', headers: { accept: 'text/html' } })
    // A server that fails is no reason to lose the app: it can say more than a bare error page.
    return response.status >= 500 ? await shell(request) ?? response : response
  } catch {
    return await shell(request) ?? Response.error()
  } finally {
    clearTimeout(timer)
  }
}

/** The kept document of an address, of this version. */
async function shell(request) {
  const cache = await caches.open(CACHE)
  const path = new URL(request.url).pathname
  if (ENTRANCE.includes(path)) return cache.match('/index.html')
  const [, word, tool] = path.split('/')
  if (DIALOGUE.includes(word) || (word === 'strumenti' && DIALOGUE_TOOLS.includes(tool))) return cache.match('/dialogue.html')
  return cache.match(TOOLS.includes(word) ? '/tools.html' : '/app.html')
}

/** A file that does not change: the kept one first. */
async function kept(request) {
  const found = await caches.match(request, { cacheName: CACHE, ignoreVary: true }) ?? await caches.match(request, { ignoreVary: true })
  if (found) return found
  const response = await fetch(request)
  if (response.ok && HASHED.test(new URL(request.url).pathname)) {
    const cache = await caches.open(CACHE)
    await cache.put(request, response.clone())
  }
  return response
}

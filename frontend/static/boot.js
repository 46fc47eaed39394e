// Runs before the first paint, inlined into the page: what cannot wait for the app. The same for everybody, so that its hash can
// stand in the content security policy.
(() => {
  const root = document.documentElement
  const recall = key => { try { return localStorage.getItem(key) } catch { return null } }

  // The choices of this device, as i18n.rs and theme.rs keep them; and the language of whoever is signed in, as session.rs does.
  const ours = tag => ['it', 'en', 'de'].find(code => String(tag).toLowerCase().startsWith(code))
  const lang = ours(recall('cassetto.lang')) ?? ours(recall('cassetto.signed')) ?? (navigator.languages ?? []).map(ours).find(Boolean) ?? 'it'
  root.lang = lang
  const theme = recall('cassetto.theme')
  if (theme === 'light' || theme === 'dark') {
    root.dataset.theme = theme
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) meta.content = theme === 'dark' ? '#00173d' : '#ffffff'
  }
  if (recall('cassetto.spacing')) root.dataset.spacing = recall('cassetto.spacing')
  // Whoever was signed in here sees the bones of the first page, not the welcome.
  if (recall('cassetto.signed')) root.dataset.signed = ''
  // focus.rs puts the scroll back itself, when the page is there to be scrolled. A document that is left keeps it in its history.
  history.scrollRestoration = 'manual'
  addEventListener('pagehide', () => history.replaceState(scrollY, ''))
  // A link of the app (router.rs) or the way back led here: focus.rs moves the focus to the heading, as within one document.
  const tab = change => { try { return change(sessionStorage) } catch { return null } }
  window.cassettoLed = tab(kept => kept.getItem('cassetto.led')) !== null || performance.getEntriesByType('navigation')[0]?.type === 'back_forward'
  tab(kept => kept.removeItem('cassetto.led'))
  // A page that the browser kept whole would show what somebody saw who is signed out by now: it is loaded again.
  addEventListener('pageshow', event => {
    if (!event.persisted) return
    root.hidden = true
    tab(kept => kept.setItem('cassetto.led', ''))
    location.reload()
  })

  // Who is signed in, asked while the app is still on its way; the app takes the answer, or asks again after null.
  window.cassettoSession = fetch('/api/v1/session/who', { headers: { accept: 'application/json' } }).catch(() => null)

  // The app did not start: say so instead of showing an empty shell for ever.
  let started = false
  const fail = () => {
    if (started) return
    const show = () => { document.getElementById('boot-failure')?.removeAttribute('hidden') }
    document.readyState === 'loading' ? addEventListener('DOMContentLoaded', show) : show()
  }
  if (typeof WebAssembly === 'undefined') fail()
  addEventListener('error', event => { if (event instanceof ErrorEvent) fail() })
  addEventListener('unhandledrejection', fail)

  // The app itself, which packing names here. It is fetched once the first words are on the screen, or nobody looks at them: its
  // hundreds of kilobytes take nothing from the first paint, and wait for it no longer than that.
  const APP = /*APP*/null
  const painted = new Promise(done => {
    if (document.hidden || !window.PerformanceObserver?.supportedEntryTypes?.includes('paint')) return done()
    new PerformanceObserver(list => { if (list.getEntriesByName('first-contentful-paint').length) done() }).observe({ type: 'paint', buffered: true })
    setTimeout(done, 1000)
  })
  painted.then(async () => {
    const wasm = fetch(APP.wasm)
    const { default: init } = await import(APP.js)
    await init({ module_or_path: wasm })
    started = true
    dispatchEvent(new CustomEvent('cassetto-started'))
  }).catch(fail)

  // Once the first screen is there and idle, or is late: what is needed only later, so that it takes nothing from it.
  const once = (name, patience) => new Promise(done => {
    addEventListener(name, done, { once: true })
    if (patience) setTimeout(done, patience)
  })
  const idle = Promise.all([once('load'), once('cassetto-started', 10_000)])
    .then(() => new Promise(done => { window.requestIdleCallback?.(done, { timeout: 3000 }) ?? setTimeout(done, 500) }))

  // The files of the whole app, which packing names here in the document of the entrance: the next tap finds them in the cache.
  const LATER = /*LATER*/[]
  idle.then(() => {
    for (const href of LATER) document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href }))
  })

  // The scripts of workers, the only ones that the content security policy lets be named while the page runs.
  const SCRIPTS = ['/sw.js', '/preflight.js']
  const policy = window.trustedTypes?.createPolicy('cassetto', { createScriptURL: url => (SCRIPTS.includes(url) ? url : '') })
  const script = url => policy?.createScriptURL(url) ?? url
  // The worker that checks a file before it is sent, as the app asks for it.
  window.cassettoPreflight = () => new Worker(script('/preflight.js'), { type: 'module' })

  // The service worker keeps the app for later, and says when a new version is ready: the app asks before it takes over,
  // so that nothing being written is lost.
  if (!('serviceWorker' in navigator) || !isSecureContext) return
  const workers = navigator.serviceWorker
  let waiting = null
  window.cassettoUpdateReady = false
  window.cassettoUpdate = () => {
    workers.addEventListener('controllerchange', () => location.reload(), { once: true })
    waiting?.postMessage('skip-waiting')
  }
  const ready = worker => {
    waiting = worker
    window.cassettoUpdateReady = true
    dispatchEvent(new CustomEvent('cassetto-update-ready'))
  }
  workers.addEventListener('message', event => { if (event.data === 'update-ready' && event.source) ready(event.source) })
  idle.then(async () => {
    try {
      const registration = await workers.register(script('/sw.js'))
      if (registration.waiting && workers.controller) ready(registration.waiting)
    } catch { /* Without it everything works, online only. */ }
  })
})()

// The worker that checks a file before it is sent: beside the page, so that the page goes on answering. Packing names its files here.
const CHECKER = /*CHECKER*/null
try {
  const wasm = fetch(CHECKER.wasm)
  const { default: init } = await import(CHECKER.js)
  await init({ module_or_path: wasm })
} catch {
  postMessage(['failed', null])
}

// Joins the parts of the look into two files: shell.css, inlined into index.html, and app.css, cached under its hash.
import { bundle } from 'lightningcss'
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// The oldest engines that run the app: WebAssembly under a content security policy, container queries, :has().
const version = (major, minor = 0) => (major << 16) | (minor << 8)
const targets = { chrome: version(111), edge: version(111), firefox: version(121), safari: version(16, 4), ios_saf: version(16, 4) }

const folder = fileURLToPath(new URL('.', import.meta.url))
mkdirSync(`${folder}dist`, { recursive: true })
for (const entry of ['shell', 'app']) {
  const { code, warnings } = bundle({ filename: `${folder}${entry}.css`, minify: true, targets })
  if (warnings.length > 0) throw new Error(warnings.map(warning => warning.message).join('\n'))
  writeFileSync(`${folder}dist/${entry}.css`, code)
}

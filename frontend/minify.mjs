// Makes the script between the browser and the app small: as wasm-bindgen writes it, half of it is comments and long names.
// Called by trunk (Trunk.toml) before what it built is put in place.
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { minify } from 'terser'

const folder = process.env.TRUNK_STAGING_DIR
for (const name of await readdir(folder)) {
  if (!/^cassetto-.*\.js$/.test(name)) continue
  const file = join(folder, name)
  const { code } = await minify(await readFile(file, 'utf8'), { module: true, ecma: 2022, compress: { passes: 2 } })
  await writeFile(file, code)
}

// Holds the tokens to WCAG 2.2: words 4.5:1, edges of controls and bars of pictures 3:1, in both schemes.
import test from 'node:test'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')
const tokens = Object.fromEntries(
  [...css.matchAll(/--([\w-]+):\s*(?:light-dark\((#\w{6}),\s*(#\w{6})\)|(#\w{6}));/g)]
    .map(([, name, light, dark, both]) => [name, { light: light ?? both, dark: dark ?? both }]))

const WORDS = 4.5
const SHAPES = 3

/** Every pair the style sheets put together: words or shapes, on which grounds, how far apart. */
const PAIRS = [
  [['text', 'strong', 'muted', 'title', 'link'], ['page', 'surface', 'sunken', 'bar', 'hover'], WORDS],
  [['primary'], ['surface', 'sunken', 'bar'], WORDS],
  [['on-brand', 'on-brand-muted'], ['brand', 'brand-well'], WORDS],
  [['on-primary'], ['primary', 'primary-hover', 'primary-pressed'], WORDS],
  [['on-secondary'], ['secondary', 'secondary-hover'], WORDS],
  [['on-danger'], ['danger', 'danger-hover'], WORDS],
  [['danger', 'on-green'], ['surface'], WORDS],
  [['on-disabled'], ['disabled'], WORDS],
  [['on-alert-fill'], ['alert-fill'], WORDS],
  ...['grey', 'blue', 'green', 'orange', 'red'].map(tone => [[`on-${tone}`], [tone], WORDS]),
  [['bar-icon'], ['bar', 'surface', 'sunken'], SHAPES],
  [['control-line'], ['surface'], SHAPES],
  [['focus'], ['page', 'surface', 'sunken', 'bar'], SHAPES],
  [['chart-due-line', 'chart-paid', 'chart-missing', 'shade-1', 'shade-2', 'shade-3', 'shade-4'], ['surface'], SHAPES],
]

const luminance = colour => {
  const [red, green, blue] = [1, 3, 5].map(start => {
    const share = parseInt(colour.slice(start, start + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (one, other) => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

for (const scheme of ['light', 'dark']) {
  test(`every pair of the ${scheme} scheme can be read`, () => {
    for (const [fronts, grounds, floor] of PAIRS) {
      for (const front of fronts) for (const ground of grounds) {
        assert.ok(tokens[front] && tokens[ground], `no token ${front} or ${ground}`)
        const ratio = contrast(tokens[front][scheme], tokens[ground][scheme])
        assert.ok(ratio >= floor, `--${front} on --${ground}: ${ratio.toFixed(2)}, wanted ${floor}`)
      }
    }
  })
}

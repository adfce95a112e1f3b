// @ts-check
// What must not be in the built extension: code from text, code from elsewhere, maps, weak randomness.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './source-files.mjs'

/** @type {readonly {pattern: RegExp, what: string, only?: RegExp}[]} */
const FORBIDDEN = [
  { pattern: /\beval\s*\(/, what: 'eval' },
  { pattern: /\bnew\s+Function\b|[^.\w]Function\s*\(\s*["'`]/, what: 'a function made from text' },
  { pattern: /\bimport\s*\(\s*["'`]https?:/, what: 'a script from elsewhere' },
  {
    pattern: /\bimportScripts\b(?!\?\.\(\w+\?\.createScriptURL\(\w+\)\))/,
    what: 'importScripts of anything but our own further scripts',
  },
  {
    pattern:
      /\bcreatePolicy\b(?!\(`sotto-scripts`,\{createScriptURL:(\w+)=>\1===`argon2`\?`argon2\.js`:`words\.js`\}\))/,
    what: 'a Trusted Types policy of another kind',
    only: /^(background|words|argon2)\.js$/,
  },
  { pattern: /["'`]https?:\/\/[^"'`\s]+\.m?js(\?[^"'`]*)?["'`]/, what: 'the address of a remote script' },
  {
    pattern: /<(script|link|img)\b[^>]*\b(src|href)="(https?:)?\/\//,
    what: 'something a page loads from elsewhere',
  },
  { pattern: /<script\b(?![^>]*\bsrc=)/, what: 'an inline script, which the CSP refuses', only: /\.html$/ },
  { pattern: /[#@]\s*sourceMappingURL=/, what: 'a source map' },
  { pattern: /\bMath\.random\b/, what: 'Math.random', only: /^(background|relay|provider)\.js$/ },
]

/** @returns {Promise<{problems: string[], note: string}>} */
export async function checkBundles() {
  const dist = join(root, 'dist')
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  const texts = files.filter((name) => /\.(js|html|css)$/.test(name))
  const problems = texts.flatMap((name) => forbiddenContent(name, readFileSync(join(dist, name), 'utf8')))
  const maps = files.filter((name) => name.endsWith('.map')).map((name) => `dist/${name}: a source map`)
  return { problems: [...problems, ...maps], note: `${texts.length} files` }
}

/**
 * @param {string} name path inside dist
 * @param {string} text
 * @returns {string[]}
 */
export function forbiddenContent(name, text) {
  return FORBIDDEN.filter(
    ({ only, pattern }) => (only === undefined || only.test(name)) && pattern.test(text),
  ).map(({ what }) => `dist/${name}: contains ${what}`)
}

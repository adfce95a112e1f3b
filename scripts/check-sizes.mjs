// @ts-check
// The sizes we promise, gzipped, as a person's browser gets them.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync, gzipSync } from 'node:zlib'
import { firstScreenScripts } from './first-screen.mjs'
import { root } from './source-files.mjs'

/** Bytes; 1 kB is 1,000. */
export const BUDGETS = {
  'provider.js': 6_000,
  'relay.js': 3_000,
  /** What every start of the worker reads. */
  'background.js': 130_000,
  /** Read besides when something is to be put into words for the person. */
  'words.js': 50_000,
  /** Read besides when a password is to be tried. */
  'argon2.js': 12_000,
  'popup, first screen': 110_000,
  'packed extension': 700_000,
}

/** @returns {Promise<{problems: string[], note: string, table: string[]}>} */
export async function checkSizes() {
  const sizes = measureSizes(join(root, 'dist'))
  const rows = Object.entries(BUDGETS).map(([name, budget]) => ({
    name,
    budget,
    size: sizes[name] ?? Number.NaN,
  }))
  return {
    problems: rows
      .filter(({ size, budget }) => !(size <= budget))
      .map((row) => `over budget: ${sizeLine(row)}`),
    note: `${rows.length} budgets`,
    table: rows.map(sizeLine),
  }
}

/**
 * @param {string} dist
 * @returns {Record<string, number>} in bytes
 */
export function measureSizes(dist) {
  const read = (/** @type {string} */ name) => readFileSync(join(dist, name))
  const gzip = (/** @type {Buffer} */ bytes) => gzipSync(bytes, { level: 9 }).length
  const popup = firstScreenScripts('popup.html', (name) => read(name).toString('utf8'))
  return {
    'provider.js': gzip(read('provider.js')),
    'relay.js': gzip(read('relay.js')),
    'background.js': gzip(read('background.js')),
    'words.js': gzip(read('words.js')),
    'argon2.js': gzip(read('argon2.js')),
    'popup, first screen': popup.reduce((sum, name) => sum + gzip(read(name)), 0),
    'packed extension': packedSize(dist),
  }
}

/** What a zip of the folder takes: each file deflated, its two headers, the end record. @param {string} dist */
function packedSize(dist) {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.reduce((sum, entry) => {
    const path = join(entry.parentPath, entry.name)
    const packed = deflateRawSync(readFileSync(path), { level: 9 }).length
    return sum + packed + 30 + 46 + 2 * (path.length - dist.length - 1)
  }, 22)
}

/** @param {{name: string, size: number, budget: number}} row */
function sizeLine({ name, size, budget }) {
  const kilo = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(9)
  return `${name.padEnd(20)} ${kilo(size)} of ${kilo(budget)}  ${Math.round((100 * size) / budget)} %`
}

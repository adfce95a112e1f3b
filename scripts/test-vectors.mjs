// @ts-check
// Runs every published test vector of a folder through this repository's own functions: npm run test:vectors -- FOLDER
// Nothing is skipped: a file that no runner knows is a failure.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { isMain } from './is-main.mjs'
import { runAead, runCmac, runSiv } from './vectors/aes-siv.mjs'
import { runArgon2 } from './vectors/argon2.mjs'
import { runBech32 } from './vectors/bech32.mjs'
import { runBip32 } from './vectors/bip32.mjs'
import { runBip39 } from './vectors/bip39.mjs'
import { runX25519 } from './vectors/x25519.mjs'

/** @typedef {{name: string, run: () => unknown}} Case */
/** @typedef {{kind: string, cases: (data: any) => Case[] | Promise<Case[]>}} Runner */

/**
 * What kind of vectors a file holds, by what is in it; undefined when nothing here knows it.
 * @param {any} data
 * @returns {Runner | undefined}
 */
function recognise(data) {
  const example = data['examples:A<O>']?.[0]
  if (example?.['tag:d16'] !== undefined) return { kind: 'AES-CMAC', cases: runCmac }
  if (example?.['alg:s'] !== undefined) return { kind: 'AES-SIV with nonces', cases: runAead }
  if (example?.['ad:A<d16>'] !== undefined) return { kind: 'AES-SIV', cases: runSiv }
  if (data.vectors?.[0]?.ad !== undefined) return { kind: 'AES-SIV', cases: runSiv }
  if (data.scalarMult !== undefined) return { kind: 'X25519', cases: runX25519 }
  if (data.bech32m !== undefined) return { kind: 'bech32 and bech32m', cases: runBech32 }
  if (data.invalid?.fromBase58 !== undefined) return { kind: 'BIP-32', cases: runBip32 }
  if (data.english?.[0]?.length === 4) return { kind: 'BIP-39', cases: runBip39 }
  if (Array.isArray(data) && data.length === 90) return { kind: 'Argon2', cases: runArgon2 }
  return undefined
}

/**
 * @param {string} path
 * @returns {Promise<{note: string, cases: Case[]}>}
 */
async function casesOf(path) {
  const text = readFileSync(path, 'utf8')
  const name = basename(path)
  if (/^(COMMIT|README\.md|LICENSE.*)$/.test(name)) return { note: origin(name, text), cases: [] }
  const runner = recognise(JSON.parse(text))
  if (runner === undefined) throw new Error('no runner knows this kind of file')
  const cases = await runner.cases(JSON.parse(text))
  if (cases.length === 0) throw new Error('there is no case in it')
  return { note: runner.kind, cases }
}

/**
 * The files that say where the vectors beside them come from: nothing to run, but they must say it.
 * @param {string} name
 * @param {string} text
 */
function origin(name, text) {
  const wanted = name === 'COMMIT' ? /^[0-9a-f]{40}\s*$/ : /\S/
  if (!wanted.test(text)) throw new Error('this does not say where the vectors come from')
  return 'where the vectors come from'
}

/**
 * Runs one file's cases and prints one line for it, and one for each failure.
 * @param {string} path
 * @param {string} shown
 */
async function runFile(path, shown) {
  /** @type {string[]} */
  const failures = []
  let passed = 0
  let note = ''
  try {
    const file = await casesOf(path)
    note = file.note
    for (const { name, run } of file.cases) {
      try {
        await run()
        passed += 1
      } catch (error) {
        failures.push(`${name}: ${messageOf(error)}`)
      }
    }
  } catch (error) {
    failures.push(messageOf(error))
  }
  say([shown, note, `${passed} passed, ${failures.length} failed`].filter((part) => part !== '').join('  '))
  for (const failure of failures) say(`    ${failure}`)
  return { passed, failed: failures.length }
}

/** @param {string} folder */
async function runFolder(folder) {
  const total = { passed: 0, failed: 0 }
  for (const path of filesBelow(folder)) {
    const { passed, failed } = await runFile(path, relative(folder, path))
    total.passed += passed
    total.failed += failed
  }
  say(`${total.passed} passed, ${total.failed} failed`)
  return total
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? filesBelow(path) : [path]
    })
}

/** @param {unknown} error */
const messageOf = (error) => String(error instanceof Error ? error.message : error).split('\n')[0] ?? ''

/** @param {string} text */
const say = (text) => process.stdout.write(`${text}\n`)

if (isMain(import.meta.url)) {
  const [folder] = process.argv.slice(2)
  if (folder === undefined) {
    say('usage: npm run test:vectors -- FOLDER')
    process.exitCode = 2
  } else {
    const { passed, failed } = await runFolder(resolve(folder))
    process.exitCode = failed === 0 && passed > 0 ? 0 : 1
  }
}

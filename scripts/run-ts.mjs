// @ts-check
// Runs one of this repository's TypeScript files in Node: node scripts/run-ts.mjs FILE [arguments]
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isMain } from './is-main.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Imports a TypeScript module and what it imports; packages stay Node's own imports.
 * The module must not import lazily later on: the transformer is closed when this returns.
 * @template T
 * @param {string} file path from the working directory, or absolute
 * @returns {Promise<T>}
 */
export async function importTs(file) {
  const { runnerImport } = await import('vite')
  const { module } = await runnerImport(/** @type {string} */ (resolve(file)), {
    root,
    configFile: false,
    logLevel: 'warn',
  })
  return /** @type {T} */ (module)
}

/** @param {string[]} argv */
async function run([file, ...args]) {
  if (file === undefined) {
    process.stderr.write('usage: node scripts/run-ts.mjs FILE [arguments]\n')
    process.exitCode = 2
    return
  }
  process.argv = [process.execPath, resolve(file), ...args]
  await importTs(file)
}

if (isMain(import.meta.url)) {
  await run(process.argv.slice(2))
}

// @ts-check
// Compiles devnet's test contracts into a folder: node scripts/compile-contracts.mjs FOLDER
// In a process of its own, because the compiler will not start where a client library has replaced `fetch`.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as asc from 'assemblyscript/asc'
import { isMain } from './is-main.mjs'
import { root } from './source-files.mjs'

const SOURCES = join(root, 'devnet/test-contracts')

/** The contracts, as files in `assembly/` whose names begin so. */
const PREFIX = 'probe-'

/** @param {string} folder */
export async function compileContracts(folder) {
  mkdirSync(folder, { recursive: true })
  const names = readdirSync(join(SOURCES, 'assembly')).filter((name) => name.startsWith(PREFIX))
  for (const name of names.map((file) => file.replace(/\.ts$/, ''))) {
    writeFileSync(join(folder, `${name}.wasm`), await compile(name))
  }
}

/**
 * @param {string} name
 * @returns {Promise<Uint8Array>}
 */
async function compile(name) {
  /** @type {Uint8Array | undefined} */
  let wasm
  const { error, stderr } = await asc.main(
    [`assembly/${name}.ts`, '--config', 'asconfig.json', '--outFile', `${name}.wasm`],
    {
      readFile: readSource,
      writeFile: (_path, contents) => {
        if (typeof contents !== 'string') wasm = contents
      },
      listFiles: () => [],
    },
  )
  if (error !== null || wasm === undefined) throw new Error(`${name}: ${stderr.toString()}`, { cause: error })
  return wasm
}

/** @param {string} path */
function readSource(path) {
  try {
    return readFileSync(join(SOURCES, path), 'utf8')
  } catch {
    // The compiler asks for each import under several names and takes the one that is there.
    return null
  }
}

if (isMain(import.meta.url)) {
  const [folder] = process.argv.slice(2)
  if (folder === undefined) throw new Error('usage: node scripts/compile-contracts.mjs FOLDER')
  await compileContracts(folder)
}

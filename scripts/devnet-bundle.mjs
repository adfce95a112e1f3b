// @ts-check
// devnet as one file of plain JavaScript, made anew when a source has changed: starting it should not wait for a compiler.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './source-files.mjs'

const FOLDER = join(root, '.cache/devnet')
const SOURCES = ['devnet', 'src/domain', 'src/crypto']

/** @returns {Promise<{runDevnet: (args: readonly string[], print: (text: string) => void) => Promise<void>}>} */
export async function importDevnet() {
  const name = `${hashOfSources()}.mjs`
  const file = join(FOLDER, name)
  if (!existsSync(file)) await bundle(name)
  return import(pathToFileURL(file).href)
}

function hashOfSources() {
  const hash = createHash('sha256')
  for (const folder of SOURCES) {
    const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    for (const name of names.filter((path) => path.endsWith('.ts')).sort()) {
      hash.update(name).update(readFileSync(join(root, folder, name)))
    }
  }
  hash.update(readFileSync(join(root, 'package-lock.json')))
  return hash.digest('hex').slice(0, 16)
}

/** @param {string} name */
async function bundle(name) {
  const { build } = await import('vite')
  rmSync(FOLDER, { recursive: true, force: true })
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: 'devnet/cli.ts',
      outDir: FOLDER,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: name, codeSplitting: false } },
    },
  })
}

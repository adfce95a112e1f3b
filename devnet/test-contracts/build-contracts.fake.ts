import { execFileSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const CONTRACTS = ['probe-v010', 'probe-v010-next', 'probe-v1', 'probe-v1-next'] as const

export type TestContract = (typeof CONTRACTS)[number]

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const SOURCES = join(ROOT, 'devnet/test-contracts')
const CACHE = join(ROOT, '.cache/test-contracts')

/**
 * The code of the test contracts, compiled from their sources in `assembly/`, or taken from `.cache/` where the same sources were
 * compiled before. Throws with the compiler's words when it refuses them.
 */
export function buildTestContracts(cache = CACHE): Record<TestContract, Uint8Array> {
  const folder = join(cache, hashOfSources())
  if (!existsSync(folder)) compileInto(folder)
  const wasms = CONTRACTS.map((name) => [name, new Uint8Array(readFileSync(join(folder, `${name}.wasm`)))])
  return Object.fromEntries(wasms)
}

/** Several workers may build at once, and none may read what another has half written. */
function compileInto(folder: string): void {
  const temporary = `${folder}.${randomUUID()}`
  execFileSync(process.execPath, [join(ROOT, 'scripts/compile-contracts.mjs'), temporary])
  try {
    renameSync(temporary, folder)
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}

function hashOfSources(): string {
  const names = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  const hash = createHash('sha256')
  for (const name of names.filter((path) => /assembly.*\.ts$|^asconfig/.test(path)).sort()) {
    hash.update(name).update(readFileSync(join(SOURCES, name)))
  }
  hash.update(readFileSync(join(ROOT, 'package-lock.json')))
  return hash.digest('hex').slice(0, 32)
}

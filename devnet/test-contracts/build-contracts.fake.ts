import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as asc from 'assemblyscript/asc'

type TestContract = 'probe-v010' | 'probe-v010-next' | 'probe-v1' | 'probe-v1-next'

const FOLDER = fileURLToPath(new URL('.', import.meta.url))
const CACHE = fileURLToPath(new URL('../../.cache/test-contracts', import.meta.url))

/**
 * The code of the test contracts, compiled from their sources in `assembly/`, or taken from `.cache/` where the same
 * sources were compiled before. Throws with the compiler's words when it refuses them.
 */
export async function buildTestContracts(cache = CACHE): Promise<Record<TestContract, Uint8Array>> {
  const sources = readSources()
  const key = hashOf(sources)
  const build = (name: TestContract) =>
    cached(join(cache, `${name}-${key}.wasm`), () => compile(name, sources))
  return {
    'probe-v010': await build('probe-v010'),
    'probe-v010-next': await build('probe-v010-next'),
    'probe-v1': await build('probe-v1'),
    'probe-v1-next': await build('probe-v1-next'),
  }
}

/** Compiles one contract in memory, with the options of `asconfig.json`. */
async function compile(name: TestContract, sources: ReadonlyMap<string, string>): Promise<Uint8Array> {
  let wasm: Uint8Array | undefined
  const { error, stderr } = await asc.main(
    [`assembly/${name}.ts`, '--config', 'asconfig.json', '--outFile', `${name}.wasm`],
    {
      readFile: (path) => sources.get(path.replace(/^\.\//, '')) ?? null,
      writeFile: (_path, contents) => {
        if (typeof contents !== 'string') wasm = contents
      },
      listFiles: () => [],
    },
  )
  if (error !== null || wasm === undefined) throw new Error(`${name}: ${stderr.toString()}`, { cause: error })
  return new Uint8Array(wasm)
}

/** By path from this folder. */
function readSources(): Map<string, string> {
  const paths = readdirSync(join(FOLDER, 'assembly'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `assembly/${path.replaceAll('\\', '/')}`)
  return new Map(
    ['asconfig.json', ...paths.sort()].map((path) => [path, readFileSync(join(FOLDER, path), 'utf8')]),
  )
}

function hashOf(sources: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([...sources]))
    .update(compilerVersion())
  return hash.digest('hex').slice(0, 32)
}

function compilerVersion(): string {
  return readFileSync(fileURLToPath(import.meta.resolve('assemblyscript/package.json')), 'utf8')
}

async function cached(path: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const found = readIfThere(path)
  if (found !== undefined) return found
  const made = await make()
  mkdirSync(join(path, '..'), { recursive: true })
  // Several workers may build at once, and none may read what another has half written.
  const temporary = `${path}.${randomUUID()}`
  writeFileSync(temporary, made)
  renameSync(temporary, path)
  return made
}

function readIfThere(path: string): Uint8Array | undefined {
  try {
    return new Uint8Array(readFileSync(path))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

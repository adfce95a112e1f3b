import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const DEVNET = fileURLToPath(new URL('..', import.meta.url))
const MODULES = join(DEVNET, 'modules')

const names = readdirSync(MODULES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.includes('/gen/'),
  )
}

/** The areas of the store that a file names: literals such as `bank/balances`. */
function areasIn(text: string): string[] {
  const literals = [...text.matchAll(/['`]([a-z0-9]+)\/[a-z]/g)].map(([, name = '']) => name)
  return literals.filter((name) => names.includes(name))
}

describe('the state of a module', () => {
  it('is named in its own folder and nowhere else', () => {
    const strays = sources(DEVNET).flatMap((path) => {
      const home = /^modules\/([^/]+)\//.exec(path)?.[1]
      const lines = readFileSync(join(DEVNET, path), 'utf8').split('\n')
      const code = lines.filter(
        (line) => !/^\s*(import|export) .*from /.test(line) && !/^\} from /.test(line),
      )
      return areasIn(code.join('\n'))
        .filter((name) => name !== home)
        .map((name) => `${path}: ${name}/`)
    })
    expect(names.length).toBeGreaterThan(3)
    expect(strays).toEqual([])
  })
})

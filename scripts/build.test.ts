import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const script = fileURLToPath(new URL('build.mjs', import.meta.url))
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sotto-build-'))
})

afterAll(() => rmSync(folder, { recursive: true }))

/** Every file of a build with the hash of its bytes. */
function buildInto(name: string): Record<string, string> {
  const out = join(folder, name)
  execFileSync(process.execPath, [script, out], { stdio: 'pipe' })
  const paths = readdirSync(out, { recursive: true, encoding: 'utf8' }).sort()
  const files = paths.filter((path) => statSync(join(out, path)).isFile())
  const hash = (path: string): string =>
    createHash('sha256')
      .update(readFileSync(join(out, path)))
      .digest('hex')
  return Object.fromEntries(files.map((path) => [path, hash(path)]))
}

describe('the build', () => {
  it('gives the same bytes twice', () => {
    const first = buildInto('first')
    expect(Object.keys(first)).toEqual(
      expect.arrayContaining(['background.js', 'manifest.json', 'popup.html', 'provider.js', 'relay.js']),
    )
    expect(buildInto('second')).toEqual(first)
  }, 120_000)

  it('lays the words of every language that the library knows beside the scripts, decomposed and one a line', async () => {
    const library = join(dirname(script), '../node_modules/@scure/bip39/wordlists')
    const languages = readdirSync(library).flatMap((name) => /^(.*)\.js$/.exec(name)?.[1] ?? [])
    const built = join(folder, 'first/wordlists')
    expect(readdirSync(built).sort()).toEqual(languages.map((language) => `${language}.txt`).sort())
    for (const language of languages) {
      const { wordlist } = await import(join(library, `${language}.js`))
      const text = readFileSync(join(built, `${language}.txt`), 'utf8')
      expect(text).toBe(text.normalize('NFKD'))
      expect(text.split('\n')).toEqual([...wordlist, ''])
      expect(new Set(text.split('\n')).size).toBe(2049)
    }
  })
})

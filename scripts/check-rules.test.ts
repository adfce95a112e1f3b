import { describe, expect, it } from 'vitest'
import { forbiddenContent } from './check-bundles.mjs'
import { deadCode } from './check-dead-code.mjs'
import { deadReferences } from './check-docs.mjs'
import { reviewProblems } from './check-manifest.mjs'
import { firstScreenScripts } from './first-screen.mjs'
import { overlong } from './lengths.mjs'

describe('forbiddenContent', () => {
  it.each([
    ['background.js', 'a=eval("1")', 'eval'],
    ['background.js', 'new Function("1")', 'made from text'],
    ['background.js', 'var g=Function("return this")()', 'made from text'],
    ['popup.js', 'import("https://x.example/a")', 'from elsewhere'],
    ['popup.js', 's.src="https://x.example/a.js"', 'remote script'],
    ['popup.html', '<link rel="stylesheet" href="//x.example/a.css">', 'from elsewhere'],
    ['popup.html', '<script>run()</script>', 'inline script'],
    ['relay.js', '//# sourceMappingURL=relay.js.map', 'source map'],
    ['background.js', 'Math.random()', 'Math.random'],
  ])('finds in %s: %s', (name, text, what) => {
    expect(forbiddenContent(name, text).join()).toContain(what)
  })

  it('lets ordinary code be', () => {
    const code = 'x.retrieval(1);isFunction("a");fetch("https://lcd.example/a");import("./later.js")'
    expect(forbiddenContent('background.js', code)).toEqual([])
    expect(forbiddenContent('popup.html', '<script type="module" src="./popup.js"></script>')).toEqual([])
  })
})

describe('deadReferences', () => {
  const there = new Set(['src', 'src/domain', 'src/domain/index.ts', 'README.md', 'docs/a.md', 'docs/b.md'])
  const facts = {
    exists: (path: string) => there.has(path),
    isTopLevel: (name: string) => there.has(name),
    scripts: new Set(['check']),
  }
  const dead = (text: string): string[] => deadReferences({ path: 'docs/a.md', text }, facts)

  it('finds files, links and scripts that are gone', () => {
    expect(dead('see `src/gone.ts`')[0]).toContain('src/gone.ts')
    expect(dead('see [it](gone.md)')[0]).toContain('gone.md')
    expect(dead('run `npm run gone`')[0]).toContain('gone')
    expect(dead('see `GONE.md`')[0]).toContain('GONE.md')
  })

  it('is content with what is there and with what is no path', () => {
    const text =
      '`src/domain/` `src/domain/index.ts:12` `README.md` `b.md` [b](b.md#top) [up](../README.md) [web](https://x.example/y)' +
      ' `npm run check` `application/json` `src/**` `a / b` `m/44/529`'
    expect(dead(text)).toEqual([])
  })
})

describe('firstScreenScripts', () => {
  const files: Record<string, string> = {
    'popup.html': '<script type="module" crossorigin src="./assets/popup-1.js"></script>',
    'assets/popup-1.js':
      'import{a as t}from"./shared-2.js";import"./side-3.js";const l=()=>import("./later-4.js")',
    'assets/shared-2.js': 'import{b}from"./side-3.js"',
    'assets/side-3.js': '',
    'empty.html': '<p>',
  }
  const read = (path: string): string => files[path] ?? ''

  it('follows static imports and not lazy ones', () => {
    expect(firstScreenScripts('popup.html', read).sort()).toEqual([
      'assets/popup-1.js',
      'assets/shared-2.js',
      'assets/side-3.js',
    ])
  })

  it('refuses a page without a script, which would weigh nothing', () => {
    expect(() => firstScreenScripts('empty.html', read)).toThrow(/no script/)
  })
})

describe('reviewProblems', () => {
  it('notices any change but the version', () => {
    const [problem] = reviewProblems('{"version":"1","permissions":["storage"]}', '')
    const hash = /put ([0-9a-f]{64})/.exec(problem ?? '')?.[1] ?? ''
    expect(reviewProblems('{ "version": "2", "permissions": ["storage"] }', hash)).toEqual([])
    expect(reviewProblems('{"version":"1","permissions":["storage","tabs"]}', hash)).toHaveLength(1)
  })
})

describe('overlong', () => {
  const lines = (count: number): string => '  call()\n'.repeat(count)

  it('counts files and functions', () => {
    expect(overlong('src/a.ts', lines(300))).toEqual([])
    expect(overlong('src/a.ts', lines(301))[0]).toContain('301 lines')
    expect(overlong('src/a.ts', `function f() {\n${lines(58)}}`)).toEqual([])
    expect(overlong('src/a.ts', `function f() {\n${lines(59)}}`)[0]).toContain('f has 61 lines')
  })

  it('counts what a function holds by itself', () => {
    const inner = `function g() {\n${lines(50)}}\n`
    expect(overlong('src/a.ts', `function f() {\n${inner}${lines(20)}}`)).toEqual([])
    expect(overlong('src/a.ts', `function f() {\n${inner}${lines(58)}}`)[0]).toContain('f has 61 lines')
  })

  it('lets the blocks of a test be as long as its list', () => {
    expect(overlong('src/a.test.ts', `describe('a', () => {\n${lines(100)}})`)).toEqual([])
  })
})

describe('deadCode', () => {
  const found = (file: string, kinds: Record<string, { name: string; line?: number }[]>) =>
    ({ file, ...kinds }) as never

  it('tells unused files, exports and types with their place', () => {
    const issues = [
      found('src/a.ts', { files: [{ name: 'src/a.ts' }] }),
      found('src/b.ts', { exports: [{ name: 'b', line: 3 }], types: [{ name: 'B', line: 4 }] }),
    ]
    expect(deadCode({ issues }, new Set())).toEqual([
      'src/a.ts: files: src/a.ts',
      'src/b.ts:3: exports: b',
      'src/b.ts:4: types: B',
    ])
  })

  it("lets a door name its functions' types, but no unused function", () => {
    const issues = [
      found('src/index.ts', { exports: [{ name: 'b', line: 3 }], types: [{ name: 'B', line: 4 }] }),
    ]
    expect(deadCode({ issues }, new Set(['src/index.ts']))).toEqual(['src/index.ts:3: exports: b'])
  })
})

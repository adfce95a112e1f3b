import { describe, expect, it } from 'vitest'
import { forbiddenPowers } from './powers.mjs'

function touched(text: string, path = 'src/chain/client.ts'): (string | undefined)[] {
  return forbiddenPowers(path, text).map((line) => /touches ([^:]+):/.exec(line)?.[1])
}

describe('forbiddenPowers', () => {
  it.each([
    ['const n = Math.random()', 'Math.random'],
    ["const n = Math['random']()", 'Math.random'],
    ['const { random } = Math', 'Math.random'],
    ['console.log(1)', 'console.log'],
    ["eval('1')", 'eval'],
    ["window['eval']('1')", 'eval'],
    ["new Function('1')", 'Function'],
    ['fetch(url)', 'fetch'],
    ['createClient({ fetch })', 'fetch'],
    ['self.fetch(url)', 'fetch'],
    ['new WebSocket(url)', 'WebSocket'],
    ['crypto.getRandomValues(bytes)', 'crypto.getRandomValues'],
    ['globalThis.crypto.getRandomValues(bytes)', 'crypto.getRandomValues'],
    ["browser.storage.local.get('a')", 'browser.storage.local.get'],
    ["chrome.storage.local.get('a')", 'browser.storage.local.get'],
    ['const { storage } = browser', 'browser.storage'],
    ['chrome.runtime.onMessage.addListener(f)', 'browser.runtime.onMessage.addListener'],
    ['element.innerHTML = text', 'element.innerHTML'],
    ['localStorage.clear()', 'localStorage.clear'],
  ])('sees %s', (text, name) => {
    expect(touched(text)).toContain(name)
  })

  it('sees markup from text in a component', () => {
    expect(touched('<p dangerouslySetInnerHTML={x} />', 'src/popup/a.tsx')).toEqual([
      'dangerouslySetInnerHTML',
    ])
  })

  it.each([
    '// Math.random is not used',
    "const text = 'console.log(1)'",
    'function ask(fetch: typeof globalThis.fetch) { return fetch(url) }',
    'const ask = ({ fetch }: Deps) => fetch(url)',
    'deps.fetch(url)',
    'const table = { console: 1, eval: 2 }',
    'interface Page { console: string; fetch: typeof fetch }',
    'import { fetch } from "./transport"; fetch(url)',
    'crypto.subtle.digest(name, bytes)',
  ])('lets %s be', (text) => {
    expect(touched(text)).toEqual([])
  })

  it('allows a power where it belongs, and nowhere else', () => {
    const text = 'crypto.getRandomValues(bytes)'
    expect(touched(text, 'src/crypto/random.ts')).toEqual([])
    expect(touched(text, 'src/crypto/random/other.ts')).toEqual(['crypto.getRandomValues'])
  })

  it('names the line', () => {
    expect(forbiddenPowers('src/a.ts', '\n\nfetch(url)')[0]).toMatch(/^src\/a\.ts:3: /)
  })
})

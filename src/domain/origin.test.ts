import { describe, expect, it } from 'vitest'
import { SottoError } from './errors'
import { parseChainId, parseCodeHash } from './names'
import { parseOrigin } from './origin'

describe('origin', () => {
  it('takes https origins and this very machine', () => {
    for (const text of [
      'https://app.example',
      'https://app.example:8443',
      'http://localhost:5173',
      'http://127.0.0.1',
    ]) {
      expect(parseOrigin(text)).toBe(text)
    }
  })

  it('O36-O44: refuses every other spelling or scheme', () => {
    const refused = [
      'null',
      'file://',
      '',
      'http://app.example',
      'https://app.example/',
      'https://app.example/path',
      'https://user@app.example',
      'https://APP.example',
      'https://app.example.',
      'https://app.example:443',
      'https://аpp.example',
      'http://2130706433',
      'http://[::1]:80',
      'http://localhost.evil.example',
      'data:text/html,x',
      'blob:https://app.example/1',
      'chrome-extension://abc',
      'ftp://app.example',
    ]
    for (const text of refused) expect(() => parseOrigin(text), text).toThrow(SottoError)
  })

  it('O44: localhost and 127.0.0.1 stay two origins', () => {
    expect(parseOrigin('http://localhost:1')).not.toBe(parseOrigin('http://127.0.0.1:1'))
  })
})

describe('names', () => {
  it('P24: takes chain ids as the chain writes them', () => {
    expect(parseChainId('secret-4')).toBe('secret-4')
    for (const text of ['', ' secret-4', 'secret–4', 'secret 4', 'a'.repeat(65), '-4', '_4', 'a_\n']) {
      expect(() => parseChainId(text), text).toThrow(SottoError)
    }
  })

  it('reads code hashes in either case and with 0x', () => {
    expect(parseCodeHash(`0x${'AB'.repeat(32)}`)).toBe('ab'.repeat(32))
    expect(() => parseCodeHash('ab'.repeat(31))).toThrow(SottoError)
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeOf } from './code-of.fake'
import { parsePrivateKey } from './private-key'

const KEY = 'c0ffee'.padStart(64, '0')
const ORDER = 'fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141'

describe('reading a private key', () => {
  it('I116: takes 64 hex digits in any case and spacing, with or without 0x', () => {
    for (const text of [
      KEY,
      `0x${KEY}`,
      `0X${KEY.toUpperCase()}`,
      ` ${KEY}\n`,
      KEY.replace(/(.{8})/g, '$1 '),
    ]) {
      expect(parsePrivateKey(text).publicKey()).toEqual(parsePrivateKey(KEY).publicKey())
    }
  })

  it('I116: refuses 0, n and n + 1 as numbers, and all else as text, with what was found', () => {
    for (const text of ['0'.repeat(64), ORDER, `${ORDER.slice(0, -1)}2`])
      expect(codeOf(() => parsePrivateKey(text))).toBe('key/range')
    const foreign = [
      '',
      '0x',
      KEY.slice(2),
      `${KEY}00`,
      'MzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzM=',
      'zz'.repeat(32),
      // Whatever stands behind is not left out.
      `${KEY}${' '.repeat(1000)}00`,
    ]
    for (const text of foreign) expect(codeOf(() => parsePrivateKey(text))).toBe('private-key/format')
    expect(() => parsePrivateKey(KEY.slice(2))).toThrow(/64 digits\. This has 62/)
  })

  it('never says anything of what was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 6, maxLength: 200 }), (text) => {
        try {
          parsePrivateKey(text)
        } catch (error) {
          expect(String(error)).not.toContain(text)
        }
      }),
    )
  })
})

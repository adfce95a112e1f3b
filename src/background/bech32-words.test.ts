import { bech32 } from '@scure/base'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bech32Problem } from './bech32-words'
import { SSCRT } from './wallet.fake'

describe('what is wrong with an address', () => {
  it.each([
    ['', ' too short'],
    ['secret1', 'secret1 too short'],
    ['x'.repeat(91), 'Exceeds length limit'],
    ['Secret1qqqqqq', 'Mixed-case string Secret1qqqqqq'],
    ['secretqqqqqqq', 'No separator character for secretqqqqqqq'],
    ['1secretqqqqqqq', 'Missing prefix for 1secretqqqqqqq'],
    ['secret1abc', 'Data too short'],
    ['secret1bqqqqqq', 'Unknown character b'],
    ['secret1qqqqqqq', 'Invalid checksum for secret1qqqqqqq'],
    [`${SSCRT.slice(0, -1)}q`, `Invalid checksum for ${SSCRT.slice(0, -1)}q`],
  ])('%s', (text, problem) => {
    expect(bech32Problem(text)).toBe(problem)
  })

  it('is its prefix, where one is wanted', () => {
    const cosmos = bech32.encode('cosmos', bech32.toWords(new Uint8Array(20)))
    expect(bech32Problem(cosmos)).toBeUndefined()
    expect(bech32Problem(cosmos, 'secret')).toBe('Unexpected prefix (expected: secret, actual: cosmos)')
    expect(bech32Problem(SSCRT, 'secret')).toBeUndefined()
    expect(bech32Problem(SSCRT.toUpperCase())).toBeUndefined()
  })

  it('is found exactly where the decoder finds something', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 95 }),
      fc
        .tuple(fc.nat(SSCRT.length), fc.string({ maxLength: 2 }))
        .map(([at, change]) => SSCRT.slice(0, at) + change + SSCRT.slice(at + change.length)),
    )
    fc.assert(
      fc.property(text, (each) => {
        expect(bech32Problem(each) === undefined).toBe(bech32.decodeUnsafe(each, 90) !== undefined)
      }),
    )
  })
})

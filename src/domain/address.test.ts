import { bech32, bech32m } from '@scure/base'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressBytes, addressFromBytes, isAddress, parseAddress, shortAddress } from './address'
import { SottoError } from './errors'

const A = 'secret1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03'

function codeOf(text: string): string {
  try {
    parseAddress(text)
    return 'accepted'
  } catch (error) {
    if (error instanceof SottoError) return error.code
    throw error
  }
}

describe('address', () => {
  it('reads an address and drops the white space around it', () => {
    expect(parseAddress(`  ${A}\n`)).toBe(A)
  })

  it('S120: refuses every other spelling, each with its own reason', () => {
    const cosmos = bech32.encode('cosmos', bech32.toWords(addressBytes(parseAddress(A))))
    const modified = bech32m.encode('secret', bech32m.toWords(addressBytes(parseAddress(A))))
    const validator = bech32.encode('secretvaloper', bech32.toWords(addressBytes(parseAddress(A))))
    const long = bech32.encode('secret', bech32.toWords(new Uint8Array(32)))
    expect(codeOf('')).toBe('address/empty')
    expect(codeOf(A.toUpperCase())).toBe('address/case')
    expect(codeOf(`${A.slice(0, 20)}${A.slice(20).toUpperCase()}`)).toBe('address/case')
    expect(codeOf(cosmos)).toBe('address/prefix')
    expect(codeOf(validator)).toBe('address/prefix')
    expect(codeOf('hello')).toBe('address/prefix')
    expect(codeOf(modified)).toBe('address/checksum')
    expect(codeOf(`${A.slice(0, -1)}q`)).toBe('address/checksum')
    expect(codeOf(long)).toBe('address/length')
  })

  it('names the other chain whose prefix was used', () => {
    expect(() => parseAddress('cosmos1abc')).toThrow(/starts with cosmos1/)
  })

  it('writes and reads back any 20 bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (bytes) => {
        expect(addressBytes(addressFromBytes(bytes))).toEqual(bytes)
      }),
    )
  })

  it('never throws anything but its own errors', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((tail) => `secret1${tail}`),
        ),
        (text) => {
          expect(typeof codeOf(text)).toBe('string')
          expect(isAddress(text)).toBe(codeOf(text) === 'accepted' && text === text.trim())
        },
      ),
    )
  })

  it('shortens to the first 10 and the last 8 characters', () => {
    expect(shortAddress(A)).toBe('secret1ap2…8a450s03')
  })
})

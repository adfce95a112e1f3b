import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeTxRaw } from './build-tx'
import { refuseOddTxRaw } from './raw-tx'

const GOOD = encodeTxRaw({
  bodyBytes: Uint8Array.of(1, 2, 3),
  authInfoBytes: Uint8Array.of(4),
  signatures: [Uint8Array.of(5), Uint8Array.of(6)],
})

describe('the one form of a TxRaw', () => {
  it('is what an encoder writes', () => {
    expect(() => refuseOddTxRaw(GOOD)).not.toThrow()
    expect(() => refuseOddTxRaw(new Uint8Array())).not.toThrow()
  })

  it.each([
    ['fields out of order', [0x12, 0, 0x0a, 0], 'txRaw must follow ADR-027, got tagNum 1 after tagNum 2'],
    ['a number where bytes belong', [0x08, 1], 'expected 2 wire type, got 0'],
    [
      'a length that could be shorter',
      [0x0a, 0x81, 0x00, 7],
      'length prefix varint for tagNum 1 is not as short as possible, read 2, only need 1',
    ],
    ['an end before its time', [0x0a, 5, 1], 'invalid length; unexpected EOF'],
    ['half a tag', [0x8a], 'invalid length; unexpected EOF'],
    ['field number 0', [0x02, 0], 'invalid length; proto: invalid field number'],
    ['a number without end', Array(11).fill(0xff), 'invalid length; proto: variable length integer overflow'],
  ])('is not %s', (_, bytes, words) => {
    expect(() => refuseOddTxRaw(Uint8Array.from(bytes as number[]))).toThrow(words as string)
  })

  it('is refused or taken, never anything else, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          refuseOddTxRaw(bytes)
        } catch (error) {
          expect(error).toMatchObject({ name: 'CodecError' })
        }
      }),
    )
  })
})

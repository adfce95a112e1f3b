import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAmount, parseAmount, parseUint } from './amount'
import { SottoError } from './errors'

function codeOf(run: () => unknown): string {
  try {
    run()
    return 'accepted'
  } catch (error) {
    if (error instanceof SottoError) return error.code
    throw error
  }
}

describe('amount', () => {
  it('reads what a person types', () => {
    expect(parseAmount('12.5', 6)).toBe(12_500_000n)
    expect(parseAmount(' 0.000001 ', 6)).toBe(1n)
    expect(parseAmount('1.500000000', 6)).toBe(1_500_000n)
    expect(parseAmount('7', 0)).toBe(7n)
  })

  it('S120: refuses what could mean two things or cannot be held', () => {
    const refused: Record<string, string> = {
      '': 'amount/empty',
      '-1': 'amount/negative',
      '1,5': 'amount/comma',
      '1e3': 'amount/format',
      '١٢': 'amount/format',
      '0x10': 'amount/format',
      '1.': 'amount/format',
      '.5': 'amount/format',
      '0.0000001': 'amount/precision',
      Infinity: 'amount/format',
    }
    for (const [text, code] of Object.entries(refused))
      expect([text, codeOf(() => parseAmount(text, 6))]).toEqual([text, code])
  })

  it('writes and reads back any amount at any number of decimals', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }),
        fc.integer({ min: 0, max: 24 }),
        (base, decimals) => {
          expect(parseAmount(formatAmount(base, decimals), decimals)).toBe(base)
        },
      ),
    )
  })

  it('trims zeros and never rounds', () => {
    expect(formatAmount(1_999_999n, 6)).toBe('1.999999')
    expect(formatAmount(1_000_000n, 6)).toBe('1')
    expect(formatAmount(5n, 18)).toBe('0.000000000000000005')
    expect(formatAmount(-1_500_000n, 6)).toBe('-1.5')
    expect(codeOf(() => formatAmount(1n, 255))).toBe('amount/decimals')
  })
})

describe('uint', () => {
  it('N69: takes plain digits within the width and nothing else', () => {
    expect(parseUint('340282366920938463463374607431768211455')).toBe((1n << 128n) - 1n)
    expect(codeOf(() => parseUint('340282366920938463463374607431768211456'))).toBe('uint/range')
    for (const text of ['1e30', '-1', '01', '1.0', '', ' 1', '1'.repeat(100)]) {
      expect([text, codeOf(() => parseUint(text))]).toEqual([text, 'uint/format'])
    }
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type WorthText, worthText } from './worth-text'

/** A quarter of a dollar. */
const RATE = '250000000000000000'

function written(text: WorthText | undefined): string | undefined {
  if (text === undefined || text.kind === 'less-than-a-cent') return text?.kind
  return text.groups.join(' ') + (text.fraction === '' ? '' : `.${text.fraction}`)
}

const worth = (amount: string, rate = RATE, decimals = 6) => written(worthText({ amount, decimals, rate }))

describe('worthText', () => {
  it.each([
    ['1', 'less-than-a-cent'],
    ['39999', 'less-than-a-cent'],
    ['40000', '0.01'],
    ['59999', '0.01'],
    ['60000', '0.02'],
    ['1000000', '0.25'],
    ['400000', '0.10'],
    ['3999979999', '999.99'],
    ['3999980000', '1 000'],
    ['4000000000', '1 000'],
    ['4001999999', '1 000'],
    ['4002000000', '1 001'],
    ['1000000000000000000', '250 000 000 000'],
  ])('writes %s base units as %s', (amount, text) => {
    expect(worth(amount)).toBe(text)
  })

  it('says nothing of nothing, and of what is no amount', () => {
    for (const amount of ['0', '000', '', '-1', '1.5', '1e3', '9'.repeat(79)]) {
      expect(worth(amount)).toBeUndefined()
    }
    expect(worth('1', RATE, -1)).toBeUndefined()
    expect(worth('1', RATE, 25)).toBeUndefined()
  })

  it('takes the lowest and the highest rate', () => {
    expect(worth('1', '1')).toBe('less-than-a-cent')
    expect(worth((10n ** 22n).toString(), '1')).toBe('0.01')
    expect(worth('1000000', (10n ** 24n).toString())).toBe('1 000 000')
    expect(worth('9'.repeat(78), (10n ** 24n).toString())?.length).toBeGreaterThan(100)
  })

  it('is never further from the truth than half of its last digit', () => {
    const amounts = fc.bigInt({ min: 1n, max: 2n ** 128n - 1n })
    const rates = fc.bigInt({ min: 1n, max: 10n ** 24n })
    fc.assert(
      fc.property(amounts, rates, fc.integer({ min: 0, max: 24 }), (amount, rate, decimals) => {
        const text = worthText({ amount: String(amount), decimals, rate: String(rate) })
        const dollar = 10n ** BigInt(decimals + 18)
        const value = amount * rate
        if (text?.kind !== 'about') {
          expect(text?.kind).toBe('less-than-a-cent')
          expect(value * 100n < dollar).toBe(true)
          return
        }
        const last = text.fraction === '' ? 1n : 100n
        const off = BigInt(text.groups.join('') + text.fraction) * dollar - value * last
        expect((off < 0n ? -off : off) * 2n <= dollar).toBe(true)
        expect(text.groups.slice(1).every((group) => group.length === 3)).toBe(true)
      }),
    )
  })
})

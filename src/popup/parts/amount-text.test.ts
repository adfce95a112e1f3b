import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountText } from './amount-text'

describe('amountText', () => {
  it('groups thousands and trims zeros, never rounding', () => {
    expect(amountText('1842301955', 6)).toEqual({ kind: 'amount', groups: ['1', '842'], fraction: '301955' })
    expect(amountText('999999999999999999', 18)).toEqual({
      kind: 'amount',
      groups: ['0'],
      fraction: '999999999999999999',
    })
    expect(amountText('500000000', 6)).toEqual({ kind: 'amount', groups: ['500'], fraction: '' })
    expect(amountText('0', 6)).toEqual({ kind: 'amount', groups: ['0'], fraction: '' })
  })

  it('hands back what is no amount', () => {
    for (const amount of ['', '-1', '1e3', '1.5', 'NaN', '9'.repeat(79), '<b>']) {
      expect(amountText(amount, 6)).toEqual({ kind: 'unreadable', text: amount })
    }
    for (const decimals of [-1, 25, 1.5, Number.NaN]) {
      expect(amountText('1', decimals)).toEqual({ kind: 'unreadable', text: '1' })
    }
  })

  it('loses no digit', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }),
        fc.integer({ min: 0, max: 24 }),
        (base, decimals) => {
          const text = amountText(base.toString(), decimals)
          if (text.kind !== 'amount') throw new Error('expected an amount')
          expect(text.groups.slice(1).every((group) => group.length === 3)).toBe(true)
          expect(BigInt(text.groups.join('') + text.fraction.padEnd(decimals, '0'))).toBe(base)
        },
      ),
    )
  })
})

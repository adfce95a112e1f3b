import { describe, expect, it } from 'vitest'
import { readAmount, shortAddress, showAmount } from './amount'

describe('amounts', () => {
  it('reads what a person types', () => {
    expect(readAmount(' 1.5 ')).toBe(1_500_000n)
    expect(readAmount('25')).toBe(25_000_000n)
    expect(readAmount('0.000001')).toBe(1n)
  })

  it('refuses what is no amount', () => {
    for (const text of ['', '0', '-1', '1e3', '1,5', '0.0000001', '.5', '1.', 'all', '٣']) {
      expect(readAmount(text)).toBeUndefined()
    }
  })

  it('shows every digit that counts, and two at least', () => {
    expect(showAmount(1_234_500_000n)).toBe('1,234.50')
    expect(showAmount(974_955_001n)).toBe('974.955001')
    expect(showAmount(0n)).toBe('0.00')
  })
})

describe('short addresses', () => {
  it('keep both ends', () => {
    expect(shortAddress('secret1fc3fzy78ttp0lwuujw7e52rhspxn8uj52zfyne')).toBe('secret1fc3…2zfyne')
  })
})

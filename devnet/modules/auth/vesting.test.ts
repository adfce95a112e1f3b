import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountOf, type Coin } from '../coins'
import { lockedCoins, type Vesting, withDelegation, withUndelegation } from './vesting'

function uscrt(amount: bigint): Coin[] {
  return amount === 0n ? [] : [{ denom: 'uscrt', amount }]
}

function vesting(part: Partial<Vesting>): Vesting {
  return {
    kind: 'continuous',
    original: uscrt(1_000n),
    delegatedFree: [],
    delegatedVesting: [],
    startTime: 100n,
    endTime: 200n,
    periods: [],
    ...part,
  }
}

describe('locked coins', () => {
  it.each([
    ['continuous', {}, 100n, 1_000n],
    ['continuous', {}, 101n, 990n],
    ['continuous', { original: uscrt(3n), endTime: 103n }, 101n, 2n],
    ['continuous', { original: uscrt(1n), endTime: 102n }, 101n, 1n],
    ['continuous', { original: uscrt(3n), endTime: 102n }, 101n, 1n],
    ['continuous', {}, 200n, 0n],
    ['delayed', {}, 199n, 1_000n],
    ['delayed', {}, 200n, 0n],
    ['permanent', { endTime: 0n }, 10n ** 12n, 1_000n],
    ['periodic', { periods: [{ length: 40n, amount: uscrt(300n) }] }, 139n, 1_000n],
    ['periodic', { periods: [{ length: 40n, amount: uscrt(300n) }] }, 140n, 700n],
    ['periodic', { periods: [{ length: 40n, amount: uscrt(300n) }] }, 200n, 0n],
  ] as const)('of a %s account %o at %s are %s', (kind, part, timeS, left) => {
    expect(lockedCoins(vesting({ kind, ...part }), timeS)).toEqual(uscrt(left))
  })

  it('are fewer by what is delegated of them, which is taken first', () => {
    const delegated = withDelegation(vesting({}), 150n, uscrt(700n))
    expect(delegated).toMatchObject({ delegatedVesting: uscrt(500n), delegatedFree: uscrt(200n) })
    expect(lockedCoins(delegated, 150n)).toEqual([])
    expect(lockedCoins(delegated, 100n)).toEqual(uscrt(500n))
    const back = withUndelegation(delegated, uscrt(300n))
    expect(back).toMatchObject({ delegatedVesting: uscrt(400n), delegatedFree: [] })
  })

  it('never grow with time, and delegations count neither more nor less than they are', () => {
    const kinds = fc.constantFrom('continuous', 'delayed', 'permanent')
    const amount = fc.bigInt({ min: 1n, max: 10n ** 20n })
    fc.assert(
      fc.property(kinds, amount, amount, fc.bigInt({ min: 100n, max: 210n }), (kind, total, part, timeS) => {
        const account = vesting({ kind, original: uscrt(total) })
        const now = amountOf(lockedCoins(account, timeS), 'uscrt')
        expect(amountOf(lockedCoins(account, timeS + 1n), 'uscrt')).toBeLessThanOrEqual(now)
        const delegated = withDelegation(account, timeS, uscrt(part))
        const counted = [...delegated.delegatedFree, ...delegated.delegatedVesting]
        expect(counted.reduce((sum, coin) => sum + coin.amount, 0n)).toBe(part)
        expect(withUndelegation(delegated, uscrt(part))).toEqual(account)
      }),
    )
  })
})

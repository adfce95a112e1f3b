import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Coin } from '../coins'
import type { Allowance, BasicAllowance, PeriodicAllowance } from './allowance'
import { allowanceFromAny, allowanceToAny } from './allowance-any'
import { type Spending, spend } from './allowance-spending'

const coins = (amount: bigint): Coin[] => (amount === 0n ? [] : [{ denom: 'uscrt', amount }])
const amountOf = (list: readonly Coin[]): bigint => list[0]?.amount ?? 0n
const basic = (amount: bigint): BasicAllowance => ({ kind: 'basic', spendLimit: coins(amount) })
const periodic = (rest: Partial<PeriodicAllowance> = {}): PeriodicAllowance => ({
  kind: 'periodic',
  basic: basic(100n),
  period: 10n,
  periodSpendLimit: coins(30n),
  periodCanSpend: coins(30n),
  periodReset: 10n,
  ...rest,
})

function at(now: bigint, fee: bigint, typeUrls = ['/a']): Spending {
  return { now, fee: coins(fee), typeUrls }
}

describe('a basic allowance', () => {
  it('shrinks by every fee until nothing is left', () => {
    expect(spend(basic(10n), at(0n, 4n))).toEqual(basic(6n))
    expect(spend(basic(10n), at(0n, 10n))).toBe('used up')
    expect(() => spend(basic(10n), at(0n, 11n))).toThrow('basic allowance: fee limit exceeded')
    expect(() => spend(basic(10n), { ...at(0n, 1n), fee: [{ denom: 'uatom', amount: 1n }] })).toThrow(
      'fee limit exceeded',
    )
  })

  it('without a limit stays as it is', () => {
    expect(spend(basic(0n), at(0n, 10n ** 30n))).toEqual(basic(0n))
  })

  it('ends after its last moment', () => {
    const ending: BasicAllowance = { ...basic(10n), expiration: 5n }
    expect(spend(ending, at(5n, 1n))).toMatchObject({ spendLimit: coins(9n) })
    expect(() => spend(ending, at(6n, 1n))).toThrow('basic allowance: fee allowance expired')
  })
})

describe('a periodic allowance', () => {
  it('gives so much in each period and no more in all', () => {
    expect(() => spend(periodic(), at(0n, 31n))).toThrow('period limit: fee limit exceeded')
    const after = spend(periodic(), at(0n, 20n))
    expect(after).toEqual(periodic({ basic: basic(80n), periodCanSpend: coins(10n) }))
    expect(() => spend(after as Allowance, at(9n, 20n))).toThrow('period limit')
    expect(spend(after as Allowance, at(10n, 20n))).toEqual(
      periodic({ basic: basic(60n), periodCanSpend: coins(10n), periodReset: 20n }),
    )
    expect(() => spend(periodic({ basic: { ...basic(100n), expiration: 1n } }), at(2n, 1n))).toThrow(
      'absolute limit: fee allowance expired',
    )
  })

  it('counts from now on when a whole period has passed unused', () => {
    expect(spend(periodic(), at(35n, 1n))).toMatchObject({ periodReset: 45n })
  })

  it('offers in its last period what is left in all', () => {
    const last = periodic({ basic: basic(12n) })
    expect(spend(last, at(10n, 5n))).toMatchObject({ periodCanSpend: coins(7n), basic: basic(7n) })
    expect(spend(last, at(10n, 12n))).toBe('used up')
  })
})

describe('an allowance for some messages', () => {
  it('covers those and no others', () => {
    const allowed: Allowance = {
      kind: 'allowedMessages',
      allowance: basic(10n),
      typeUrls: ['/a', '/b'],
    }
    expect(spend(allowed, at(0n, 1n, ['/b', '/a']))).toEqual({ ...allowed, allowance: basic(9n) })
    expect(() => spend(allowed, at(0n, 1n, ['/a', '/c']))).toThrow(
      'message does not exist in allowed messages: message not allowed',
    )
    expect(spend(allowed, at(0n, 10n))).toBe('used up')
  })
})

const moment = fc.bigInt({ min: 0n, max: 10n ** 18n })
const amount = fc.bigInt({ min: 0n, max: 1_000n })
const someBasic = fc.record({ limit: amount, expiration: fc.option(moment, { nil: undefined }) }).map(
  ({ limit, expiration }): BasicAllowance => ({
    ...basic(limit),
    ...(expiration !== undefined && { expiration }),
  }),
)
const somePeriodic = fc
  .record({ basic: someBasic, limit: amount, canSpend: amount, period: moment, periodReset: moment })
  .map(
    ({ limit, canSpend, ...rest }): PeriodicAllowance => ({
      kind: 'periodic',
      periodSpendLimit: coins(limit),
      periodCanSpend: coins(canSpend),
      ...rest,
    }),
  )

describe('whatever the allowance', () => {
  it('is read back from the wire', () => {
    const nested = fc
      .oneof(someBasic, somePeriodic)
      .map((allowance): Allowance => ({ kind: 'allowedMessages', allowance, typeUrls: ['/x'] }))
    fc.assert(
      fc.property(fc.oneof(someBasic, somePeriodic, nested), (allowance) => {
        expect(allowanceFromAny(allowanceToAny(allowance))).toEqual(allowance)
      }),
    )
  })

  it('never pays more than its limit in all, nor than its period’s limit in one period', () => {
    const steps = fc.array(fc.record({ wait: fc.bigInt({ min: 0n, max: 15n }), fee: amount }), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 3_000n }), amount, steps, (total, limit, waits) => {
        const start = periodic({
          basic: basic(total),
          periodSpendLimit: coins(limit),
          periodCanSpend: coins(limit),
        })
        let [state, now, spent]: [Allowance | 'used up', bigint, bigint] = [start, 0n, 0n]
        const byPeriod = new Map<bigint, bigint>()
        for (const { wait, fee } of waits) {
          now += wait
          if (state === 'used up' || state.kind !== 'periodic') break
          const before: PeriodicAllowance = state
          try {
            state = spend(before, at(now, fee))
          } catch (error) {
            expect(error).toMatchObject({ codespace: 'feegrant', code: 2 })
            continue
          }
          spent += fee
          const period = state === 'used up' || state.kind !== 'periodic' ? -1n : state.periodReset
          byPeriod.set(period, (byPeriod.get(period) ?? 0n) + fee)
          if (state !== 'used up' && state.kind === 'periodic') {
            expect(amountOf(state.basic.spendLimit)).toBe(total - spent)
            expect(state.periodReset).toBeGreaterThanOrEqual(before.periodReset)
          }
        }
        expect(spent).toBeLessThanOrEqual(total)
        for (const sum of byPeriod.values()) expect(sum).toBeLessThanOrEqual(limit)
      }),
    )
  })
})

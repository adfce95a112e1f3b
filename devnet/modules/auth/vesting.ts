import { amountOf, type Coin, sumCoins } from '../coins'

export type VestingKind = 'continuous' | 'delayed' | 'periodic' | 'permanent'

export interface Period {
  /** Seconds. */
  readonly length: bigint
  readonly amount: readonly Coin[]
}

/** What of an account's coins is not yet its own to send; all times in seconds since 1970. */
export interface Vesting {
  readonly kind: VestingKind
  readonly original: readonly Coin[]
  readonly delegatedFree: readonly Coin[]
  readonly delegatedVesting: readonly Coin[]
  /** 0 unless continuous or periodic. */
  readonly startTime: bigint
  /** 0 if permanent. */
  readonly endTime: bigint
  /** Empty unless periodic. */
  readonly periods: readonly Period[]
}

const UNIT = 10n ** 18n

/** The coins that may not leave the account: those that still vest, less those of them that are delegated. */
export function lockedCoins(vesting: Vesting, timeS: bigint): Coin[] {
  return positive(
    vestingCoins(vesting, timeS).map(({ denom, amount }) => ({
      denom,
      amount: amount - amountOf(vesting.delegatedVesting, denom),
    })),
  )
}

/** Counts a delegation: it is taken from what vests first. */
export function withDelegation(vesting: Vesting, timeS: bigint, coins: readonly Coin[]): Vesting {
  const locked = lockedCoins(vesting, timeS)
  const vested = coins.map(({ denom, amount }) => ({ denom, amount: min(amountOf(locked, denom), amount) }))
  const free = coins.map(({ denom, amount }) => ({ denom, amount: amount - amountOf(vested, denom) }))
  return {
    ...vesting,
    delegatedVesting: sumCoins([...vesting.delegatedVesting, ...vested]),
    delegatedFree: sumCoins([...vesting.delegatedFree, ...free]),
  }
}

/** Counts the end of a delegation: what was free comes back first. */
export function withUndelegation(vesting: Vesting, coins: readonly Coin[]): Vesting {
  const { delegatedFree, delegatedVesting } = vesting
  const free = coins.map(({ denom, amount }) => ({
    denom,
    amount: min(amountOf(delegatedFree, denom), amount),
  }))
  const vested = coins.map(({ denom, amount }) => ({
    denom,
    // A slashed delegation may come back smaller or larger than it was counted.
    amount: min(amountOf(delegatedVesting, denom), amount - amountOf(free, denom)),
  }))
  return {
    ...vesting,
    delegatedFree: sumCoins([...delegatedFree, ...free.map(negated)]),
    delegatedVesting: sumCoins([...delegatedVesting, ...vested.map(negated)]),
  }
}

function vestingCoins(vesting: Vesting, timeS: bigint): Coin[] {
  return sumCoins([...vesting.original, ...vestedCoins(vesting, timeS).map(negated)])
}

function vestedCoins(vesting: Vesting, timeS: bigint): readonly Coin[] {
  const { kind, original, startTime, endTime } = vesting
  switch (kind) {
    case 'permanent':
      return []
    case 'delayed':
      return timeS >= endTime ? original : []
    case 'continuous':
      return timeS <= startTime ? [] : timeS >= endTime ? original : vestedSoFar(vesting, timeS)
    case 'periodic':
      return timeS <= startTime ? [] : timeS >= endTime ? original : vestedPeriods(vesting, timeS)
    default:
      return kind satisfies never
  }
}

/** The share of the time that has passed, to 18 decimals, of every coin. */
function vestedSoFar({ original, startTime, endTime }: Vesting, timeS: bigint): Coin[] {
  const share = roundHalfEven(((timeS - startTime) * UNIT * UNIT) / (endTime - startTime))
  return original.map(({ denom, amount }) => ({ denom, amount: roundHalfEven(amount * share) }))
}

function vestedPeriods({ periods, startTime }: Vesting, timeS: bigint): Coin[] {
  let end = startTime
  const passed = periods.filter(({ length }) => {
    end += length
    return end <= timeS
  })
  return sumCoins(passed.flatMap(({ amount }) => amount))
}

/** Drops 18 decimals; exactly half goes to the even neighbour, as the chain rounds. */
function roundHalfEven(value: bigint): bigint {
  const whole = value / UNIT
  const rest = (value % UNIT) * 2n
  const up = rest > UNIT || (rest === UNIT && whole % 2n === 1n)
  return up ? whole + 1n : whole
}

function positive(coins: readonly Coin[]): Coin[] {
  return coins.filter(({ amount }) => amount > 0n)
}

function negated({ denom, amount }: Coin): Coin {
  return { denom, amount: -amount }
}

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

import type { Address } from '../../../src/domain/index'
import { sdkError } from '../../node/abci-error'
import type { Context } from '../../node/context'
import { createVestingAccount, findAccount } from '../auth/accounts'
import type { Period, Vesting } from '../auth/vesting'
import { checkReceiver, sendCoins } from '../bank/bank'
import { checkSendEnabled } from '../bank/send-enabled'
import { type Coin, checkCoins, sumCoins } from '../coins'

/** Who pays for a new account, and whose it is. */
export interface Grant {
  readonly from: Address
  readonly to: Address
}

interface Schedule {
  readonly amount: readonly Coin[]
  /** Seconds since 1970. */
  readonly endTime: bigint
  readonly delayed: boolean
}

const NOTHING_DELEGATED = { delegatedFree: [], delegatedVesting: [] }

/** Coins that vest evenly from now on, or all at the end. */
export function createContinuousOrDelayed(context: Context, grant: Grant, schedule: Schedule): void {
  const { amount, endTime, delayed } = schedule
  checkCoins(amount)
  if (endTime <= 0n) throw sdkError('invalidRequest', 'invalid end time')
  const now = BigInt(Math.floor(context.block.timeMs / 1000))
  createWith(context, grant, {
    kind: delayed ? 'delayed' : 'continuous',
    original: amount,
    ...NOTHING_DELEGATED,
    startTime: delayed ? 0n : now,
    endTime,
    periods: [],
  })
}

/** Coins that never vest: they can be delegated and nothing else. */
export function createPermanentlyLocked(context: Context, grant: Grant, amount: readonly Coin[]): void {
  checkCoins(amount)
  createWith(context, grant, {
    kind: 'permanent',
    original: amount,
    ...NOTHING_DELEGATED,
    startTime: 0n,
    endTime: 0n,
    periods: [],
  })
}

/** Coins that vest in parts, each at the end of its period. */
export function createPeriodic(
  context: Context,
  grant: Grant,
  { startTime, periods }: { readonly startTime: bigint; readonly periods: readonly Period[] },
): void {
  if (startTime < 1n) {
    throw sdkError('invalidRequest', `invalid start time of ${startTime}, length must be greater than 0`)
  }
  for (const [index, { length, amount }] of periods.entries()) {
    if (length < 1n) {
      throw sdkError(
        'invalidRequest',
        `invalid period length of ${length} in period ${index}, length must be greater than 0`,
      )
    }
    checkCoins(amount)
  }
  createWith(context, grant, {
    kind: 'periodic',
    original: sumCoins(periods.flatMap(({ amount }) => amount)),
    ...NOTHING_DELEGATED,
    startTime,
    endTime: periods.reduce((end, { length }) => end + length, startTime),
    periods,
  })
}

function createWith(context: Context, { from, to }: Grant, vesting: Vesting): void {
  checkSendEnabled(context.store, vesting.original)
  checkReceiver(to)
  if (findAccount(context.store, to) !== undefined) {
    throw sdkError('invalidRequest', `account ${to} already exists`)
  }
  createVestingAccount(context.store, to, vesting)
  sendCoins(context, from, to, vesting.original)
}

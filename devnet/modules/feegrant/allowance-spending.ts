import { type Coin, subtractCoins } from '../coins'
import type { Nanos } from '../proto-time'
import type { Allowance, AllowedMessagesAllowance, BasicAllowance, PeriodicAllowance } from './allowance'
import { feegrantError } from './feegrant-errors'

/** A fee that somebody else is to pay. */
export interface Spending {
  readonly fee: readonly Coin[]
  /** The types of the messages that it is for. */
  readonly typeUrls: readonly string[]
  /** The time of the block. */
  readonly now: Nanos
}

/** The allowance after a fee; `used up` when nothing is left of it. Throws AbciError when it does not cover the fee. */
export function spend(allowance: Allowance, spending: Spending): Allowance | 'used up' {
  switch (allowance.kind) {
    case 'basic':
      return spendBasic(allowance, spending)
    case 'periodic':
      return spendPeriodic(allowance, spending)
    case 'allowedMessages':
      return spendOnMessages(allowance, spending)
  }
}

function spendBasic(allowance: BasicAllowance, { fee, now }: Spending): Allowance | 'used up' {
  if (isOver(allowance, now)) throw feegrantError('limitExpired', 'basic allowance')
  if (allowance.spendLimit.length === 0) return allowance
  const spendLimit = subtractCoins(allowance.spendLimit, fee)
  if (spendLimit === undefined) throw feegrantError('limitExceeded', 'basic allowance')
  return spendLimit.length === 0 ? 'used up' : { ...allowance, spendLimit }
}

function spendPeriodic(allowance: PeriodicAllowance, { fee, now }: Spending): Allowance | 'used up' {
  if (isOver(allowance.basic, now)) throw feegrantError('limitExpired', 'absolute limit')
  const current = inPeriod(allowance, now)
  const periodCanSpend = subtractCoins(current.periodCanSpend, fee)
  if (periodCanSpend === undefined) throw feegrantError('limitExceeded', 'period limit')
  if (current.basic.spendLimit.length === 0) return { ...current, periodCanSpend }
  const spendLimit = subtractCoins(current.basic.spendLimit, fee)
  if (spendLimit === undefined) throw feegrantError('limitExceeded', 'absolute limit')
  if (spendLimit.length === 0) return 'used up'
  return { ...current, basic: { ...current.basic, spendLimit }, periodCanSpend }
}

/** Opens a new period once the old one is over: one step on, or from now when more than one has passed unused. */
function inPeriod(allowance: PeriodicAllowance, now: Nanos): PeriodicAllowance {
  const { basic, period, periodSpendLimit, periodReset } = allowance
  if (now < periodReset) return allowance
  const exceedsBasic = subtractCoins(basic.spendLimit, periodSpendLimit) === undefined
  const periodCanSpend = basic.spendLimit.length > 0 && exceedsBasic ? basic.spendLimit : periodSpendLimit
  const next = periodReset + period
  return { ...allowance, periodCanSpend, periodReset: now > next ? now + period : next }
}

function spendOnMessages(allowance: AllowedMessagesAllowance, spending: Spending): Allowance | 'used up' {
  if (spending.typeUrls.some((typeUrl) => !allowance.typeUrls.includes(typeUrl))) {
    throw feegrantError('messageNotAllowed', 'message does not exist in allowed messages')
  }
  const rest = spend(allowance.allowance, spending)
  return rest === 'used up' ? rest : { ...allowance, allowance: rest }
}

function isOver({ expiration }: BasicAllowance, now: Nanos): boolean {
  return expiration !== undefined && expiration < now
}

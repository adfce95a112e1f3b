import { sdkError } from '../../node/abci-error'
import { areCoins, type Coin, formatCoins } from '../coins'
import type { Nanos } from '../proto-time'
import { feegrantError } from './feegrant-errors'

/** What may be spent in all; without coins in its limit, anything. */
export interface BasicAllowance {
  readonly kind: 'basic'
  readonly spendLimit: readonly Coin[]
  readonly expiration?: Nanos
}

/** What may be spent in each period, within a basic allowance. */
export interface PeriodicAllowance {
  readonly kind: 'periodic'
  readonly basic: BasicAllowance
  readonly period: Nanos
  readonly periodSpendLimit: readonly Coin[]
  readonly periodCanSpend: readonly Coin[]
  readonly periodReset: Nanos
}

/** Another allowance, for some types of messages only. */
export interface AllowedMessagesAllowance {
  readonly kind: 'allowedMessages'
  readonly allowance: Allowance
  readonly typeUrls: readonly string[]
}

export type Allowance = BasicAllowance | PeriodicAllowance | AllowedMessagesAllowance

/** When it ends; undefined for one that lasts. */
export function expirationOf(allowance: Allowance): Nanos | undefined {
  switch (allowance.kind) {
    case 'basic':
      return allowance.expiration
    case 'periodic':
      return allowance.basic.expiration
    case 'allowedMessages':
      return expirationOf(allowance.allowance)
  }
}

/** Throws AbciError unless the allowance makes sense on its own. */
export function checkAllowance(allowance: Allowance): void {
  if (allowance.kind === 'basic') checkBasic(allowance)
  else if (allowance.kind === 'periodic') checkPeriodic(allowance)
  else {
    if (allowance.typeUrls.length === 0)
      throw feegrantError('noMessages', "allowed messages shouldn't be empty")
    checkAllowance(allowance.allowance)
  }
}

function checkBasic({ spendLimit, expiration }: BasicAllowance): void {
  checkLimit(spendLimit, 'send amount is invalid')
  if (expiration !== undefined && expiration < 0n)
    throw feegrantError('invalidDuration', 'expiration time cannot be negative')
}

function checkPeriodic({ basic, period, periodSpendLimit, periodCanSpend }: PeriodicAllowance): void {
  checkBasic(basic)
  checkLimit(periodSpendLimit, 'spend amount is invalid')
  if (periodSpendLimit.length === 0) throw sdkError('invalidCoins', 'spend limit must be positive')
  checkLimit(periodCanSpend, 'can spend amount is invalid')
  const denoms = basic.spendLimit.map(({ denom }) => denom)
  if (denoms.length > 0 && periodSpendLimit.some(({ denom }) => !denoms.includes(denom))) {
    throw sdkError('invalidCoins', 'period spend limit has different currency than basic spend limit')
  }
  if (period < 0n) throw feegrantError('invalidDuration', 'negative clock step')
}

function checkLimit(coins: readonly Coin[], what: string): void {
  if (!areCoins(coins)) throw sdkError('invalidCoins', `${what}: ${formatCoins(coins)}`)
}

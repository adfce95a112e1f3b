import { truncate, ZERO } from '../../math/decimal'
import { AbciError } from '../../node/abci-error'
import type { Context } from '../../node/context'
import type { Store } from '../../store/store'
import { readValidatorAddress } from '../message-address'
import { delegatedShares } from '../staking/delegations'
import { stakingError } from '../staking/staking-errors'
import { setJailed } from '../staking/validator-set'
import { requireValidator, tokensFor } from '../staking/validators'

/** How long a validator that missed blocks stays out. */
export const DOWNTIME_JAIL_SECONDS = 600n
const JAILED = 'slashing/jailed-until'

/** Keeps a validator from signing, as missed blocks do; nothing of its stake is taken. */
export function jail(context: Context, operator: string): void {
  requireValidator(context.store, operator)
  setJailed(context.store, operator, true)
  const until = context.block.timeMs + Number(DOWNTIME_JAIL_SECONDS) * 1000
  context.store.area(JAILED).set(operator, String(until))
}

/** Milliseconds since 1970; 0 for a validator that never was. */
export function jailedUntil(store: Store, operator: string): number {
  return Number(store.area(JAILED).get(operator) ?? '0')
}

/** Lets a validator sign again, at its own word and after its time. */
export function unjail(context: Context, operator: string): void {
  const { store, block } = context
  const owner = readValidatorAddress(operator)
  const validator = requireValidator(store, operator)
  const shares = delegatedShares(store, owner, operator)
  if (shares === ZERO) throw stakingError('noDelegation')
  const own = truncate(tokensFor(validator, shares))
  if (own < validator.minSelfDelegation) {
    throw slashingError(
      7,
      `${own} less than ${validator.minSelfDelegation}: validator's self delegation less than minimum; cannot be unjailed`,
    )
  }
  if (!validator.jailed) throw slashingError(5, 'validator not jailed; cannot be unjailed')
  if (block.timeMs < jailedUntil(store, operator)) {
    throw slashingError(4, 'validator still jailed; cannot be unjailed')
  }
  setJailed(store, operator, false)
}

function slashingError(code: number, words: string): AbciError {
  return new AbciError('slashing', code, words)
}

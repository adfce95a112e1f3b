import { ZERO } from '../../math/decimal'
import type { Context } from '../../node/context'
import type { Store } from '../../store/store'
import { getBalance } from '../bank/bank'
import { stakingHooks } from '../distribution/staking-hooks'
import { BONDED_POOL, moveBetweenPools, NOT_BONDED_POOL } from './pools'
import { stakingParams } from './staking-params'
import {
  allValidators,
  removeValidator,
  requireValidator,
  type Validator,
  writeValidator,
} from './validators'

const ONE_POWER = 1_000_000n

/** Everything that validators hold and sign with, in uscrt. */
export function totalBonded(store: Store): bigint {
  return getBalance(store, BONDED_POOL, stakingParams(store).bondDenom)
}

export function totalNotBonded(store: Store): bigint {
  return getBalance(store, NOT_BONDED_POOL, stakingParams(store).bondDenom)
}

export function bondedValidators(store: Store): Validator[] {
  return allValidators(store).filter(({ status }) => status === 'bonded')
}

/** What a validator signs with: its whole SCRT. */
export function powerOf({ tokens }: Validator): bigint {
  return tokens / ONE_POWER
}

/** Lets the strongest sign and the others not. Done at the end of every block. */
export function updateValidatorSet(context: Context): void {
  const { store, block } = context
  const all = allValidators(store)
  const chosen = new Set(strongest(all, stakingParams(store).maxValidators).map(({ operator }) => operator))
  for (const validator of all) {
    const { operator, status, tokens } = validator
    if (chosen.has(operator) && status !== 'bonded') {
      moveBetweenPools(context, NOT_BONDED_POOL, BONDED_POOL, tokens)
      writeValidator(store, { ...validator, status: 'bonded' })
    } else if (!chosen.has(operator) && status === 'bonded') {
      moveBetweenPools(context, BONDED_POOL, NOT_BONDED_POOL, tokens)
      const unbondingMs = block.timeMs + Number(stakingParams(store).unbondingSeconds) * 1000
      writeValidator(store, { ...validator, status: 'unbonding', unbondingHeight: block.height, unbondingMs })
    } else if (status === 'unbonding' && validator.unbondingMs <= block.timeMs) {
      endUnbonding(context, validator)
    }
  }
}

/** A validator that nobody stakes with any more is forgotten. */
function endUnbonding(context: Context, validator: Validator): void {
  if (validator.shares > ZERO) {
    writeValidator(context.store, { ...validator, status: 'unbonded' })
    return
  }
  removeValidator(context.store, validator)
  stakingHooks.validatorRemoved(context, validator.operator)
}

/** Keeps a validator from signing, or lets it again. */
export function setJailed(store: Store, operator: string, jailed: boolean): void {
  writeValidator(store, { ...requireValidator(store, operator), jailed })
}

function strongest(all: readonly Validator[], count: number): Validator[] {
  return all
    .filter(({ jailed, tokens }) => !jailed && tokens >= ONE_POWER)
    .sort((a, b) => (a.tokens === b.tokens ? 0 : a.tokens > b.tokens ? -1 : 1))
    .slice(0, count)
}

import type { Address } from '../../../src/domain/index'
import type { Context } from '../../node/context'
import type { Validator } from '../staking/validators'
import { payCommission } from './commission'
import { payRewards, startRewards } from './delegator-rewards'
import { stopRestake } from './restake-entries'
import { beginRewards, endPeriod, endRewards } from './validator-rewards'

/** Rewards are settled whenever a stake is about to change, and counted anew when it has. */
export const stakingHooks = {
  validatorCreated: (context: Context, operator: string): void => beginRewards(context.store, operator),
  validatorRemoved(context: Context, operator: string): void {
    payCommission(context, operator)
    endRewards(context.store, operator)
  },
  beforeFirstDelegation: (context: Context, validator: Validator): void => {
    endPeriod(context.store, validator)
  },
  beforeDelegationChange: (context: Context, delegator: Address, validator: Validator): void => {
    payRewards(context, delegator, validator)
  },
  afterDelegationChange: startRewards,
  delegationEnded: (context: Context, delegator: Address, operator: string): void =>
    stopRestake(context.store, delegator, operator),
}

import type { JsonObject } from '../../src/domain/index'
import { formatDecimal } from '../math/decimal'
import type { Validator } from '../modules/staking/validators'
import { timeInFull } from '../node/time-text'

/** A validator as the staking queries show it (Protocol 4.3). */
export function renderValidator(validator: Validator): JsonObject {
  const { rate, maxRate, maxChangeRate, updatedMs } = validator.commission
  return {
    operator_address: validator.operator,
    consensus_pubkey: { '@type': '/cosmos.crypto.ed25519.PubKey', key: validator.consensusKey },
    jailed: validator.jailed,
    status: `BOND_STATUS_${validator.status.toUpperCase()}`,
    tokens: String(validator.tokens),
    delegator_shares: formatDecimal(validator.shares),
    description: { ...validator.description },
    unbonding_height: String(validator.unbondingHeight),
    unbonding_time: timeInFull(validator.unbondingMs),
    commission: {
      commission_rates: {
        rate: formatDecimal(rate),
        max_rate: formatDecimal(maxRate),
        max_change_rate: formatDecimal(maxChangeRate),
      },
      update_time: timeInFull(updatedMs),
    },
    min_self_delegation: String(validator.minSelfDelegation),
    unbonding_on_hold_ref_count: '0',
    unbonding_ids: [],
  }
}

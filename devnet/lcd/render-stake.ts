import type { JsonObject } from '../../src/domain/index'
import { type Decimal, formatDecimal, truncate } from '../math/decimal'
import { momentText } from '../modules/proto-time'
import type { Delegation } from '../modules/staking/delegations'
import { type RedelegationWay, redelegationsOn } from '../modules/staking/redelegations'
import { stakingParams } from '../modules/staking/staking-params'
import { type Unbonding, type UnbondingPair, unbondingsOf } from '../modules/staking/unbondings'
import { findValidator, tokensFor } from '../modules/staking/validators'
import type { LcdRequest } from './lcd-request'

/** A stake and what it is worth (Protocol 4.3). */
export function renderDelegation(
  { store }: LcdRequest,
  { delegator, operator, shares }: Delegation,
): JsonObject {
  const found = findValidator(store, operator)
  const amount = found === undefined ? 0n : truncate(tokensFor(found, shares))
  return {
    delegation: {
      delegator_address: delegator,
      validator_address: operator,
      shares: formatDecimal(shares),
    },
    balance: { denom: stakingParams(store).bondDenom, amount: String(amount) },
  }
}

export function renderUnbonding({ store }: LcdRequest, pair: UnbondingPair): JsonObject {
  return {
    delegator_address: pair.delegator,
    validator_address: pair.operator,
    entries: unbondingsOf(store, pair).map(renderUnbondingEntry),
  }
}

function renderUnbondingEntry(entry: Unbonding): JsonObject {
  return {
    creation_height: String(entry.creationHeight),
    completion_time: momentText(entry.completion),
    initial_balance: String(entry.initialBalance),
    balance: String(entry.balance),
    unbonding_id: String(entry.id),
    unbonding_on_hold_ref_count: '0',
  }
}

/** The one answer whose numbers are JSON numbers, and whose zeros are left out. */
export function renderRedelegation({ store }: LcdRequest, way: RedelegationWay): JsonObject {
  const { delegator, source, destination } = way
  const found = findValidator(store, destination)
  const worth = (shares: Decimal): bigint => (found === undefined ? 0n : truncate(tokensFor(found, shares)))
  return {
    redelegation: {
      delegator_address: delegator,
      validator_src_address: source,
      validator_dst_address: destination,
      entries: null,
    },
    entries: redelegationsOn(store, way).map((entry) => ({
      redelegation_entry: {
        creation_height: entry.creationHeight,
        completion_time: momentText(entry.completion),
        initial_balance: String(entry.initialBalance),
        shares_dst: formatDecimal(entry.shares),
        unbonding_id: entry.id,
      },
      balance: String(worth(entry.shares)),
    })),
  }
}

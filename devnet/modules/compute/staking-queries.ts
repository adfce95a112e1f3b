import type { Address, JsonObject, JsonValue } from '../../../src/domain/index'
import { formatDecimal, truncate } from '../../math/decimal'
import type { Context } from '../../node/context'
import type { DecCoins } from '../distribution/dec-coins'
import { NO_COINS } from '../distribution/dec-coins'
import { pendingRewards } from '../distribution/delegator-rewards'
import { readAddress } from '../message-address'
import { bondedRatio, inflation } from '../mint/mint'
import { type Delegation, delegatedShares, delegationsOf } from '../staking/delegations'
import { stakingParams } from '../staking/staking-params'
import { unbondingPairs, unbondingsOf } from '../staking/unbondings'
import { bondedValidators } from '../staking/validator-set'
import { findValidator, tokensFor, type Validator } from '../staking/validators'
import { type ChainQuery, textOf } from './chain-query'

/** What contracts may ask about stakes and what they earn (Protocol 12.6). */
export const STAKING_QUERIES: Readonly<Record<string, ChainQuery>> = {
  'staking.bonded_denom': ({ store }) => ({ denom: stakingParams(store).bondDenom }),
  'staking.validators': ({ store }) => ({ validators: bondedValidators(store).map(validatorJson) }),
  'staking.all_validators': ({ store }) => ({ validators: bondedValidators(store).map(validatorJson) }),
  'staking.validator': ({ store }, body) => {
    const found = findValidator(store, textOf(body, 'address'))
    return { validator: found === undefined ? null : validatorJson(found) }
  },
  'staking.all_delegations': (context, body) => ({
    delegations: delegationsOf(context.store, delegatorOf(body)).map((one) => delegationJson(context, one)),
  }),
  'staking.delegation': (context, body) => {
    const delegator = delegatorOf(body)
    const operator = textOf(body, 'validator')
    const shares = delegatedShares(context.store, delegator, operator)
    if (shares === 0n) return { delegation: null }
    return { delegation: fullDelegationJson(context, { delegator, operator, shares }) }
  },
  'staking.unbonding_delegations': ({ store }, body) => ({
    delegations: unbondingPairs(store, delegatorOf(body)).flatMap((pair) =>
      unbondingsOf(store, pair).map(({ balance }) => ({
        delegator: pair.delegator,
        validator: pair.operator,
        amount: coinJson(store, balance),
      })),
    ),
  }),
  'distribution.rewards': ({ store }, body) => {
    const delegator = delegatorOf(body)
    const rewards = delegationsOf(store, delegator).map(({ operator }) => {
      const found = findValidator(store, operator)
      const coins = found === undefined ? NO_COINS : pendingRewards(store, delegator, found)
      return { validator_address: operator, reward: wholeCoins(coins) }
    })
    return { rewards, total: sumOf(rewards.flatMap(({ reward }) => reward)) }
  },
  'mint.inflation': ({ store }) => ({ inflation_rate: formatDecimal(inflation(store)) }),
  'mint.bonded_ratio': ({ store }) => ({ bonded_ratio: formatDecimal(bondedRatio(store)) }),
}

function delegatorOf(body: JsonObject): Address {
  return readAddress(textOf(body, 'delegator'), 'invalid delegator address')
}

function validatorJson({ operator, commission }: Validator): JsonObject {
  return {
    address: operator,
    commission: formatDecimal(commission.rate),
    max_commission: formatDecimal(commission.maxRate),
    max_change_rate: formatDecimal(commission.maxChangeRate),
  }
}

function delegationJson({ store }: Context, { delegator, operator, shares }: Delegation): JsonObject {
  const found = findValidator(store, operator)
  const worth = found === undefined ? 0n : truncate(tokensFor(found, shares))
  return { delegator, validator: operator, amount: coinJson(store, worth) }
}

function fullDelegationJson(context: Context, delegation: Delegation): JsonObject {
  const { store } = context
  const found = findValidator(store, delegation.operator)
  const coins = found === undefined ? NO_COINS : pendingRewards(store, delegation.delegator, found)
  const basic = delegationJson(context, delegation)
  return { ...basic, can_redelegate: basic['amount'] ?? null, accumulated_rewards: wholeCoins(coins) }
}

function coinJson(store: Context['store'], amount: bigint): JsonValue {
  return { denom: stakingParams(store).bondDenom, amount: String(amount) }
}

function wholeCoins(coins: DecCoins): { denom: string; amount: string }[] {
  return [...coins].map(([denom, amount]) => ({ denom, amount: String(truncate(amount)) }))
}

function sumOf(coins: readonly { denom: string; amount: string }[]): JsonValue {
  const sums = new Map<string, bigint>()
  for (const { denom, amount } of coins) sums.set(denom, (sums.get(denom) ?? 0n) + BigInt(amount))
  return [...sums].map(([denom, amount]) => ({ denom, amount: String(amount) }))
}

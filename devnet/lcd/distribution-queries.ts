import type { JsonObject, JsonValue } from '../../src/domain/index'
import { formatDecimal } from '../math/decimal'
import { communityPool as readPool } from '../modules/distribution/community-pool'
import { addDecCoins, type DecCoins, NO_COINS } from '../modules/distribution/dec-coins'
import { pendingRewards } from '../modules/distribution/delegator-rewards'
import { distributionParams } from '../modules/distribution/distribution-params'
import { restakeEntriesOf } from '../modules/distribution/restake-entries'
import { rewardsOf } from '../modules/distribution/validator-rewards'
import { withdrawAddressOf } from '../modules/distribution/withdraw-address'
import { readValidatorAddress } from '../modules/message-address'
import { delegatedShares, delegationsOf } from '../modules/staking/delegations'
import { findValidator } from '../modules/staking/validators'
import { GRPC, GrpcError, invalidArgument } from './grpc-error'
import { addressParameter, addressPart, type LcdHandler } from './lcd-request'
import { paginate } from './pagination'
import { validatorPart } from './validator-part'

export const delegatorRewards: LcdHandler = (_, request) => {
  const { store } = request
  const delegator = addressPart(request)
  const found = delegationsOf(store, delegator).flatMap(
    ({ operator }) => findValidator(store, operator) ?? [],
  )
  const rewards = found.map((one) => ({
    operator: one.operator,
    coins: pendingRewards(store, delegator, one),
  }))
  const total = rewards.reduce((sum, { coins }) => addDecCoins(sum, coins), NO_COINS)
  return {
    rewards: rewards.map(({ operator, coins }) => ({
      validator_address: operator,
      reward: decCoinsToJson(coins),
    })),
    total: decCoinsToJson(total),
  }
}

export const rewardsWith: LcdHandler = (_, request) => {
  const delegator = addressPart(request)
  const one = validatorPart(request)
  if (delegatedShares(request.store, delegator, one.operator) === 0n) {
    throw new GrpcError(GRPC.unknown, 'no delegation for (address, validator) tuple')
  }
  return { rewards: decCoinsToJson(pendingRewards(request.store, delegator, one)) }
}

export const delegatorValidators: LcdHandler = (_, request) => ({
  validators: delegationsOf(request.store, addressPart(request)).map(({ operator }) => operator),
})

export const withdrawAddress: LcdHandler = (_, request) => ({
  withdraw_address: withdrawAddressOf(request.store, addressPart(request)),
})

export const commission: LcdHandler = (_, request) => ({
  commission: {
    commission: decCoinsToJson(rewardsOf(request.store, validatorPart(request).operator).commission),
  },
})

export const outstandingRewards: LcdHandler = (_, request) => ({
  rewards: {
    rewards: decCoinsToJson(rewardsOf(request.store, validatorPart(request).operator).outstanding),
  },
})

export const validatorInfo: LcdHandler = (_, request) => {
  const { store } = request
  const one = validatorPart(request)
  const owner = readValidatorAddress(one.operator)
  return {
    operator_address: owner,
    self_bond_rewards: decCoinsToJson(pendingRewards(store, owner, one)),
    commission: decCoinsToJson(rewardsOf(store, one.operator).commission),
  }
}

/** Nobody is slashed here. */
export const slashes: LcdHandler = (_, request) => {
  validatorPart(request)
  const { pagination } = paginate<string>([], request.query, (name) => name)
  return { slashes: [], pagination }
}

export const communityPool: LcdHandler = (_, { store }) => ({ pool: decCoinsToJson(readPool(store)) })

export const params: LcdHandler = (_, { store }) => {
  const all = distributionParams(store)
  return {
    params: {
      community_tax: formatDecimal(all.communityTax),
      base_proposer_reward: '0.000000000000000000',
      bonus_proposer_reward: '0.000000000000000000',
      withdraw_addr_enabled: all.withdrawAddressEnabled,
      secret_foundation_tax: formatDecimal(all.foundationTax),
      secret_foundation_address: all.foundationAddress,
      minimum_restake_threshold: formatDecimal(all.restakeThreshold),
      restake_period: String(all.restakePeriod),
    },
  }
}

export const restakeThreshold: LcdHandler = (_, { store }) => ({
  threshold: formatDecimal(distributionParams(store).restakeThreshold),
})

export const restakeEntries: LcdHandler = (_, request) => {
  const delegator = addressParameter(request, 'delegator')
  if (delegator === undefined) throw invalidArgument('empty delegator address')
  return { validators: restakeEntriesOf(request.store, delegator) }
}

export const foundationTax: LcdHandler = (_, { store }) => {
  const { foundationTax: tax, foundationAddress } = distributionParams(store)
  return { tax: formatDecimal(tax), foundation_address: foundationAddress }
}

function decCoinsToJson(coins: DecCoins): JsonValue {
  return [...coins].map(([denom, amount]): JsonObject => ({ denom, amount: formatDecimal(amount) }))
}

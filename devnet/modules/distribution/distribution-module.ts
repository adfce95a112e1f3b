import {
  MsgCommunityPoolSpendSchema,
  MsgDepositValidatorRewardsPoolSchema,
  MsgFundCommunityPoolSchema,
  MsgSetAutoRestakeSchema,
  MsgSetWithdrawAddressSchema,
  MsgUpdateParamsSchema,
  MsgWithdrawDelegatorRewardResponseSchema,
  MsgWithdrawDelegatorRewardSchema,
  MsgWithdrawValidatorCommissionResponseSchema,
  MsgWithdrawValidatorCommissionSchema,
} from '../../codec/gen/distribution_pb'
import { decimalFromWire, ZERO } from '../../math/decimal'
import { sdkError } from '../../node/abci-error'
import { type ChainModule, handler, type MessageHandler, response } from '../../node/chain-module'
import { checkAuthority } from '../authority'
import { sendCoins } from '../bank/bank'
import { checkCoins, coinsFromProto, coinToProto } from '../coins'
import { readAddress, readValidatorAddress } from '../message-address'
import { requireValidator } from '../staking/validators'
import { addReward, allocateFees } from './allocation'
import { withdrawCommission } from './commission'
import { DISTRIBUTION, fundCommunityPool, spendCommunityPool } from './community-pool'
import { decCoinsOf } from './dec-coins'
import { shownCoins, withdrawRewards } from './delegator-rewards'
import { setDistributionParams } from './distribution-params'
import { restakeRewards, setAutoRestake } from './restaking'
import { setWithdrawAddress } from './withdraw-address'

const REWARD_GAS = 30_000n

/** The distribution module with Secret's restaking and foundation (Protocol 3.4, 4.3). */
export const distributionModule: ChainModule = {
  name: 'distribution',
  messages: [...rewardMessages(), ...poolMessages()],
  beginBlock(context) {
    allocateFees(context)
    restakeRewards(context)
  },
}

function rewardMessages(): MessageHandler[] {
  return [
    handler(MsgSetWithdrawAddressSchema, (context, { delegatorAddress, withdrawAddress }) => {
      const delegator = readAddress(delegatorAddress, 'invalid delegator address')
      setWithdrawAddress(context, delegator, readAddress(withdrawAddress, 'invalid withdraw address'))
      return undefined
    }),
    handler(MsgWithdrawDelegatorRewardSchema, (context, { delegatorAddress, validatorAddress }) => {
      context.gas.consume(REWARD_GAS, 'distribution')
      const delegator = readAddress(delegatorAddress, 'invalid delegator address')
      readValidatorAddress(validatorAddress)
      const paid = withdrawRewards(context, delegator, validatorAddress)
      const amount = shownCoins(paid).map(coinToProto)
      return response(MsgWithdrawDelegatorRewardResponseSchema, { amount })
    }),
    handler(MsgWithdrawValidatorCommissionSchema, (context, { validatorAddress }) => {
      context.gas.consume(REWARD_GAS, 'distribution')
      readValidatorAddress(validatorAddress)
      const amount = withdrawCommission(context, validatorAddress).map(coinToProto)
      return response(MsgWithdrawValidatorCommissionResponseSchema, { amount })
    }),
    handler(MsgSetAutoRestakeSchema, (context, { delegatorAddress, validatorAddress, enabled }) => {
      const delegator = readAddress(delegatorAddress, 'invalid delegator address')
      readValidatorAddress(validatorAddress)
      setAutoRestake(context, delegator, validatorAddress, enabled)
      return undefined
    }),
  ]
}

function poolMessages(): MessageHandler[] {
  return [
    handler(MsgFundCommunityPoolSchema, (context, { depositor, amount }) => {
      const coins = coinsFromProto(amount)
      checkCoins(coins)
      fundCommunityPool(context, readAddress(depositor, 'invalid depositor address'), coins)
      return undefined
    }),
    handler(MsgDepositValidatorRewardsPoolSchema, (context, { depositor, validatorAddress, amount }) => {
      const coins = coinsFromProto(amount)
      checkCoins(coins)
      const from = readAddress(depositor, 'invalid depositor address')
      readValidatorAddress(validatorAddress)
      const validator = requireValidator(context.store, validatorAddress)
      sendCoins(context, from, DISTRIBUTION, coins)
      addReward(context, validator, decCoinsOf(coins))
      return undefined
    }),
    handler(MsgCommunityPoolSpendSchema, (context, { authority, recipient, amount }) => {
      checkAuthority(authority)
      const coins = coinsFromProto(amount)
      checkCoins(coins)
      spendCommunityPool(context, readAddress(recipient, 'invalid recipient address'), coins)
      return undefined
    }),
    handler(MsgUpdateParamsSchema, (context, { authority, params }) => {
      checkAuthority(authority)
      if (params === undefined) throw sdkError('invalidRequest', 'empty params')
      const decimal = (text: string) => decimalFromWire(text) ?? ZERO
      setDistributionParams(context.store, {
        communityTax: decimal(params.communityTax),
        withdrawAddressEnabled: params.withdrawAddrEnabled,
        foundationTax: decimal(params.secretFoundationTax),
        foundationAddress: params.secretFoundationAddress,
        restakeThreshold: decimal(params.minimumRestakeThreshold),
        restakePeriod: BigInt(params.restakePeriod || '0'),
      })
      return undefined
    }),
  ]
}

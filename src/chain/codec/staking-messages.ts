import { coin, coins } from './composite-fields'
import { messageSpec } from './message-spec'
import { account, flag, int64, validator } from './plain-fields'

function staking<const K extends string, const N extends string>(kind: K, name: N) {
  return { kind, typeUrl: `/cosmos.staking.v1beta1.${name}`, aminoType: `cosmos-sdk/${name}` } as const
}

function distribution<const K extends string, const N extends string>(kind: K, name: N, amino: string) {
  return { kind, typeUrl: `/cosmos.distribution.v1beta1.${name}`, aminoType: `cosmos-sdk/${amino}` } as const
}

/** Staking and distribution (Protocol 3.4; two amino names differ from the protobuf ones). */
export const STAKING_MESSAGES = [
  messageSpec(staking('delegate', 'MsgDelegate'), {
    delegator: ['delegator_address', 1, account],
    validator: ['validator_address', 2, validator],
    amount: ['amount', 3, coin],
  }),
  messageSpec(staking('undelegate', 'MsgUndelegate'), {
    delegator: ['delegator_address', 1, account],
    validator: ['validator_address', 2, validator],
    amount: ['amount', 3, coin],
  }),
  messageSpec(staking('redelegate', 'MsgBeginRedelegate'), {
    delegator: ['delegator_address', 1, account],
    fromValidator: ['validator_src_address', 2, validator],
    toValidator: ['validator_dst_address', 3, validator],
    amount: ['amount', 4, coin],
  }),
  messageSpec(staking('cancel-unbonding', 'MsgCancelUnbondingDelegation'), {
    delegator: ['delegator_address', 1, account],
    validator: ['validator_address', 2, validator],
    amount: ['amount', 3, coin],
    creationHeight: ['creation_height', 4, int64],
  }),
  messageSpec(distribution('withdraw-reward', 'MsgWithdrawDelegatorReward', 'MsgWithdrawDelegationReward'), {
    delegator: ['delegator_address', 1, account],
    validator: ['validator_address', 2, validator],
  }),
  messageSpec(distribution('set-withdraw-address', 'MsgSetWithdrawAddress', 'MsgModifyWithdrawAddress'), {
    delegator: ['delegator_address', 1, account],
    withdrawAddress: ['withdraw_address', 2, account],
  }),
  messageSpec(distribution('set-auto-restake', 'MsgSetAutoRestake', 'MsgSetAutoRestake'), {
    delegator: ['delegator_address', 1, account],
    validator: ['validator_address', 2, validator],
    enabled: ['enabled', 3, flag],
  }),
  messageSpec(distribution('fund-community-pool', 'MsgFundCommunityPool', 'MsgFundCommunityPool'), {
    amount: ['amount', 1, coins],
    depositor: ['depositor', 2, account],
  }),
  messageSpec(distribution('community-pool-spend', 'MsgCommunityPoolSpend', 'distr/MsgCommunityPoolSpend'), {
    authority: ['authority', 1, account],
    recipient: ['recipient', 2, account],
    amount: ['amount', 3, coins],
  }),
] as const

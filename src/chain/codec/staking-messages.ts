import { coin } from './composite-fields'
import {
  MsgSetAutoRestakeSchema,
  MsgSetWithdrawAddressSchema,
  MsgWithdrawDelegatorRewardSchema,
} from './gen/distribution_pb'
import {
  MsgBeginRedelegateSchema,
  MsgCancelUnbondingDelegationSchema,
  MsgDelegateSchema,
  MsgUndelegateSchema,
} from './gen/staking_pb'
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
  messageSpec(staking('delegate', 'MsgDelegate'), MsgDelegateSchema, {
    delegator: ['delegator_address', account],
    validator: ['validator_address', validator],
    amount: ['amount', coin],
  }),
  messageSpec(staking('undelegate', 'MsgUndelegate'), MsgUndelegateSchema, {
    delegator: ['delegator_address', account],
    validator: ['validator_address', validator],
    amount: ['amount', coin],
  }),
  messageSpec(staking('redelegate', 'MsgBeginRedelegate'), MsgBeginRedelegateSchema, {
    delegator: ['delegator_address', account],
    fromValidator: ['validator_src_address', validator],
    toValidator: ['validator_dst_address', validator],
    amount: ['amount', coin],
  }),
  messageSpec(
    staking('cancel-unbonding', 'MsgCancelUnbondingDelegation'),
    MsgCancelUnbondingDelegationSchema,
    {
      delegator: ['delegator_address', account],
      validator: ['validator_address', validator],
      amount: ['amount', coin],
      creationHeight: ['creation_height', int64],
    },
  ),
  messageSpec(
    distribution('withdraw-reward', 'MsgWithdrawDelegatorReward', 'MsgWithdrawDelegationReward'),
    MsgWithdrawDelegatorRewardSchema,
    { delegator: ['delegator_address', account], validator: ['validator_address', validator] },
  ),
  messageSpec(
    distribution('set-withdraw-address', 'MsgSetWithdrawAddress', 'MsgModifyWithdrawAddress'),
    MsgSetWithdrawAddressSchema,
    { delegator: ['delegator_address', account], withdrawAddress: ['withdraw_address', account] },
  ),
  messageSpec(
    distribution('set-auto-restake', 'MsgSetAutoRestake', 'MsgSetAutoRestake'),
    MsgSetAutoRestakeSchema,
    {
      delegator: ['delegator_address', account],
      validator: ['validator_address', validator],
      enabled: ['enabled', flag],
    },
  ),
] as const

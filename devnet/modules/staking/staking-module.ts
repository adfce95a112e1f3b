import {
  MsgBeginRedelegateResponseSchema,
  MsgBeginRedelegateSchema,
  MsgCancelUnbondingDelegationSchema,
  MsgCreateValidatorSchema,
  MsgDelegateSchema,
  MsgEditValidatorSchema,
  MsgUndelegateResponseSchema,
  MsgUndelegateSchema,
  MsgUpdateParamsSchema,
} from '../../codec/gen/staking_pb'
import type { Coin as ProtoCoin } from '../../codec/gen/wire_pb'
import { decimalFromWire, ZERO } from '../../math/decimal'
import { sdkError } from '../../node/abci-error'
import { type ChainModule, handler, type MessageHandler, response } from '../../node/chain-module'
import type { Context } from '../../node/context'
import { checkAuthority } from '../authority'
import { coinFromProto } from '../coins'
import { readAddress, readValidatorAddress } from '../message-address'
import { momentToProto } from '../proto-time'
import { checkStakeAmount, checkStakeDenom, delegate, type StakeChange, sharesWorth } from './delegating'
import { completeRedelegations, redelegate } from './redelegating'
import { stakingError } from './staking-errors'
import { genesisValidators } from './staking-genesis'
import { checkStakingParams, setStakingParams } from './staking-params'
import { cancelUnbonding, completeUnbondings, undelegate } from './undelegating'
import { createValidator, editValidator } from './validator-messages'
import { updateValidatorSet } from './validator-set'
import { findValidator, requireValidator } from './validators'

const STAKE_GAS = 50_000n

/** The staking module (Protocol 3.4, 4.3). */
export const stakingModule: ChainModule = {
  name: 'staking',
  messages: [...stakeMessages(), ...validatorMessages()],
  genesis: genesisValidators,
  endBlock(context) {
    updateValidatorSet(context)
    completeUnbondings(context)
    completeRedelegations(context)
  },
}

function stakeMessages(): MessageHandler[] {
  return [
    handler(MsgDelegateSchema, (context, { delegatorAddress, validatorAddress, amount }) => {
      const given = { delegatorAddress, validatorAddress, amount }
      const change = readChange(context, given, 'delegation amount')
      checkStakeDenom(context, change.amount)
      delegate(context, change)
      return undefined
    }),
    handler(MsgUndelegateSchema, (context, { delegatorAddress, validatorAddress, amount }) => {
      const change = readChange(context, { delegatorAddress, validatorAddress, amount }, 'shares amount')
      sharesWorth(context, change)
      checkStakeDenom(context, change.amount)
      const { completion, amount: coming } = undelegate(context, change)
      return response(MsgUndelegateResponseSchema, {
        completionTime: momentToProto(completion),
        amount: { denom: change.amount.denom, amount: String(coming) },
      })
    }),
    handler(MsgBeginRedelegateSchema, (context, message) => {
      const { delegatorAddress, validatorSrcAddress, validatorDstAddress, amount } = message
      readValidatorAddress(validatorSrcAddress, 'invalid source validator address')
      readValidatorAddress(validatorDstAddress, 'invalid destination validator address')
      const from = { delegatorAddress, validatorAddress: validatorSrcAddress, amount }
      const change = readChange(context, from, 'shares amount')
      sharesWorth(context, change)
      checkStakeDenom(context, change.amount)
      if (validatorSrcAddress === validatorDstAddress) throw stakingError('selfRedelegation')
      const destination = findValidator(context.store, validatorDstAddress)
      if (destination === undefined) throw stakingError('badDestination')
      const completion = redelegate(context, change, destination)
      return response(MsgBeginRedelegateResponseSchema, { completionTime: momentToProto(completion) })
    }),
    handler(MsgCancelUnbondingDelegationSchema, (context, message) => {
      if (message.creationHeight <= 0n) throw sdkError('invalidRequest', 'invalid height')
      const change = readChange(context, message, 'amount')
      checkStakeDenom(context, change.amount)
      cancelUnbonding(context, change, Number(message.creationHeight))
      return undefined
    }),
  ]
}

function validatorMessages(): MessageHandler[] {
  return [
    handler(MsgCreateValidatorSchema, (context, message) => {
      context.gas.consume(STAKE_GAS, 'staking')
      createValidator(context, message)
      return undefined
    }),
    handler(MsgEditValidatorSchema, (context, message) => {
      editValidator(context, message)
      return undefined
    }),
    handler(MsgUpdateParamsSchema, (context, { authority, params }) => {
      checkAuthority(authority)
      if (params === undefined) throw sdkError('invalidRequest', 'empty params')
      const changed = {
        unbondingSeconds: params.unbondingTime?.seconds ?? 0n,
        maxValidators: params.maxValidators,
        maxEntries: params.maxEntries,
        historicalEntries: params.historicalEntries,
        bondDenom: params.bondDenom,
        minCommissionRate: decimalFromWire(params.minCommissionRate) ?? ZERO,
      }
      checkStakingParams(changed)
      setStakingParams(context.store, changed)
      return undefined
    }),
  ]
}

function readChange(
  context: Context,
  given: {
    readonly delegatorAddress: string
    readonly validatorAddress: string
    readonly amount?: ProtoCoin | undefined
  },
  what: string,
): StakeChange {
  context.gas.consume(STAKE_GAS, 'staking')
  readValidatorAddress(given.validatorAddress)
  const delegator = readAddress(given.delegatorAddress, 'invalid delegator address')
  const amount = coinFromProto(given.amount)
  checkStakeAmount(amount, what)
  return { delegator, validator: requireValidator(context.store, given.validatorAddress), amount }
}

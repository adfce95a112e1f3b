import { create, fromBinary, type MessageInitShape } from '@bufbuild/protobuf'
import { describe, expect, it } from 'vitest'
import { anyMessage } from '../../codec/any-message'
import { MsgSendSchema } from '../../codec/gen/bank_pb'
import {
  MsgBeginRedelegateSchema,
  MsgCancelUnbondingDelegationSchema,
  MsgDelegateSchema,
  StakeAuthorizationSchema,
} from '../../codec/gen/staking_pb'
import { startTestChain } from '../../wallet.fake'
import { acceptStake, checkStake, stakeTypeUrl } from './stake-authorization'

const context = startTestChain().queryContext()
const uscrt = (amount: number) => ({ denom: 'uscrt', amount: String(amount) })
const delegate = (amount: number, validatorAddress = 'val1') =>
  anyMessage(MsgDelegateSchema, { validatorAddress, amount: uscrt(amount) })

function accept(authorization: MessageInitShape<typeof StakeAuthorizationSchema>, message = delegate(4)) {
  const outcome = acceptStake(context, create(StakeAuthorizationSchema, authorization), message)
  return typeof outcome === 'string' ? outcome : fromBinary(StakeAuthorizationSchema, outcome.value)
}

const only = (...address: string[]) => ({ case: 'allowList' as const, value: { address } })
const not = (...address: string[]) => ({ case: 'denyList' as const, value: { address } })

describe('an authorization to stake', () => {
  it('is for one type of message', () => {
    const typeOf = (authorizationType: 0 | 1 | 2 | 3 | 4) =>
      stakeTypeUrl(create(StakeAuthorizationSchema, { authorizationType }))
    expect(
      [1, 2, 3, 4].map((type) =>
        typeOf(type as 1)
          .split('.')
          .at(-1),
      ),
    ).toEqual(['MsgDelegate', 'MsgUndelegate', 'MsgBeginRedelegate', 'MsgCancelUnbondingDelegation'])
    expect(() => typeOf(0)).toThrow('unknown authorization type')
    expect(() => checkStake(create(StakeAuthorizationSchema, {}))).toThrow('unknown authorization type')
    const negative = create(StakeAuthorizationSchema, { maxTokens: uscrt(-1), authorizationType: 1 })
    expect(() => checkStake(negative)).toThrow('negative coin amount: -1uscrt: max tokens should be positive')
  })

  it('counts its tokens down', () => {
    const limited = { maxTokens: uscrt(10), authorizationType: 1, validators: only('val1') } as const
    expect(accept(limited)).toMatchObject({ maxTokens: uscrt(6), validators: only('val1') })
    expect(accept(limited, delegate(10))).toBe('used up')
    expect(() => accept(limited, delegate(11))).toThrow('negative coin amount: -1: insufficient funds')
    expect(() => accept({ maxTokens: { denom: 'uatom', amount: '9' } })).toThrow(
      'invalid coin denominations; uatom, uscrt',
    )
    expect(accept({ validators: only() }, delegate(10 ** 9))).toBe('unchanged')
  })

  it('names the validators that may be meant, or may not', () => {
    const refused = 'cannot delegate/undelegate to val1 validator: unauthorized'
    expect(() => accept({ validators: only('val2') })).toThrow(refused)
    expect(() => accept({ validators: not('val1') })).toThrow(refused)
    expect(accept({ validators: not('val2') })).toBe('unchanged')
    const redelegate = anyMessage(MsgBeginRedelegateSchema, {
      validatorSrcAddress: 'val2',
      validatorDstAddress: 'val1',
    })
    expect(() => accept({ validators: not('val1') }, redelegate)).toThrow(refused)
    const cancel = anyMessage(MsgCancelUnbondingDelegationSchema, { validatorAddress: 'val1' })
    expect(accept({ validators: only('val1') }, cancel)).toBe('unchanged')
    expect(() => accept({}, anyMessage(MsgSendSchema, {}))).toThrow('unknown msg type: invalid request')
  })
})

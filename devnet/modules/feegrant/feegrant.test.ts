import { create } from '@bufbuild/protobuf'
import { type Any, AnySchema } from '@bufbuild/protobuf/wkt'
import { beforeEach, describe, expect, it } from 'vitest'
import { type AnyMessage, anyMessage, packAny } from '../../codec/any-message'
import { MsgSendSchema } from '../../codec/gen/bank_pb'
import {
  AllowedMsgAllowanceSchema,
  BasicAllowanceSchema,
  MsgGrantAllowanceSchema,
  MsgPruneAllowancesSchema,
  MsgRevokeAllowanceSchema,
  PeriodicAllowanceSchema,
} from '../../codec/gen/feegrant_pb'
import type { Chain } from '../../node/chain'
import { startTestChain, TestWallet } from '../../wallet.fake'
import { getBalance } from '../bank/bank'
import { blockTime, momentToProto, seconds, spanToProto } from '../proto-time'
import { feeGrantsFrom, feeGrantsTo, findFeeGrant } from './feegrant'

let chain: Chain
let granter: TestWallet
let grantee: TestWallet
beforeEach(() => {
  chain = startTestChain()
  granter = new TestWallet(chain)
  grantee = new TestWallet(chain, new Uint8Array(32).fill(7))
})

const uscrt = (amount: number) => [{ denom: 'uscrt', amount: String(amount) }]
const basic = (amount: number): Any => packAny(BasicAllowanceSchema, { spendLimit: uscrt(amount) })

function grant(allowance: Any | undefined): AnyMessage {
  const message = { granter: granter.address, grantee: grantee.address }
  return anyMessage(MsgGrantAllowanceSchema, { ...message, ...(allowance && { allowance }) })
}

function inSeconds(count: bigint) {
  return momentToProto(blockTime(chain.blocks.latest) + seconds(count))
}

/** A transaction of the grantee's that costs the granter 15,000 uscrt. */
function spendFee() {
  return grantee.run([grantee.sendMessage(granter.address, 1n)], { granter: granter.address })
}

const pair = () => ({ granter: granter.address, grantee: grantee.address })

describe('a fee grant', () => {
  it('lets somebody without coins send a transaction, until it is used up', () => {
    const granted = granter.run([grant(basic(30_000))])
    expect(granted).toMatchObject({ code: 0 })
    expect(granted.events).toContainEqual(expect.objectContaining({ type: 'set_feegrant' }))
    granter.run([granter.sendMessage(grantee.address, 2n)])
    const before = getBalance(chain.store, granter.address, 'uscrt')
    const first = spendFee()
    expect(first).toMatchObject({ code: 0 })
    const types = first.events.map(({ type }) => type)
    expect(types.slice(0, 2)).toEqual(['use_feegrant', 'update_feegrant'])
    expect(getBalance(chain.store, granter.address, 'uscrt')).toBe(before - 15_000n + 1n)
    expect(first.events).toContainEqual({
      type: 'tx',
      attributes: [
        { key: 'fee', value: '15000uscrt', index: true },
        { key: 'fee_payer', value: granter.address, index: true },
      ],
    })
    const second = spendFee()
    expect(second.events.slice(0, 2).map(({ type }) => type)).toEqual(['revoke_feegrant', 'use_feegrant'])
    expect(findFeeGrant(chain.store, pair())).toBeUndefined()
    expect(spendFee).toThrow(
      `${granter.address} does not allow to pay fees for ${grantee.address}: fee-grant not found: not found`,
    )
  })

  it('is refused at the door when the fee is above its limit', () => {
    granter.run([grant(basic(14_999))])
    const { code, codespace, log } = chain.broadcast(
      grantee.sign([grantee.sendMessage(granter.address, 1n)], { granter: granter.address }),
    )
    expect({ code, codespace, log }).toEqual({
      code: 2,
      codespace: 'feegrant',
      log: `${granter.address} does not allow to pay fees for ${grantee.address}: basic allowance: fee limit exceeded`,
    })
  })

  it('covers some types of messages only, if it says so', () => {
    const allowance = packAny(AllowedMsgAllowanceSchema, {
      allowance: basic(100_000),
      allowedMessages: ['/cosmos.bank.v1beta1.MsgMultiSend'],
    })
    granter.run([grant(allowance)])
    expect(spendFee).toThrow('message does not exist in allowed messages: message not allowed')
  })

  it('opens anew in every period', () => {
    const allowance = packAny(PeriodicAllowanceSchema, {
      basic: { spendLimit: [] },
      period: spanToProto(seconds(60n)),
      periodSpendLimit: uscrt(15_000),
      periodCanSpend: uscrt(15_000),
      periodReset: inSeconds(60n),
    })
    granter.run([grant(allowance), granter.sendMessage(grantee.address, 5n)])
    expect(spendFee()).toMatchObject({ code: 0 })
    expect(spendFee).toThrow('period limit: fee limit exceeded')
    chain.clock.jump(60_000)
    expect(spendFee()).toMatchObject({ code: 0 })
  })

  it('is forgotten after it has ended, and only then', () => {
    const ending = packAny(BasicAllowanceSchema, { expiration: inSeconds(10n) })
    granter.run([grant(ending)])
    while (chain.blocks.latest.timeMs < Number(inSeconds(0n).seconds) * 1000) chain.produceBlock()
    expect(findFeeGrant(chain.store, pair())).toBeDefined()
    chain.clock.jump(10_000)
    chain.produceBlock()
    expect(findFeeGrant(chain.store, pair())).toBeUndefined()
    expect(granter.run([grant(basic(1))])).toMatchObject({ code: 0 })
  })

  it('is listed with those who gave and those who got it, and revoked once', () => {
    granter.run([grant(basic(5))])
    expect(feeGrantsTo(chain.store, grantee.address)).toHaveLength(1)
    expect(feeGrantsTo(chain.store, granter.address)).toEqual([])
    expect(feeGrantsFrom(chain.store, granter.address)).toHaveLength(1)
    const revoke = anyMessage(MsgRevokeAllowanceSchema, pair())
    expect(granter.run([revoke])).toMatchObject({ code: 0 })
    expect(granter.run([revoke])).toMatchObject({
      code: 38,
      log: 'failed to execute message; message index: 0: fee-grant not found: not found',
    })
  })

  it('may be pruned by anybody', () => {
    const tx = granter.run([anyMessage(MsgPruneAllowancesSchema, { pruner: granter.address })])
    expect(tx.events).toContainEqual(
      expect.objectContaining({
        type: 'prune_feegrant',
        attributes: expect.arrayContaining([{ key: 'pruner', value: granter.address, index: true }]),
      }),
    )
  })
})

describe('a grant that makes no sense', () => {
  const self = () => ({ granter: granter.address, grantee: granter.address })
  it.each([
    ['nothing', () => grant(undefined), 'allowance is empty: no allowance'],
    [
      'to oneself',
      () => anyMessage(MsgGrantAllowanceSchema, self()),
      'cannot self-grant fee authorization: invalid address',
    ],
    ['no coins', () => grant(basic(0)), 'send amount is invalid: 0uscrt: invalid coins'],
    [
      'no period’s limit',
      () => grant(packAny(PeriodicAllowanceSchema, {})),
      'spend limit must be positive: invalid coins',
    ],
    [
      'a period of other coins',
      () =>
        grant(
          packAny(PeriodicAllowanceSchema, {
            basic: { spendLimit: uscrt(1) },
            periodSpendLimit: [{ denom: 'uatom', amount: '1' }],
          }),
        ),
      'period spend limit has different currency than basic spend limit: invalid coins',
    ],
    [
      'a period backwards',
      () => grant(packAny(PeriodicAllowanceSchema, { periodSpendLimit: uscrt(1), period: spanToProto(-1n) })),
      'negative clock step: invalid duration',
    ],
    [
      'no messages',
      () => grant(packAny(AllowedMsgAllowanceSchema, { allowance: basic(1) })),
      "allowed messages shouldn't be empty: allowed messages are empty",
    ],
    [
      'messages without an allowance',
      () => grant(packAny(AllowedMsgAllowanceSchema, { allowedMessages: ['/a'] })),
      'allowance should not be empty: no allowance',
    ],
    [
      'an end in the past',
      () => grant(packAny(BasicAllowanceSchema, { expiration: { seconds: 5n } })),
      'expiration is before current block time: invalid request',
    ],
    [
      'an end before 1970',
      () => grant(packAny(BasicAllowanceSchema, { expiration: { seconds: -5n } })),
      'expiration time cannot be negative: invalid duration',
    ],
    [
      'something else',
      () => grant(packAny(MsgSendSchema, {})),
      'no concrete type registered for type URL /cosmos.bank.v1beta1.MsgSend against interface *feegrant.FeeAllowanceI: tx parse error',
    ],
  ])('is refused: %s', (_, message, words) => {
    expect(granter.run([message()]).log).toBe(`failed to execute message; message index: 0: ${words}`)
  })

  it('is refused when there is one already', () => {
    granter.run([grant(basic(5))])
    expect(granter.run([grant(basic(5))]).log).toContain('fee allowance already exists: invalid request')
  })

  it('is refused at the door when its type is unknown', () => {
    const unknown = create(AnySchema, { typeUrl: '/nothing', value: new Uint8Array() })
    expect(() => granter.run([grant(unknown)])).toThrow('unable to resolve type URL /nothing: tx parse error')
  })
})

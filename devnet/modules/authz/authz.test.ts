import { type DescMessage, fromBinary, type MessageInitShape } from '@bufbuild/protobuf'
import type { Any } from '@bufbuild/protobuf/wkt'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Address } from '../../../src/domain/index'
import { DEV_ACCOUNTS } from '../../accounts'
import { type AnyMessage, anyMessage, packAny } from '../../codec/any-message'
import { TxMsgDataSchema } from '../../codec/gen/abci_pb'
import {
  GenericAuthorizationSchema,
  MsgExecResponseSchema,
  MsgExecSchema,
  MsgGrantSchema,
  MsgRevokeSchema,
} from '../../codec/gen/authz_pb'
import { MsgMultiSendSchema, MsgSendSchema, SendAuthorizationSchema } from '../../codec/gen/bank_pb'
import type { Chain } from '../../node/chain'
import { startTestChain, TestWallet } from '../../wallet.fake'
import { getBalance } from '../bank/bank'
import { findByLabel } from '../compute/registry'
import { blockTime, momentToProto, seconds } from '../proto-time'
import { grantsBetween, grantsBy, grantsTo } from './grants'

const SEND = '/cosmos.bank.v1beta1.MsgSend'
const B = DEV_ACCOUNTS[1]?.address as Address
const C = DEV_ACCOUNTS[2]?.address as Address
const FAILED = 'failed to execute message; message index: 0: '

let chain: Chain
let granter: TestWallet
let grantee: TestWallet
beforeEach(() => {
  chain = startTestChain()
  granter = new TestWallet(chain)
  grantee = new TestWallet(chain, new Uint8Array(32).fill(7))
  granter.run([granter.sendMessage(grantee.address, 1_000_000n)])
})

const uscrt = (amount: number) => [{ denom: 'uscrt', amount: String(amount) }]
const pair = () => ({ granter: granter.address, grantee: grantee.address })
const generic = (msg: string): Any => packAny(GenericAuthorizationSchema, { msg })
const sendLimit = (amount: number, allowList: string[] = []): Any =>
  packAny(SendAuthorizationSchema, { spendLimit: uscrt(amount), allowList })

function inSeconds(count: bigint) {
  return momentToProto(blockTime(chain.blocks.latest) + seconds(count))
}

function grant(authorization: Any, expiresIn?: bigint): AnyMessage {
  const expiration = expiresIn === undefined ? {} : { expiration: inSeconds(expiresIn) }
  return anyMessage(MsgGrantSchema, { ...pair(), grant: { authorization, ...expiration } })
}

function exec(...msgs: Any[]): AnyMessage {
  return anyMessage(MsgExecSchema, { grantee: grantee.address, msgs })
}

function pack<S extends DescMessage>(schema: S, init: MessageInitShape<S>): Any {
  return packAny(schema, init)
}

function sendFrom(from: string, amount: number, to: string = B): Any {
  return pack(MsgSendSchema, { fromAddress: from, toAddress: to, amount: uscrt(amount) })
}

describe('a grant', () => {
  it('is told of in the chain’s newer events, and replaces the one before', () => {
    const tx = granter.run([grant(generic(SEND), 60n)])
    expect(tx.events).toContainEqual({
      type: 'cosmos.authz.v1beta1.EventGrant',
      attributes: [
        { key: 'grantee', value: `"${grantee.address}"`, index: true },
        { key: 'granter', value: `"${granter.address}"`, index: true },
        { key: 'msg_type_url', value: `"${SEND}"`, index: true },
        { key: 'msg_index', value: '0', index: true },
      ],
    })
    granter.run([grant(sendLimit(5))])
    expect(grantsBetween(chain.store, granter.address, grantee.address)).toHaveLength(1)
    chain.clock.jump(120_000)
    chain.produceBlock()
    expect(grantsBy(chain.store, granter.address)).toMatchObject([{ ...pair(), typeUrl: SEND }])
    expect(grantsTo(chain.store, grantee.address)).toHaveLength(1)
    expect(grantsTo(chain.store, granter.address)).toEqual([])
  })

  it('is gone once it has ended', () => {
    granter.run([grant(generic(SEND), 5n)])
    expect(grantee.run([exec(sendFrom(granter.address, 1))])).toMatchObject({ code: 0 })
    chain.clock.jump(10_000)
    expect(grantee.run([exec(sendFrom(granter.address, 1))]).log).toContain('authorization not found')
    expect(grantsBy(chain.store, granter.address)).toEqual([])
  })

  it('is revoked once', () => {
    granter.run([grant(generic(SEND))])
    const revoke = anyMessage(MsgRevokeSchema, { ...pair(), msgTypeUrl: SEND })
    expect(granter.run([revoke]).events).toContainEqual(
      expect.objectContaining({ type: 'cosmos.authz.v1beta1.EventRevoke' }),
    )
    expect(granter.run([revoke])).toMatchObject({
      codespace: 'authz',
      code: 2,
      log: expect.stringContaining('authorization not found'),
    })
  })

  it.each([
    ['of nothing', () => anyMessage(MsgGrantSchema, pair()), 'unable to resolve type URL : tx parse error'],
    [
      'to oneself',
      () => anyMessage(MsgGrantSchema, { granter: granter.address, grantee: granter.address }),
      'grantee and granter should be different',
    ],
    ['of an unknown message', () => grant(generic('/no.Such')), "/no.Such doesn't exist.: invalid type"],
    [
      'that is no authorization',
      () => grant(sendFrom(B, 1)),
      `no concrete type registered for type URL ${SEND} against interface *authz.Authorization: tx parse error`,
    ],
    [
      'of no coins',
      () => grant(packAny(SendAuthorizationSchema, {})),
      'spend limit cannot be nil: invalid coins',
    ],
    ['of coins below one', () => grant(sendLimit(0)), 'spend limit must be positive: invalid coins'],
    ['for an address twice', () => grant(sendLimit(1, [B, B])), 'duplicate entry'],
    [
      'that has ended',
      () => grant(generic(SEND), 0n),
      'expiration must be after the current block time (2023-11-14T22:13:22Z), got 2023-11-14T22:13:21Z: ' +
        'expiration time of authorization should be more than current time',
    ],
    [
      'to revoke, of nothing',
      () => anyMessage(MsgRevokeSchema, pair()),
      'missing msg method name: invalid request',
    ],
  ])('is refused: %s', (_, message, words) => {
    expect(granter.run([message()]).log).toBe(FAILED + words)
  })
})

describe('an authorized message', () => {
  it('moves the granter’s coins, marks its events and answers', () => {
    granter.run([grant(sendLimit(100))])
    const before = getBalance(chain.store, granter.address, 'uscrt')
    const tx = grantee.run([exec(sendFrom(granter.address, 40), sendFrom(granter.address, 10))])
    expect(tx.log).toBe('')
    expect(getBalance(chain.store, granter.address, 'uscrt')).toBe(before - 50n)
    const marks = tx.events
      .filter(({ type }) => type === 'transfer')
      .map(({ attributes }) => attributes.find(({ key }) => key === 'authz_msg_index')?.value)
    expect(marks.slice(-2)).toEqual(['0', '1'])
    const [answer] = fromBinary(TxMsgDataSchema, tx.data).msgResponses
    const { results } = fromBinary(MsgExecResponseSchema, answer?.value ?? new Uint8Array())
    expect(results).toEqual([new Uint8Array(), new Uint8Array()])
  })

  it('uses its limit up', () => {
    granter.run([grant(sendLimit(50, [B]))])
    const go = (amount: number, to: string = B) => grantee.run([exec(sendFrom(granter.address, amount, to))])
    expect(go(51).log).toBe(`${FAILED}requested amount is more than spend limit: insufficient funds`)
    expect(go(1, C).log).toBe(`${FAILED}cannot send to ${C} address: unauthorized`)
    expect(go(20)).toMatchObject({ code: 0 })
    expect(go(30).events).toContainEqual(
      expect.objectContaining({ type: 'cosmos.authz.v1beta1.EventRevoke' }),
    )
    expect(go(1).log).toBe(
      `${FAILED}failed to get grant with given granter: ${granter.address}, grantee: ${grantee.address} ` +
        `& msgType: ${SEND} : authorization not found`,
    )
  })

  it('may be the grantee’s own, or one inside another', () => {
    granter.run([grant(generic(SEND))])
    const inner = packAny(MsgExecSchema, {
      grantee: grantee.address,
      msgs: [sendFrom(granter.address, 1)],
    })
    expect(grantee.run([exec(sendFrom(grantee.address, 1), inner)])).toMatchObject({ code: 0, log: '' })
  })

  it('undoes all when one fails, and says which', () => {
    granter.run([grant(generic(SEND))])
    const before = getBalance(chain.store, granter.address, 'uscrt')
    const tx = grantee.run([exec(sendFrom(granter.address, 5), sendFrom(grantee.address, 10 ** 15))])
    expect(tx.log).toBe(
      `${FAILED}failed to execute message; message from_address:"${grantee.address}" to_address:"${B}" ` +
        'amount:<denom:"uscrt" amount:"1000000000000000" > : spendable balance 985000uscrt is smaller than ' +
        '1000000000000000uscrt: insufficient funds',
    )
    expect(getBalance(chain.store, granter.address, 'uscrt')).toBe(before)
  })

  it('has one signer', () => {
    const two = pack(MsgMultiSendSchema, {
      inputs: [granter.address, grantee.address].map((address) => ({ address, coins: uscrt(1) })),
    })
    expect(grantee.run([exec(two)]).log).toBe(
      `${FAILED}authorization can be given to msg with only one signer`,
    )
    expect(grantee.run([exec()]).log).toBe(`${FAILED}messages cannot be empty: invalid request`)
  })

  it('is no message for the enclave, not even one’s own', () => {
    const contract = findByLabel(chain.store, 'receiver') as Address
    const { typeUrl, schema, message } = grantee.executeMessage(
      contract,
      new TextEncoder().encode('{"echo":{"text":"x"}}'),
    )
    const tx = grantee.run([exec(packAny(schema, message))])
    expect(tx).toMatchObject({ codespace: 'compute', code: 3 })
    expect(tx.log).toContain(
      'Execution error: Enclave: failed to verify transaction signature: execute contract failed',
    )
    expect(granter.run([grant(generic(typeUrl))])).toMatchObject({ code: 0 })
  })
})

import { bech32, utf8 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '../../domain/index'
import { type ChainMessage, messageFromAmino, messageFromLcd } from './chain-message'
import { CodecError } from './codec-error'
import { decodeTxBody, encodeTxBody } from './tx-body'

const a = 'secret1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03'
const b = 'secret1fc3fzy78ttp0lwuujw7e52rhspxn8uj52zfyne'
const amount = [{ denom: 'uscrt', amount: '1000000' }]

describe('the shares of a split vote', () => {
  const half = '0.500000000000000000'
  const value = (weight: string): JsonObject => ({
    proposal_id: '7',
    voter: a,
    options: [{ option: 1, weight }],
  })
  const wireOf = (message: ChainMessage): string =>
    utf8.encode(encodeTxBody({ messages: [message], memo: '' }))

  it('are decimals in JSON, and in the older kind 10^18 of them on the wire', () => {
    const older = messageFromAmino({ type: 'cosmos-sdk/MsgVoteWeighted', value: value(half) }, 'msgs[0]')
    const newer = messageFromAmino({ type: 'cosmos-sdk/v1/MsgVoteWeighted', value: value(half) }, 'msgs[0]')
    const lcd = messageFromLcd(
      {
        ...value(half),
        '@type': '/cosmos.gov.v1beta1.MsgVoteWeighted',
        options: [{ option: 'VOTE_OPTION_YES', weight: half }],
      },
      'messages[0]',
    )
    expect(older).toMatchObject({ options: [{ option: 1, weight: '0.5' }] })
    expect(lcd).toEqual(older)
    expect(wireOf(older)).toContain('\u0012500000000000000000')
    expect(newer).toMatchObject({ options: [{ option: 1, weight: half }] })
    expect(wireOf(newer)).toContain(half)
  })

  it.each(['', '-0.5', '.5', '5e-1', '0.5000000000000000001', ' 0.5', '00.5'])(
    'are refused as %j',
    (weight) => {
      expect(() =>
        messageFromAmino({ type: 'cosmos-sdk/MsgVoteWeighted', value: value(weight) }, 'msgs[0]'),
      ).toThrow(CodecError)
    },
  )
})

/** Of 32 bytes: no account can be its operator. */
const LONG = bech32.encode('secretvaloper', bech32.toWords(new Uint8Array(32)))

describe('leave to stake', () => {
  const validator = 'secretvaloper1ap26qrlp8mcq2pg6r47w43l0y8zkqm8aynpdzc'
  const list = { address: [validator] }
  const grant = (authorization: JsonObject): JsonValue => ({
    type: 'cosmos-sdk/MsgGrant',
    value: {
      granter: a,
      grantee: b,
      grant: { authorization: { type: 'cosmos-sdk/StakeAuthorization', value: authorization } },
    },
  })
  const read = (authorization: JsonObject) => messageFromAmino(grant(authorization), 'msgs[0]')
  const choice = (kind: string, value: JsonObject): JsonObject => ({
    authorization_type: 1,
    Validators: { type: `cosmos-sdk/StakeAuthorization/${kind}`, value },
  })

  it('has its list with a type of its own', () => {
    expect(read(choice('DenyList', { deny_list: list }))).toMatchObject({
      grant: {
        authorization: { kind: 'stake', action: 1, allowed: undefined, denied: { addresses: [validator] } },
      },
    })
  })

  it.each<JsonObject>([
    choice('AllowList', { deny_list: list }),
    choice('AllowList', { allow_list: list, deny_list: list }),
    choice('OtherList', { allow_list: list }),
    { authorization_type: 1, allow_list: list },
    { authorization_type: 1, surprise: '1' },
    choice('AllowList', { allow_list: { address: [LONG] } }),
  ])('is refused when a part of it could be overlooked: %j', (authorization) => {
    expect(() => read(authorization)).toThrow(CodecError)
  })

  it('never has two lists, of which the network would take the last', () => {
    const message = read(choice('AllowList', { allow_list: list }))
    if (message.kind !== 'authz-grant' || message.grant.authorization?.kind !== 'stake')
      throw new Error('other')
    const { authorization } = message.grant
    const both = { ...authorization, denied: authorization.allowed }
    const body = encodeTxBody({
      messages: [{ ...message, grant: { ...message.grant, authorization: both } }],
      memo: '',
    })
    expect(() => decodeTxBody(body)).toThrow(CodecError)
  })
})

describe('a proposal of the older kind', () => {
  const proposal = (content: JsonObject): JsonValue => ({
    type: 'cosmos-sdk/MsgSubmitProposal',
    value: { content, initial_deposit: amount, proposer: a },
  })

  it('keeps a content that it does not know, and takes no part that it does not know', () => {
    const text = (more: JsonObject): JsonObject => ({
      type: 'cosmos-sdk/TextProposal',
      value: { title: 't', description: 'd', ...more },
    })
    expect(messageFromAmino(proposal(text({})), 'msgs[0]')).toMatchObject({
      kind: 'submit-content',
      content: { kind: 'text', title: 't' },
    })
    expect(messageFromAmino(proposal({ type: 'x/Y', value: {} }), 'msgs[0]')).toMatchObject({
      content: { kind: 'unknown', typeUrl: 'x/Y' },
    })
    expect(() => messageFromAmino(proposal(text({ surprise: '1' })), 'msgs[0]')).toThrow(CodecError)
  })

  it('has the unknown fields of its content noticed', () => {
    const typeUrl = '/cosmos.gov.v1beta1.MsgSubmitProposal'
    const content = record(1, utf8.decode('/cosmos.gov.v1beta1.TextProposal')).concat(
      record(
        2,
        record(1, utf8.decode('t')).concat(record(2, utf8.decode('d')), record(15, utf8.decode('1'))),
      ),
    )
    const value = Uint8Array.from(record(1, content).concat(record(3, utf8.decode(a))))
    const body = encodeTxBody({ messages: [{ kind: 'unknown', typeUrl, value, json: undefined }], memo: '' })
    expect(decodeTxBody(body)).toMatchObject({
      messages: [{ kind: 'submit-content' }],
      canonical: false,
      unknownFields: [{ number: 15 }],
    })
  })
})

/** A short field that has a length. */
function record(number: number, value: Iterable<number>): number[] {
  const bytes = [...value]
  return [number * 8 + 2, bytes.length, ...bytes]
}

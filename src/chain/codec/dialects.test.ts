import { hex } from '@scure/base'
import { describe, expect, it } from 'vitest'
import type { JsonValue } from '../../domain/index'
import { decodeAuthInfo } from './auth-info'
import { messageFromAmino, messageFromLcd } from './chain-message'
import { CodecError } from './codec-error'

const a = 'secret1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03'
const b = 'secret1fc3fzy78ttp0lwuujw7e52rhspxn8uj52zfyne'
const amount = [{ denom: 'uscrt', amount: '1000000' }]

describe("a message in a node's JSON", () => {
  it.each<[JsonValue, object]>([
    [
      { '@type': '/cosmos.bank.v1beta1.MsgSend', from_address: a, to_address: b, amount },
      { kind: 'send', from: a, to: b, amount: [{ denom: 'uscrt', amount: 1000000n }] },
    ],
    [
      {
        '@type': '/cosmos.gov.v1.MsgVote',
        proposal_id: '3',
        voter: a,
        option: 'VOTE_OPTION_NO',
        metadata: '',
      },
      { kind: 'vote', proposalId: 3n, option: 3 },
    ],
    [
      {
        '@type': '/secret.compute.v1beta1.MsgInstantiateContract',
        sender: a,
        callback_code_hash: '',
        code_id: '7',
        label: 'x',
        init_msg: 'AQID',
        init_funds: [],
        callback_sig: null,
        admin: '',
      },
      { kind: 'instantiate', codeId: 7n, admin: undefined, wire: new Uint8Array([1, 2, 3]) },
    ],
    [
      {
        '@type': '/cosmos.authz.v1beta1.MsgExec',
        grantee: a,
        msgs: [{ '@type': '/cosmos.bank.v1beta1.MsgSend', from_address: b, to_address: a, amount: null }],
      },
      { kind: 'authz-exec', messages: [{ kind: 'send', from: b, amount: [] }] },
    ],
    [
      {
        '@type': '/cosmos.feegrant.v1beta1.MsgGrantAllowance',
        granter: a,
        grantee: b,
        allowance: {
          '@type': '/cosmos.feegrant.v1beta1.PeriodicAllowance',
          basic: { spend_limit: amount, expiration: '2027-01-15T08:00:00.5Z' },
          period: '3600s',
          period_spend_limit: amount,
          period_can_spend: amount,
          period_reset: '2027-01-15T08:00:00Z',
        },
      },
      {
        kind: 'fee-grant',
        allowance: {
          kind: 'periodic',
          basic: { expiration: { seconds: 1800000000n, nanos: 500_000_000 } },
          period: { seconds: 3600n, nanos: 0 },
        },
      },
    ],
    [
      {
        '@type': '/cosmos.gov.v1.MsgSubmitProposal',
        messages: [{ '@type': '/x.Y' }],
        initial_deposit: amount,
        proposer: a,
        metadata: '',
        title: 't',
        summary: 's',
        expedited: true,
      },
      {
        kind: 'submit-proposal',
        messages: [{ kind: 'unknown' }],
        deposit: [{ amount: 1000000n }],
        title: 't',
      },
    ],
    [
      { '@type': '/x.Y', anything: 1 },
      { kind: 'unknown', typeUrl: '/x.Y' },
    ],
  ])('%j is read', (json, message) => {
    expect(messageFromLcd(json, 'messages[0]')).toMatchObject(message)
  })
})

describe('times in amino JSON', () => {
  const grant = (allowance: JsonValue): JsonValue => ({
    type: 'cosmos-sdk/MsgGrantAllowance',
    value: { granter: a, grantee: b, allowance },
  })

  it('are RFC 3339 and nanoseconds', () => {
    const periodic = {
      type: 'cosmos-sdk/PeriodicAllowance',
      value: { basic: { spend_limit: amount, expiration: '2027-01-15T08:00:00Z' }, period: '3600000000001' },
    }
    const inside = {
      type: 'cosmos-sdk/AllowedMsgAllowance',
      value: { allowance: periodic, allowed_messages: ['/x'] },
    }
    expect(messageFromAmino(grant(inside), 'msgs[0]')).toMatchObject({
      allowance: {
        kind: 'allowed-messages',
        allowedMessages: ['/x'],
        allowance: { period: { seconds: 3600n, nanos: 1 }, basic: { expiration: { seconds: 1800000000n } } },
      },
    })
  })

  it.each(['tomorrow', '2027-13-45T99:00:00Z', 5])('are refused as %j', (expiration) => {
    const basic = { type: 'cosmos-sdk/BasicAllowance', value: { spend_limit: amount, expiration } }
    expect(() => messageFromAmino(grant(basic), 'msgs[0]')).toThrow(CodecError)
  })

  it('are read inside a proposal, whose empty members may be left out', () => {
    const inner = { type: 'cosmos-sdk/MsgSend', value: { from_address: a, to_address: b, amount } }
    const value = { messages: [inner], initial_deposit: amount, proposer: a, title: 't', summary: 's' }
    expect(messageFromAmino({ type: 'cosmos-sdk/v1/MsgSubmitProposal', value }, 'msgs[0]')).toMatchObject({
      kind: 'submit-proposal',
      messages: [{ kind: 'send', to: b }],
      metadata: '',
      expedited: false,
    })
  })

  it('do not hide a member that this version of a message lacks', () => {
    const vote = (metadata: string): JsonValue => ({
      type: 'cosmos-sdk/MsgVote',
      value: { proposal_id: '1', voter: a, option: 1, metadata },
    })
    expect(messageFromAmino(vote(''), 'msgs[0]')).toMatchObject({ kind: 'vote', metadata: '' })
    expect(() => messageFromAmino(vote('surprise'), 'msgs[0]')).toThrow(CodecError)
  })
})

describe('the auth info of several', () => {
  it('is read: multisig key, nested modes, a second signer without a key', () => {
    const key = `0a21${'02'.repeat(33)}`
    const single = any('/cosmos.crypto.secp256k1.PubKey', key)
    const multisig = any('/cosmos.crypto.multisig.LegacyAminoPubKey', `0801${field('12', single)}`)
    const mode = field('12', `${field('0a', '08021201c0')}${field('12', '0a02087f')}`)
    const signer = `${field('0a', multisig)}${field('12', mode)}1805`
    const auth = decodeAuthInfo(hex.decode(`${field('0a', signer)}${field('0a', '')}`))
    expect(auth).toMatchObject({
      signers: [
        {
          publicKey: { kind: 'multisig', threshold: 1, keys: [{ kind: 'secp256k1' }] },
          mode: { kind: 'multi', modes: [{ kind: 'single', mode: 127 }] },
          sequence: 5n,
        },
        { publicKey: undefined, mode: undefined, sequence: 0n },
      ],
      fee: undefined,
      canonical: true,
    })
  })

  it('keeps a key of a kind it does not know', () => {
    const signer = field('0a', any('/ethermint.PubKey', '0a01aa'))
    const { signers } = decodeAuthInfo(hex.decode(field('0a', signer)))
    expect(signers[0]?.publicKey).toMatchObject({ kind: 'unknown', typeUrl: '/ethermint.PubKey' })
  })
})

function any(typeUrl: string, value: string): string {
  return field('0a', hex.encode(new TextEncoder().encode(typeUrl))) + field('12', value)
}

/** A length-delimited field, lengths up to two bytes. */
function field(tag: string, value: string): string {
  const length = value.length / 2
  const varint = length < 128 ? [length] : [(length & 127) | 128, length >> 7]
  return tag + hex.encode(Uint8Array.from(varint)) + value
}

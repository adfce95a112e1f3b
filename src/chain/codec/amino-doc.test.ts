import { base64, hex } from '@scure/base'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import vector from '../../../vectors/contract-call.json'
import { SottoError } from '../../domain/index'
import { decodeAminoDoc, isTxSeedText } from './amino-doc'
import { CodecError } from './codec-error'
import { permitSignDoc } from './permit'
import { encodeTxBody } from './tx-body'

const wire = hex.decode(vector.nonce + vector.user_public_key + vector.ciphertext)
const message = {
  type: 'wasm/MsgExecuteContract',
  value: {
    contract: vector.contract_base64,
    msg: base64.encode(wire),
    sender: vector.sender_base64,
    sent_funds: [] as unknown[],
  },
}
const tx = {
  account_number: '1',
  chain_id: 'secretdev-1',
  fee: { amount: [{ amount: '37500', denom: 'uscrt' }], gas: '150000' },
  memo: '',
  msgs: [message],
  sequence: '0',
}
const permit = permitSignDoc({
  permitName: 'test',
  chainId: 'secretdev-1',
  allowedTokens: ['secret18vd8fpwxzck93qlwghaj6arh4p7c5n8978vsyg'],
  permissions: ['balance', 'history'],
  created: undefined,
  expires: undefined,
})
const permitValue = {
  allowed_tokens: ['ANY_TOKEN'],
  created: '2024-12-17T16:59:00.000Z',
  expires: '2024-12-20T06:59:30.333Z',
  permissions: ['balance'],
  permit_name: 'test',
}
const adr36 = {
  account_number: '0',
  chain_id: '',
  fee: { amount: [], gas: '0' },
  memo: '',
  msgs: [{ type: 'sign/MsgSignData', value: { data: 'aGVsbG8=', signer: vector.sender } }],
  sequence: '0',
}
const withValue = (value: unknown) => ({ ...permit, msgs: [{ type: 'query_permit', value }] })
const withMessage = (change: object) => ({
  ...tx,
  msgs: [{ ...message, value: { ...message.value, ...change } }],
})

describe('an amino transaction', () => {
  it('reads the document of Protocol 10.7, in any key order', () => {
    const reversed = Object.fromEntries(Object.entries(tx).reverse())
    for (const doc of [tx, reversed]) {
      expect(decodeAminoDoc(doc)).toMatchObject({
        kind: 'tx',
        chainId: 'secretdev-1',
        accountNumber: 1n,
        sequence: 0n,
        fee: { amount: [{ denom: 'uscrt', amount: 37500n }], gas: 150000n, payer: '', granter: '' },
        timeoutHeight: 0n,
        messages: [{ kind: 'execute', sender: vector.sender, contract: vector.contract, wire, funds: [] }],
        doc: tx,
      })
    }
  })

  it('takes bech32 addresses too, and keeps what it does not know as JSON', () => {
    const old = withMessage({ sender: vector.sender, contract: vector.contract })
    expect(decodeAminoDoc(old)).toMatchObject({ messages: [{ sender: vector.sender }] })
    const strange = { ...tx, msgs: [{ type: 'x/Y', value: { a: '1' } }] }
    expect(decodeAminoDoc(strange)).toMatchObject({
      messages: [{ kind: 'unknown', typeUrl: 'x/Y', json: { a: '1' } }],
    })
  })

  it('never writes bytes for what it knows as JSON alone', () => {
    const read = decodeAminoDoc({ ...tx, msgs: [{ type: 'x/Y', value: { a: '1' } }] })
    if (read.kind !== 'tx') throw new Error('A transaction is read as one.')
    expect(() => encodeTxBody(read)).toThrow(CodecError)
  })

  it.each([
    ['a number for the account number', { ...tx, account_number: 1 }],
    ['a number for the gas', { ...tx, fee: { ...tx.fee, gas: 150000 } }],
    ['negative gas', { ...tx, fee: { ...tx.fee, gas: '-1' } }],
    ['gas of 2^64', { ...tx, fee: { ...tx.fee, gas: (1n << 64n).toString() } }],
    ['a number for a coin', { ...tx, fee: { ...tx.fee, amount: [{ amount: 1, denom: 'uscrt' }] } }],
    ['an extra key at the top', { ...tx, extra: '' }],
    ['an extra key in the fee', { ...tx, fee: { ...tx.fee, tip: '1' } }],
    ['an extra key in a coin', { ...tx, fee: { ...tx.fee, amount: [{ amount: '1', denom: 'u', x: '' }] } }],
    ['an extra key beside a message', { ...tx, msgs: [{ ...message, note: '' }] }],
    ['an extra key in a message', withMessage({ surprise: '1' })],
    ['a missing sequence', { ...tx, sequence: undefined }],
    ['no messages', { ...tx, msgs: [] }],
    ['a list as the document', [tx]],
    ['a null fee', { ...tx, fee: null }],
    ['an odd network name', { ...tx, chain_id: 'secret‑4' }],
    ['an address of another length', withMessage({ sender: 'AAAA' })],
    ['bytes that are not base64', withMessage({ msg: '***' })],
    ['a bigint', { ...tx, memo: 1n }],
    ['a date', { ...tx, memo: new Date(0) }],
    ['an own __proto__', JSON.parse(JSON.stringify(tx).replace('"memo":""', '"memo":"","__proto__":{}'))],
  ])('refuses %s', (_, doc) => {
    expect(() => decodeAminoDoc(doc)).toThrow(CodecError)
  })

  it('refuses endless nesting, in JSON and in messages', () => {
    let deep: unknown = 'x'
    for (let level = 0; level < 10_000; level += 1) deep = [deep]
    expect(() => decodeAminoDoc({ ...tx, memo: deep })).toThrow(CodecError)
    let nested: unknown = message
    for (let level = 0; level < 12; level += 1) {
      nested = { type: 'cosmos-sdk/MsgExec', value: { grantee: vector.sender, msgs: [nested] } }
    }
    expect(() => decodeAminoDoc({ ...tx, msgs: [nested] })).toThrow(CodecError)
  })

  it('throws nothing but typed errors for any JSON', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.anything(), mutated()), (value) => {
        try {
          decodeAminoDoc(value)
        } catch (error) {
          expect(error).toBeInstanceOf(SottoError)
        }
      }),
    )
  })
})

describe('a permit document', () => {
  it('is recognised exactly, 24.0 and 24.1', () => {
    expect(decodeAminoDoc(permit)).toMatchObject({
      kind: 'permit',
      params: { permitName: 'test', permissions: ['balance', 'history'], blanket: false, created: undefined },
    })
    expect(decodeAminoDoc(withValue(permitValue))).toMatchObject({
      kind: 'permit',
      params: { blanket: true, created: permitValue.created, expires: permitValue.expires },
    })
  })

  it.each([
    ['another fee', 'frame', { ...permit, fee: { amount: [{ amount: '1', denom: 'uscrt' }], gas: '1' } }],
    ['more gas', 'frame', { ...permit, fee: { amount: [{ amount: '0', denom: 'uscrt' }], gas: '2' } }],
    ['a sequence', 'frame', { ...permit, sequence: '1' }],
    ['a memo', 'frame', { ...permit, memo: 'x' }],
    ['a second message', 'company', { ...permit, msgs: [...(permit['msgs'] as unknown[]), message] }],
    ['an extra key', 'frame', { ...permit, timeout_height: '1' }],
    ['an extra key inside', 'frame', withValue({ ...permitValue, note: 'x' })],
    ['no name', 'name', withValue({ ...permitValue, permit_name: '' })],
    [
      'a name that contracts cannot check',
      'name-characters',
      withValue({ ...permitValue, permit_name: 'a<b' }),
    ],
    ['no content', 'content', { ...permit, msgs: [{ type: 'query_permit' }] }],
    ['no network', 'network', { ...permit, chain_id: '' }],
    ['no contracts', 'contracts', withValue({ ...permitValue, allowed_tokens: [] })],
    ['no permissions', 'permissions', withValue({ ...permitValue, permissions: [] })],
    ['a blanket without a start', 'blanket', withValue({ ...permitValue, created: undefined })],
    [
      'a blanket with company',
      'blanket',
      withValue({ ...permitValue, allowed_tokens: ['ANY_TOKEN', vector.contract] }),
    ],
    ['a token that is no address', 'address', withValue({ ...permitValue, allowed_tokens: ['secret1x'] })],
    ['a date that is none', 'dates', withValue({ ...permitValue, expires: 'tomorrow' })],
  ])('is a near-permit with %s', (_, reason, doc) => {
    expect(decodeAminoDoc(doc)).toEqual({ kind: 'near-permit', reason })
  })
})

describe('an ADR-36 document', () => {
  it('is recognised exactly', () => {
    expect(decodeAminoDoc(adr36)).toMatchObject({
      kind: 'adr36',
      signer: vector.sender,
      data: new TextEncoder().encode('hello'),
    })
  })

  it.each([
    ['a chain id', { ...adr36, chain_id: 'secret-4' }],
    ['a real message beside it', { ...adr36, msgs: [...adr36.msgs, message] }],
    ['a fee', { ...adr36, fee: tx.fee }],
    [
      'data that is not base64',
      { ...adr36, msgs: [{ type: 'sign/MsgSignData', value: { data: '?', signer: vector.sender } }] },
    ],
  ])('is refused with %s', (_, doc) => {
    expect(() => decodeAminoDoc(doc)).toThrow(CodecError)
  })
})

describe('the text that yields message keys', () => {
  const text = 'Create Keplr Secret encryption key. Only approve requests by Keplr.'

  it('is recognised as a document, whatever else the document says, and inside ADR-36', () => {
    const seed = { account_number: 0, chain_id: 'secret-4', fee: [], memo: text, msgs: [], sequence: 0 }
    expect(decodeAminoDoc(seed)).toEqual({ kind: 'tx-seed' })
    expect(decodeAminoDoc({ ...tx, memo: text.toUpperCase() })).toEqual({ kind: 'tx-seed' })
    const data = base64.encode(new TextEncoder().encode(JSON.stringify(seed)))
    const wrapped = { ...adr36, msgs: [{ type: 'sign/MsgSignData', value: { data, signer: vector.sender } }] }
    expect(decodeAminoDoc(wrapped)).toEqual({ kind: 'tx-seed' })
    expect(isTxSeedText('good morning')).toBe(false)
  })
})

/** The real document with one member, at any depth, replaced. */
function mutated(): fc.Arbitrary<unknown> {
  const places = JSON.stringify(tx).match(/"[^"]*"|\d+/g)?.length ?? 0
  return fc.tuple(fc.nat(places), fc.jsonValue()).map(([place, value]) => {
    let index = 0
    const text = JSON.stringify(tx).replace(/:("[^"]*"|\d+|\[\])/g, (whole) =>
      index++ === place ? `:${JSON.stringify(value)}` : whole,
    )
    return JSON.parse(text)
  })
}

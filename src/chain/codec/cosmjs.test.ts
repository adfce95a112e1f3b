/** Documents of every kind against cosmjs, which signs for most of the network. The seed is fixed: a failure comes again. */
import { serializeSignDoc } from '@cosmjs/amino'
import { encodePubkey, makeAuthInfoBytes, makeSignBytes, makeSignDoc, Registry } from '@cosmjs/proto-signing'
import { base64 } from '@scure/base'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeAminoJson } from '../../crypto/index'
import { addressFromBytes } from '../../domain/index'
import { decodeAminoDoc } from './amino-doc'
import { buildDirectTx } from './direct-tx'
import { encodeSignDoc } from './tx-body'

const SAMPLE = { seed: 20_261_127, numRuns: 1000 }
const address = fc.uint8Array({ minLength: 20, maxLength: 20 }).map(addressFromBytes)
const uint = fc.nat({ max: Number.MAX_SAFE_INTEGER })
const text = fc.string({ unit: 'grapheme', maxLength: 30 })
const awkward = fc.oneof(
  text,
  fc.constantFrom('<a href="x">&amp;</a>', '\u2028\u2029', '\\u003c', '"\n\t', '𝒮'),
)
const chainId = fc.constantFrom('secret-4', 'pulsar-3', 'secretdev-1')
const coins = fc.uniqueArray(
  fc.record({
    denom: fc.constantFrom('uscrt', `ibc/${'AB'.repeat(32)}`, 'factory/x'),
    amount: uint.map(String),
  }),
  { minLength: 1, maxLength: 3, selector: ({ denom }) => denom },
)
const key = fc.stringMatching(/^[A-Za-z_<&][A-Za-z_]{0,7}$/)
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    awkward,
    fc.boolean(),
    fc.integer(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 5, noNullPrototype: true }),
  ),
}))
const message = fc.oneof(
  fc.record({
    type: fc.constant('cosmos-sdk/MsgSend'),
    value: fc.record({ from_address: address, to_address: address, amount: coins }),
  }),
  fc.record({
    type: fc.constantFrom('other/MsgOne', 'other/MsgTwo'),
    value: fc.dictionary(key, value, { maxKeys: 5, noNullPrototype: true }),
  }),
)
const amino = fc.record({
  chain_id: chainId,
  account_number: uint.map(String),
  sequence: uint.map(String),
  fee: fc.record({ amount: coins, gas: uint.map(String) }),
  msgs: fc.array(message, { minLength: 1, maxLength: 4 }),
  memo: awkward,
})
const direct = fc.record({
  from: address,
  to: address,
  amount: coins,
  fee: coins,
  memo: awkward,
  chainId,
  accountNumber: uint,
  sequence: uint,
  gas: uint,
  granter: fc.option(address, { nil: undefined }),
  publicKey: fc.uint8Array({ minLength: 33, maxLength: 33 }).map((bytes) => bytes.with(0, 2)),
})

describe('2,000 random documents, byte for byte as cosmjs signs them', () => {
  it('amino', () => {
    for (const doc of fc.sample(amino, SAMPLE)) {
      const decoded = decodeAminoDoc(doc)
      if (decoded.kind !== 'tx') throw new Error('A transaction is read as one.')
      expect(Buffer.from(encodeAminoJson(decoded.doc)).toString()).toBe(
        Buffer.from(serializeSignDoc(doc)).toString(),
      )
    }
  })

  it('direct', () => {
    const registry = new Registry()
    for (const { from, to, amount, fee, memo, publicKey, granter, ...numbers } of fc.sample(direct, SAMPLE)) {
      const { chainId, accountNumber, sequence, gas } = numbers
      const body = registry.encodeTxBody({
        messages: [
          { typeUrl: '/cosmos.bank.v1beta1.MsgSend', value: { fromAddress: from, toAddress: to, amount } },
        ],
        memo,
      })
      const pubkey = encodePubkey({ type: 'tendermint/PubKeySecp256k1', value: base64.encode(publicKey) })
      const auth = makeAuthInfoBytes([{ pubkey, sequence }], fee, gas, granter, undefined)
      const theirs = makeSignBytes(makeSignDoc(body, auth, chainId, accountNumber))
      const money = (all: typeof amount) => all.map((coin) => ({ ...coin, amount: BigInt(coin.amount) }))
      const made = buildDirectTx({
        messages: [
          { kind: 'send', typeUrl: '/cosmos.bank.v1beta1.MsgSend', from, to, amount: money(amount) },
        ],
        memo,
        publicKey,
        sequence: BigInt(sequence),
        gas: BigInt(gas),
        fee: { amount: money(fee), ...(granter === undefined ? {} : { granter }) },
      })
      const ours = encodeSignDoc({ ...made, chainId, accountNumber: BigInt(accountNumber) })
      expect(Buffer.from(ours).toString('hex')).toBe(Buffer.from(theirs).toString('hex'))
    }
  })
})

import { base64, base64url, hex, utf8 } from '@scure/base'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  buildDirectTx,
  encodeSignDoc,
  encodeSignDocDirectAux,
  encodeTxRaw,
  permitSignDoc,
  publicKeyAny,
} from '../../chain/codec/index'
import { BOB, CHAIN_ID, fakeVault, SSCRT } from '../wallet.fake'
import { disguiseOf } from './disguised-bytes'

const account = await fakeVault().account()
const doc = {
  account_number: '7',
  chain_id: CHAIN_ID,
  fee: { amount: [], gas: '1' },
  memo: '',
  msgs: [{ type: 'cosmos-sdk/MsgSend', value: {} }],
  sequence: '2',
}
const permit = permitSignDoc({
  permitName: 'p',
  chainId: CHAIN_ID,
  allowedTokens: [SSCRT],
  permissions: ['owner'],
  created: undefined,
  expires: undefined,
})
const tx = buildDirectTx({
  messages: [
    {
      kind: 'send',
      typeUrl: '/cosmos.bank.v1beta1.MsgSend',
      from: account.address,
      to: BOB,
      amount: [{ denom: 'uscrt', amount: 1n }],
    },
  ],
  memo: '',
  publicKey: account.publicKey,
  sequence: 2n,
  gas: 150_000n,
  fee: { amount: [] },
})
const signDoc = encodeSignDoc({ ...tx, chainId: CHAIN_ID, accountNumber: 7n })
const auxDoc = encodeSignDocDirectAux({
  bodyBytes: tx.bodyBytes,
  publicKey: publicKeyAny(account.publicKey),
  chainId: CHAIN_ID,
  accountNumber: 7n,
  sequence: 2n,
})
const txRaw = encodeTxRaw({ ...tx, signatures: [new Uint8Array(64)] })
const reversed = Object.fromEntries(Object.entries(doc).reverse())
const pretty = JSON.stringify(doc, undefined, 4)
const SEED = 'Create Keplr Secret encryption key. Only approve requests by Keplr.'

const HIDDEN: readonly [string, Uint8Array][] = [
  ['a sign document', utf8.decode(JSON.stringify(doc))],
  ['one in another order', utf8.decode(JSON.stringify(reversed))],
  ['one in lines', utf8.decode(` \n${pretty}\n`)],
  ['one behind a byte order mark', utf8.decode(`\ufeff${pretty}`)],
  ['one as EIP-191 signs it', utf8.decode(`\x19Ethereum Signed Message:\n${pretty.length}${pretty}`)],
  ['one with words around it', utf8.decode(`Please sign ${pretty} to log in`)],
  ['one as text inside JSON', utf8.decode(JSON.stringify(JSON.stringify(doc)))],
  ['a permit', utf8.decode(JSON.stringify(permit))],
  ['the bytes of a direct transaction', signDoc],
  ['the bytes of one that somebody else pays for', auxDoc],
  ['the bytes of a signed transaction', txRaw],
]

describe('bytes that pass for a text', () => {
  it.each(HIDDEN)('P32, P33: %s is found, plain, as base64 and as hex', (_, bytes) => {
    const forms = [
      bytes,
      utf8.decode(base64.encode(bytes)),
      utf8.decode(base64url.encode(bytes).replace(/=+$/, '')),
      utf8.decode(hex.encode(bytes)),
      utf8.decode(`0x${hex.encode(bytes).toUpperCase()}`),
      utf8.decode(base64.encode(utf8.decode(hex.encode(bytes)))),
      utf8.decode(JSON.stringify(base64.encode(bytes))),
    ]
    for (const form of forms) expect(disguiseOf(form)).toBe('text-is-transaction')
  })

  it('P33: the text that makes encryption keys is found in every wrapping', () => {
    for (const text of [SEED, SEED.toLowerCase(), JSON.stringify({ ...doc, memo: SEED })]) {
      const bytes = utf8.decode(text)
      for (const form of [bytes, utf8.decode(base64.encode(bytes)), utf8.decode(hex.encode(bytes))]) {
        expect(disguiseOf(form)).toBe('tx-seed')
      }
    }
  })

  it('honest texts are let through', () => {
    for (const text of [
      '',
      'hello',
      'Log in to dapp.example\n\nNonce: 8f31c2',
      '8f31c2'.repeat(20),
      '{"domain":"dapp.example","nonce":"5","memo":"thanks"}',
      '{"msgs":["hello"]}',
      JSON.stringify({ chain_id: CHAIN_ID, fee: '1', sequence: '5' }),
      'aGVsbG8gd29ybGQsIGhvdyBhcmUgeW91',
      BOB,
      '\n \n\n0123456789 some text that begins with empty lines',
    ]) {
      expect(disguiseOf(utf8.decode(text))).toBeUndefined()
    }
    expect(disguiseOf(Uint8Array.of(0xff, 0, 1))).toBeUndefined()
  })

  it('never throws, and takes a thousand wrappings off no more than it must', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void disguiseOf(bytes)))
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void disguiseOf(utf8.decode(text))))
    const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    expect(disguiseOf(utf8.decode(nested))).toBeUndefined()
  })
})

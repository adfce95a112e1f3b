import { base64, base64url, hex, utf8 } from '@scure/base'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  buildDirectTx,
  encodeSignDoc,
  encodeSignDocDirectAux,
  encodeTxBody,
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
/** The body of a message with a content that is not read here. */
const bodyOf = (typeUrl: string, content: Uint8Array) =>
  encodeTxBody({ messages: [{ kind: 'unknown', typeUrl, value: content, json: undefined }], memo: 'm' })
const foreign = (bodyBytes: Uint8Array, chainId = 'cosmoshub-4') =>
  encodeSignDoc({ ...tx, bodyBytes, chainId, accountNumber: 0n })
/** Two addresses and a coin, as a bank message has them. */
const sendOf = (from: string, to: string) =>
  utf8.decode(`\n${counted(from)}\u0012${counted(to)}\u001a\n\n\u0005uatom\u0012\u00015`)
const counted = (text: string) => String.fromCharCode(text.length) + text
const COSMOS = 'cosmos1qypqxpq9qcrsszg2pvxq6rs0zqg3yyc5lzv7xu'
const BANK = '/cosmos.bank.v1beta1.MsgSend'
/** Field 2 of a body is its memo: here it is not UTF-8, which other chains may read all the same. */
const oddMemo = Uint8Array.of(...bodyOf(BANK, sendOf(COSMOS, COSMOS)), 0x12, 1, 0xff)
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
  ['one of another chain', foreign(bodyOf(BANK, sendOf(COSMOS, COSMOS)))],
  ['one with addresses in capitals', foreign(bodyOf(BANK, sendOf(BOB.toUpperCase(), BOB)), CHAIN_ID)],
  ['one with a content that nobody can read', foreign(bodyOf(BANK, Uint8Array.of(0xff)))],
  ['one with a memo that is no text', foreign(oddMemo)],
  [
    'one without a fee',
    encodeSignDoc({
      ...tx,
      bodyBytes: bodyOf('/osmosis.gamm.v1beta1.MsgJoinPool', utf8.decode('x')),
      authInfoBytes: new Uint8Array(),
      chainId: 'osmosis-1',
      accountNumber: 9n,
    }),
  ],
  [
    'one of another chain that is signed already',
    encodeTxRaw({ ...tx, bodyBytes: bodyOf(BANK, sendOf(COSMOS, COSMOS)), signatures: [new Uint8Array(64)] }),
  ],
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
    const honest = (bytes: Uint8Array): void => void expect(disguiseOf(bytes)).toBeUndefined()
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), honest))
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => honest(utf8.decode(text))))
    const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    expect(disguiseOf(utf8.decode(nested))).toBeUndefined()
    // The longest text that a page can send, made to be gone through again and again.
    expect(disguiseOf(utf8.decode(`${'='.repeat(1_000_000)}x`))).toBeUndefined()
  })
})

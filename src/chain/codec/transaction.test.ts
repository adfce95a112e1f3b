import { sha256 } from '@noble/hashes/sha2.js'
import { hex } from '@scure/base'
import { describe, expect, it } from 'vitest'
import vector from '../../../vectors/contract-call.json'
import { parseAddress } from '../../domain/index'
import { decodeAuthInfo, SIGN_MODE } from './auth-info'
import type { ChainMessage } from './chain-message'
import { CodecError } from './codec-error'
import { buildDirectTx } from './direct-tx'
import { decodeTxBody, decodeTxRaw, encodeSignDoc, encodeTxBody, encodeTxRaw } from './tx-body'
import { txHash } from './tx-hash'

const wire = hex.decode(vector.nonce + vector.user_public_key + vector.ciphertext)
const execute: ChainMessage = {
  kind: 'execute',
  typeUrl: '/secret.compute.v1beta1.MsgExecuteContract',
  sender: parseAddress(vector.sender),
  contract: parseAddress(vector.contract),
  wire,
  funds: [],
  callbackCodeHash: '',
  callbackSig: new Uint8Array(),
}
const body =
  vector.body_prefix +
  vector.sender_bytes +
  '1214' +
  vector.contract_bytes +
  '1aed01' +
  vector.nonce +
  vector.user_public_key +
  vector.ciphertext

function build() {
  return buildDirectTx({
    messages: [execute],
    fee: { amount: [{ denom: 'uscrt', amount: 37500n }] },
    gas: 150000n,
    memo: '',
    publicKey: hex.decode(vector.public_key),
    sequence: 0n,
  })
}

describe('whole transaction (Protocol 10.7)', () => {
  it('builds the recorded body, auth, digest and hash', () => {
    const { bodyBytes, authInfoBytes } = build()
    expect(hex.encode(bodyBytes)).toBe(body)
    expect(hex.encode(authInfoBytes)).toBe(vector.auth_direct)
    const doc = encodeSignDoc({ bodyBytes, authInfoBytes, chainId: 'secretdev-1', accountNumber: 1n })
    expect(hex.encode(sha256(doc))).toBe(vector.direct_digest)
    const raw = encodeTxRaw({ bodyBytes, authInfoBytes, signatures: [hex.decode(vector.direct_signature)] })
    expect(txHash(raw)).toBe(vector.direct_hash)
    expect(decodeTxRaw(raw).bodyBytes).toEqual(bodyBytes)
  })

  it('gives the recorded hash for the amino form', () => {
    const raw = encodeTxRaw({
      bodyBytes: build().bodyBytes,
      authInfoBytes: hex.decode(vector.auth_amino),
      signatures: [hex.decode(vector.amino_signature)],
    })
    expect(txHash(raw)).toBe(vector.amino_hash)
  })

  it('decodes the body and the auth info', () => {
    const decoded = decodeTxBody(hex.decode(body))
    expect(decoded).toMatchObject({ memo: '', timeoutHeight: 0n, canonical: true, unknownFields: [] })
    expect(decoded.messages).toEqual([execute])
    expect(decodeAuthInfo(hex.decode(vector.auth_amino))).toEqual({
      signers: [
        {
          publicKey: { kind: 'secp256k1', key: hex.decode(vector.public_key) },
          mode: { kind: 'single', mode: SIGN_MODE.aminoJson },
          sequence: 0n,
        },
      ],
      fee: { amount: [{ denom: 'uscrt', amount: 37500n }], gas: 150000n, payer: '', granter: '' },
      canonical: true,
      unknownFields: [],
    })
  })
})

describe('odd sign bytes', () => {
  const bytes = hex.decode(body)

  it('notes a field the body does not have', () => {
    const decoded = decodeTxBody(hex.decode(`${body}2a00`))
    expect(decoded.canonical).toBe(false)
    expect(decoded.unknownFields).toEqual([{ path: '', number: 5 }])
  })

  it('notes a field that a message does not have, with its place', () => {
    const inner = `${body.slice(body.indexOf('0a14'))}aa0601ff`
    const value = hex.decode(inner)
    const any = encodeTxBody({
      messages: [{ kind: 'unknown', typeUrl: execute.typeUrl, value, json: undefined }],
      memo: '',
    })
    const decoded = decodeTxBody(any)
    expect(decoded.canonical).toBe(false)
    expect(decoded.unknownFields).toEqual([{ path: 'messages[0]', number: 101 }])
  })

  it('notes a field inside a coin inside a message', () => {
    const coin = '0a0575736372741201311801'
    const value = hex.decode(
      `${body.slice(body.indexOf('0a14'))}2a${(coin.length / 2).toString(16).padStart(2, '0')}${coin}`,
    )
    const any = encodeTxBody({
      messages: [{ kind: 'unknown', typeUrl: execute.typeUrl, value, json: undefined }],
      memo: '',
    })
    expect(decodeTxBody(any).unknownFields).toEqual([{ path: 'messages[0].sent_funds[0]', number: 3 }])
  })

  it.each([
    ['a field given twice', `${body}120161120162`],
    ['an explicit zero', `${body}1800`],
    ['a non-minimal varint', `${body}188100`],
    ['a memo that is not UTF-8', `${body}1201ff`],
  ])('is not canonical with %s', (_, text) => {
    expect(readOrRefuse(text)).toBe(false)
  })

  it('refuses every truncation or reads it as something else', () => {
    for (let length = 1; length < bytes.length; length += 1) {
      expect(() => decodeTxBody(bytes.subarray(0, length))).toThrow(CodecError)
    }
  })

  function readOrRefuse(text: string): boolean {
    try {
      return decodeTxBody(hex.decode(text)).canonical
    } catch (error) {
      expect(error).toBeInstanceOf(CodecError)
      return false
    }
  }
})

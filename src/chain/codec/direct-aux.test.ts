/** What SIGN_MODE_DIRECT_AUX signs, against secretjs's own definitions and cosmjs's writing of a key. */
import { encodePubkey } from '@cosmjs/proto-signing'
import { base64, hex } from '@scure/base'
import * as fc from 'fast-check'
import { SignDocDirectAux } from 'secretjs/dist/protobuf/cosmos/tx/v1beta1/tx'
import { describe, expect, it } from 'vitest'
import { publicKeyAny } from './auth-info'
import { encodeSignDocDirectAux } from './tx-body'

const uint64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })
const doc = fc.record({
  bodyBytes: fc.uint8Array({ maxLength: 200 }),
  key: fc.uint8Array({ minLength: 33, maxLength: 33 }),
  chainId: fc.string({ unit: 'grapheme', maxLength: 20 }),
  accountNumber: uint64,
  sequence: uint64,
})

describe('a document whose fee somebody else adds', () => {
  it('is written byte for byte as other definitions write it, without a tip', () => {
    fc.assert(
      fc.property(doc, ({ bodyBytes, key, chainId, accountNumber, sequence }) => {
        const publicKey = publicKeyAny(key)
        const ours = encodeSignDocDirectAux({ bodyBytes, publicKey, chainId, accountNumber, sequence })
        const theirs = SignDocDirectAux.encode({
          body_bytes: bodyBytes,
          public_key: { type_url: publicKey.typeUrl, value: publicKey.value },
          chain_id: chainId,
          account_number: accountNumber.toString(),
          sequence: sequence.toString(),
        }).finish()
        expect(hex.encode(ours)).toBe(hex.encode(Uint8Array.from(theirs)))
      }),
    )
  })

  it('names the key as cosmjs does', () => {
    const key = Uint8Array.of(2, ...new Uint8Array(32).fill(7))
    const theirs = encodePubkey({ type: 'tendermint/PubKeySecp256k1', value: base64.encode(key) })
    const { typeUrl, value } = publicKeyAny(key)
    expect([typeUrl, hex.encode(value)]).toEqual([theirs.typeUrl, hex.encode(Uint8Array.from(theirs.value))])
  })
})

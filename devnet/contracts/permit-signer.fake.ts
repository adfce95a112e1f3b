import { secp256k1 } from '@noble/curves/secp256k1.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { base64 } from '@scure/base'
import { accountBytesOf } from '../../src/crypto/index'
import { type Address, addressFromBytes, type JsonObject } from '../../src/domain/index'

/** For tests: somebody who signs permits as Protocol 6.4 writes them down. */
export class PermitSigner {
  readonly address: Address
  readonly #secretKey: Uint8Array
  readonly #publicKey: Uint8Array

  constructor(seed: string) {
    this.#secretKey = sha256(new TextEncoder().encode(seed))
    this.#publicKey = secp256k1.getPublicKey(this.#secretKey, true)
    this.address = addressFromBytes(accountBytesOf(this.#publicKey))
  }

  sign(tokens: readonly string[], permissions: readonly string[], name = 'test'): JsonObject {
    const message =
      `{"type":"query_permit","value":{"allowed_tokens":${JSON.stringify(tokens)},` +
      `"permissions":${JSON.stringify(permissions)},"permit_name":"${name}"}}`
    return {
      params: { permit_name: name, allowed_tokens: tokens, chain_id: 'secretdev-1', permissions },
      signature: this.#signatureOver(message),
    }
  }

  /** The `signed_doc` by which somebody gets a new seed for notifications (Protocol 6.7). */
  signSeed(contract: Address, previousSeed: string, params: JsonObject = {}): JsonObject {
    const message = `{"type":"notification_seed","value":{"contract":"${contract}","previous_seed":"${previousSeed}"}}`
    return { params: { chain_id: 'secretdev-1', ...params }, signature: this.#signatureOver(message) }
  }

  #signatureOver(message: string): JsonObject {
    const document =
      '{"account_number":"0","chain_id":"secretdev-1","fee":{"amount":[{"amount":"0","denom":"uscrt"}],"gas":"1"},' +
      `"memo":"","msgs":[${message}],"sequence":"0"}`
    const digest = sha256(new TextEncoder().encode(document))
    const signature = secp256k1.sign(digest, this.#secretKey, { prehash: false })
    return {
      pub_key: { type: 'tendermint/PubKeySecp256k1', value: base64.encode(this.#publicKey) },
      signature: base64.encode(signature),
    }
  }
}

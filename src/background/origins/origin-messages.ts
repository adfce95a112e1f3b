/** Encryption on behalf of a page: it seals what it likes, and opens only what came back for messages it sealed itself. */
import { deriveTxKey, type RandomBytes, sealMessageOffThread, type TxSeed } from '../../crypto/index'
import { openCiphertextOffThread } from '../../crypto/tx-cipher'
import type { Origin } from '../../domain/index'
import type { PageNetworks } from '../page-ports'
import { createOriginNonce, nonceKey } from './origin-nonce'
import { isQuery } from './query-names'

export interface OriginMessages {
  /** The X25519 public key of the account on this network, 32 bytes. */
  publicKey(chainId: string): Promise<Uint8Array>
  /** The wire to put into a transaction or a query; `blocked` while a security event stands. Throws ChainError. */
  seal(asked: MessageOfOrigin): Promise<Uint8Array | 'blocked'>
  /** The tx key (32 bytes) of a message that this origin sealed; undefined for any other nonce. */
  txKey(asked: NonceOfOrigin): Promise<Uint8Array | undefined>
  /** Opens one ciphertext under the key of such a message. */
  open(asked: NonceOfOrigin, ciphertext: Uint8Array): Promise<OpenedForOrigin>
}

export type OpenedForOrigin =
  | { readonly kind: 'opened'; readonly plaintext: Uint8Array }
  /** The origin sealed the message, and this is no answer to it. */
  | { readonly kind: 'no-answer' }
  /** The origin did not seal it, whoever did. */
  | { readonly kind: 'other-nonce' }

interface MessageOfOrigin {
  readonly origin: Origin
  readonly chainId: string
  readonly codeHash: string
  /** JSON text. */
  readonly message: string
}

interface NonceOfOrigin {
  readonly origin: Origin
  readonly chainId: string
  readonly nonce: Uint8Array
}

interface OriginMessagesParts {
  readonly txSeed: (chainId: string) => Promise<TxSeed>
  readonly networks: PageNetworks
  readonly random: RandomBytes
}

export function createOriginMessages({ txSeed, networks, random }: OriginMessagesParts): OriginMessages {
  async function txKey({ origin, chainId, nonce }: NonceOfOrigin): Promise<Uint8Array | undefined> {
    const account = await txSeed(chainId)
    const ioPublicKeys = await networks.knownTxKeys(chainId)
    const made = nonceKey({ seed: account, origin, ioPublicKeys }, nonce)
    if (made === undefined) return undefined
    const seed = made.purpose === 'query' ? account.forQuery(nonce) : account
    const key = deriveTxKey(seed, made.ioPublicKey, nonce)
    const bytes = key.bytes()
    key.wipe()
    if (seed !== account) seed.wipe()
    return bytes
  }

  return {
    async publicKey(chainId) {
      return (await txSeed(chainId)).pair().publicKey
    },

    async seal({ origin, chainId, codeHash, message }) {
      const state = await networks.txKey(chainId)
      if (state.kind === 'blocked' || (await networks.isDisputed(chainId, codeHash))) return 'blocked'
      const account = await txSeed(chainId)
      const ioPublicKey = state.key
      const purpose = isQuery(message) ? 'query' : 'transaction'
      const nonce = createOriginNonce({ seed: account, ioPublicKey, origin, purpose }, random)
      // A node sees who asks by the public key in the wire: a query has one of its own.
      const seed = purpose === 'query' ? account.forQuery(nonce) : account
      const sealed = await sealMessageOffThread({ seed, ioPublicKey, codeHash, message, nonce })
      if (seed !== account) seed.wipe()
      return sealed.wire
    },

    txKey,

    async open(asked, ciphertext) {
      const key = await txKey(asked)
      if (key === undefined) return { kind: 'other-nonce' }
      // The key must live until the platform is done with it.
      const opened = await openCiphertextOffThread(key, ciphertext)
      key.fill(0)
      return opened === undefined ? { kind: 'no-answer' } : { kind: 'opened', plaintext: opened }
    },
  }
}

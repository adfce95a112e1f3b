import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 as hash } from '@noble/hashes/sha2.js'
import { checkLength, concatBytes } from './bytes'
import { checkAgreementKey } from './io-public-key'
import { OpaqueKey } from './opaque-key'
import type { RandomBytes } from './random'
import { RememberedSecrets } from './remembered-secrets'
import { sha256 } from './sha256'
import type { SigningKey } from './signing-key'
import { encodeText } from './text'
import { expandTxKey } from './tx-hkdf'
import { x25519 } from './x25519'

const SEED_LENGTH = 32
/** A network has one key at a time; the rest are its earlier ones, read for history. */
const MOST_NETWORK_KEYS = 16
/** A message is sealed and soon read back: its input, data, errors and each of its log attributes. */
const MOST_MESSAGES = 16
const OWN_LABEL = 'sotto/tx-seed/v1'
const QUERY_LABEL = 'sotto/query-seed/v1'
const KEPLR_MEMO = 'Create Keplr Secret encryption key. Only approve requests by Keplr.'

/** The 32-byte X25519 secret with which an account seals its messages and opens their outputs. Protocol 1.5. */
export class TxSeed extends OpaqueKey {
  readonly #publicKey: Uint8Array
  readonly #shared = new RememberedSecrets(MOST_NETWORK_KEYS)
  readonly #messages = new RememberedSecrets(MOST_MESSAGES)

  private constructor(bytes: Uint8Array) {
    super('TxSeed', bytes)
    this.#publicKey = x25519.getPublicKey(bytes)
  }

  /** Takes 32 bytes, clamped when used as RFC 7748 section 5 says. Throws `tx-seed/length`. */
  static fromBytes(bytes: Uint8Array): TxSeed {
    checkLength(bytes, SEED_LENGTH, 'tx seed', 'tx-seed/length')
    return new TxSeed(bytes)
  }

  /** A seed for one message, which links to no account. Throws `tx-seed/length` if `random` gives another length. */
  static ephemeral(random: RandomBytes): TxSeed {
    const bytes = random(SEED_LENGTH)
    const seed = TxSeed.fromBytes(bytes)
    bytes.fill(0)
    return seed
  }

  /** The public half, 32 bytes, which travels in every message. */
  pair(): { readonly publicKey: Uint8Array } {
    return { publicKey: Uint8Array.from(this.#publicKey) }
  }

  /**
   * The 32-byte X25519 secret shared with that network key, computed once for each. Not a copy: do not change it.
   * Throws `tx-key/length`, `tx-key/low-order` and, after `wipe`, `key/wiped`. RFC 7748 section 6.1.
   */
  sharedSecret(ioPublicKey: Uint8Array): Uint8Array {
    const seed = this.reveal()
    return this.#shared.recall(ioPublicKey, () =>
      x25519.getSharedSecret(seed, checkAgreementKey(ioPublicKey)),
    )
  }

  /**
   * The 32 bytes of the tx key of the message with that nonce (32 bytes), remembered for a while. Not a copy: do not change it.
   * Throws as `sharedSecret` does. Protocol 1.1.
   */
  messageSecret(ioPublicKey: Uint8Array, nonce: Uint8Array): Uint8Array {
    this.reveal()
    const compute = (): Uint8Array => expandTxKey(this.sharedSecret(ioPublicKey), nonce)
    return this.#messages.recall(concatBytes(nonce, ioPublicKey), compute)
  }

  /**
   * The seed of one query, by its nonce (32 bytes): its public key links to no other query and to no account, and the
   * account can derive it again. HKDF-SHA256 (RFC 5869) of this seed, its salt our label, its info the nonce.
   */
  forQuery(nonce: Uint8Array): TxSeed {
    const bytes = hkdf(hash, this.reveal(), encodeText(QUERY_LABEL), nonce, SEED_LENGTH)
    const seed = TxSeed.fromBytes(bytes)
    bytes.fill(0)
    return seed
  }

  override wipe(): void {
    this.#shared.forget()
    this.#messages.forget()
    super.wipe()
  }
}

/** The wallet's own seed: HKDF-SHA256 (RFC 5869) of the account key, its salt our label, its info the chain id. */
export function deriveTxSeed(key: SigningKey, chainId: string): TxSeed {
  const bytes = key.deriveBytes({ label: OWN_LABEL, context: chainId, length: SEED_LENGTH })
  const seed = TxSeed.fromBytes(bytes)
  bytes.fill(0)
  return seed
}

/** The seed that Keplr derives for the same account, to read messages sent from there; never used to send. Protocol 1.5. */
export function deriveKeplrTxSeed(key: SigningKey, chainId: string): TxSeed {
  // Key order, numbers and the empty fee list are part of the agreement: another text gives another seed.
  const text = JSON.stringify({
    account_number: 0,
    chain_id: chainId,
    fee: [],
    memo: KEPLR_MEMO,
    msgs: [],
    sequence: 0,
  })
  const signature = key.signBytes(encodeText(text))
  const bytes = sha256(signature)
  const seed = TxSeed.fromBytes(bytes)
  signature.fill(0)
  bytes.fill(0)
  return seed
}

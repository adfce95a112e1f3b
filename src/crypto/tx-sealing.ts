import { concatBytes } from './bytes'
import { CryptoError } from './crypto-error'
import { type RandomBytes, randomBytes } from './random'
import { encodeText } from './text'
import { deriveTxKey, NONCE_LENGTH, type TxKey } from './tx-agreement'
import { TxSeed } from './tx-seed'
import { sealCiphertext } from './tx-siv'
import { writeWire } from './tx-wire'

/** What to seal, and for whom. */
export interface QueryToSeal {
  /** The network's X25519 public key, 32 bytes. */
  readonly ioPublicKey: Uint8Array
  /** 64 hex digits: only a contract with this code may read the message. */
  readonly codeHash: string
  /** JSON text; spaces are appended to it, which every JSON reader ignores. */
  readonly message: string
  /** The JSON part grows to a multiple of this many bytes; 256 unless said, 1 for no padding. */
  readonly blockSize?: number
}

export interface MessageToSeal extends QueryToSeal {
  /** The account's own seed, with which it reads the outputs later. */
  readonly seed: TxSeed
  /** 32 bytes that were never used before; fresh random ones unless given. */
  readonly nonce?: Uint8Array
}

export const DEFAULT_BLOCK_SIZE = 256
const LARGEST_BLOCK_SIZE = 65_536
const SPACE = 0x20

/**
 * Seals a contract message: the wire to put into the transaction, and its nonce, by which the outputs are opened.
 * Throws `code-hash/format`, `padding/block`, `text/surrogate`, `nonce/length`, `tx-key/*`, `key/wiped`. Protocol 1.2 and 1.3.
 */
export function sealMessage(message: MessageToSeal): { wire: Uint8Array; nonce: Uint8Array } {
  const { seed, ioPublicKey, nonce = randomBytes(NONCE_LENGTH) } = message
  const plaintext = messagePlaintext(message)
  const txKey = deriveTxKey(seed, ioPublicKey, nonce)
  const ciphertext = sealUnder(txKey, plaintext)
  txKey.wipe()
  return { wire: writeWire({ nonce, publicKey: seed.pair().publicKey, ciphertext }), nonce }
}

/**
 * Seals a query under a key pair made for it alone, so that a node cannot link it to an account: the wire and the key that opens the answer.
 * Throws as `sealMessage` does. Protocol 2.2.
 */
export function sealQuery(
  query: QueryToSeal,
  random: RandomBytes = randomBytes,
): { wire: Uint8Array; txKey: TxKey } {
  const plaintext = messagePlaintext(query)
  const seed = TxSeed.ephemeral(random)
  const nonce = random(NONCE_LENGTH)
  const txKey = deriveTxKey(seed, query.ioPublicKey, nonce)
  const { publicKey } = seed.pair()
  seed.wipe()
  return { wire: writeWire({ nonce, publicKey, ciphertext: sealUnder(txKey, plaintext) }), txKey }
}

/** The bytes to seal: 64 hex digits of code hash, then the padded JSON. Throws `code-hash/format`, `padding/block`, `text/surrogate`. Protocol 1.2 and 1.3. */
export function messagePlaintext({
  codeHash,
  message,
  blockSize = DEFAULT_BLOCK_SIZE,
}: Omit<QueryToSeal, 'ioPublicKey'>): Uint8Array<ArrayBuffer> {
  if (!/^[0-9a-fA-F]{64}$/.test(codeHash)) {
    throw new CryptoError('code-hash/format', 'Expected a code hash of 64 hex digits.')
  }
  if (!Number.isInteger(blockSize) || blockSize < 1 || blockSize > LARGEST_BLOCK_SIZE) {
    throw new CryptoError('padding/block', `Expected a block of 1 to ${LARGEST_BLOCK_SIZE} bytes.`)
  }
  const json = encodeText(message)
  const padding = new Uint8Array((blockSize - (json.length % blockSize)) % blockSize).fill(SPACE)
  return concatBytes(encodeText(codeHash.toLowerCase()), json, padding)
}

function sealUnder(txKey: TxKey, plaintext: Uint8Array): Uint8Array {
  const bytes = txKey.bytes()
  const ciphertext = sealCiphertext(bytes, plaintext)
  bytes.fill(0)
  return ciphertext
}

import { concatBytes } from './bytes'
import { CryptoError } from './crypto-error'
import { freshNonce, NONCE_LENGTH, type RandomBytes, randomBytes } from './random'
import type { SealedParts } from './siv'
import { encodeText, encodeTextInto } from './text'
import { deriveTxKey, TxKey } from './tx-agreement'
import { TxSeed } from './tx-seed'
import { sealParts } from './tx-siv'
import { sealPartsOffThread } from './tx-siv-off-thread'

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

/** A message ready for its transaction. */
export interface SealedMessage {
  readonly wire: Uint8Array
  /** The first 32 bytes of the wire. */
  readonly nonce: Uint8Array
}

const DEFAULT_BLOCK_SIZE = 256
const LARGEST_BLOCK_SIZE = 65_536
const CODE_HASH_LENGTH = 64
const SPACE = 0x20

/**
 * Seals a contract message: the wire to put into the transaction, and its nonce, by which the outputs are opened.
 * Throws `code-hash/format`, `padding/block`, `text/surrogate`, `nonce/length`, `tx-key/*`, `key/wiped`. Protocol 1.2 and 1.3.
 */
export function sealMessage(message: MessageToSeal): SealedMessage {
  const { plaintext, txKey, ...header } = prepareMessage(message)
  const wire = joinWire(header, sealParts(txKey, plaintext))
  txKey.fill(0)
  return { wire, nonce: header.nonce }
}

/** As `sealMessage`, with the platform's cipher for large messages: same bytes, and the thread stays free. */
export async function sealMessageOffThread(message: MessageToSeal): Promise<SealedMessage> {
  const { plaintext, txKey, ...header } = prepareMessage(message)
  const wire = joinWire(header, await sealPartsOffThread(txKey, plaintext))
  txKey.fill(0)
  return { wire, nonce: header.nonce }
}

/**
 * Seals a query under a key pair made for it alone, so that a node cannot link it to an account: the wire and the key that opens the answer.
 * Throws as `sealMessage` does. Protocol 2.2.
 */
export function sealQuery(
  query: QueryToSeal,
  random: RandomBytes = randomBytes,
): { wire: Uint8Array; txKey: TxKey } {
  const seed = TxSeed.ephemeral(random)
  const { plaintext, txKey, ...header } = prepareMessage({ ...query, seed, nonce: random(NONCE_LENGTH) })
  seed.wipe()
  const wire = joinWire(header, sealParts(txKey, plaintext))
  const kept = TxKey.fromBytes(txKey)
  txKey.fill(0)
  return { wire, txKey: kept }
}

/** The bytes to seal: 64 hex digits of code hash, then the padded JSON. Throws `code-hash/format`, `padding/block`, `text/surrogate`. Protocol 1.2 and 1.3. */
function messagePlaintext({
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
  const padded = encodePadded(message, blockSize)
  padded.set(encodeText(codeHash.toLowerCase()))
  return padded
}

/** Leaves room for the code hash in front. Most messages are ASCII, whose length is known beforehand. */
function encodePadded(message: string, blockSize: number): Uint8Array<ArrayBuffer> {
  const roundUp = (length: number): number => Math.ceil(length / blockSize) * blockSize
  const guess = new Uint8Array(CODE_HASH_LENGTH + roundUp(message.length))
  const written = encodeTextInto(message, guess.subarray(CODE_HASH_LENGTH))
  if (written !== undefined && roundUp(written) === guess.length - CODE_HASH_LENGTH) {
    return guess.fill(SPACE, CODE_HASH_LENGTH + written)
  }
  const json = encodeText(message)
  const exact = new Uint8Array(CODE_HASH_LENGTH + roundUp(json.length))
  exact.set(json, CODE_HASH_LENGTH)
  return exact.fill(SPACE, CODE_HASH_LENGTH + json.length)
}

interface WireHeader {
  readonly nonce: Uint8Array
  readonly publicKey: Uint8Array
}

function prepareMessage(
  message: MessageToSeal,
): WireHeader & { plaintext: Uint8Array<ArrayBuffer>; txKey: Uint8Array } {
  const { seed, ioPublicKey, nonce = freshNonce() } = message
  const plaintext = messagePlaintext(message)
  const txKey = deriveTxKey(seed, ioPublicKey, nonce)
  const bytes = txKey.bytes()
  txKey.wipe()
  return { nonce, publicKey: seed.pair().publicKey, plaintext, txKey: bytes }
}

function joinWire({ nonce, publicKey }: WireHeader, { tag, body }: SealedParts): Uint8Array {
  return concatBytes(nonce, publicKey, tag, body)
}

import { concatBytes } from './bytes'
import { CryptoError } from './crypto-error'
import type { DataKey } from './data-key'
import { GCM_NONCE_LENGTH, openGcm, sealGcm } from './gcm'
import { type RandomBytes, randomBytes } from './random'
import { padSealed, unpadSealed } from './sealed-padding'
import { encodeText } from './text'

const VERSION = 1
const BODY_START = 1 + GCM_NONCE_LENGTH

/**
 * Seals one stored record: a version byte, a fresh 12-byte nonce, then AES-256-GCM of the text padded to 512 bytes.
 * `identity` names the record (area, kind, id) and is authenticated, so that no two records can be swapped. Throws `key/wiped`.
 */
export async function sealRecord(
  dataKey: DataKey,
  identity: string,
  plaintext: Uint8Array,
  random: RandomBytes = randomBytes,
): Promise<Uint8Array> {
  const nonce = random(GCM_NONCE_LENGTH)
  const key = await dataKey.cipherKey('record')
  const sealed = await sealGcm(key, { nonce, associatedData: recordContext(identity) }, padSealed(plaintext))
  return concatBytes(Uint8Array.of(VERSION), nonce, sealed)
}

/** Opens a record of that identity. Throws `record/damaged` when it was changed, moved or sealed under another key; `key/wiped`. */
export async function openRecord(
  dataKey: DataKey,
  identity: string,
  sealed: Uint8Array,
): Promise<Uint8Array> {
  const key = await dataKey.cipherKey('record')
  const nonce = sealed.subarray(1, BODY_START)
  const readable = sealed[0] === VERSION && sealed.length > BODY_START
  const context = { nonce, associatedData: recordContext(identity) }
  const padded = readable ? await openGcm(key, context, sealed.subarray(BODY_START)) : undefined
  const plaintext = padded && unpadSealed(padded)
  if (plaintext === undefined) {
    throw new CryptoError('record/damaged', 'A stored record cannot be read: it was damaged or changed.')
  }
  return plaintext
}

function recordContext(identity: string): Uint8Array {
  return encodeText(`sotto/record/v${VERSION}/${identity}`)
}

/*
 * The data key under what a passkey gives: header (8 magic, 1 version, 12 nonce) ‖ sealed key (48) ‖ SHA-256 of all before it.
 * The key is HKDF-SHA256 of the passkey's 32-byte PRF output, salted with the 32 bytes it was asked with. Header and
 * credential id are associated data, so that one passkey's wrap cannot stand for another's.
 */
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { checkLength, concatBytes, equalBytes, unsharedView } from './bytes'
import { CryptoError } from './crypto-error'
import { DATA_KEY_LENGTH, DataKey } from './data-key'
import { GCM_NONCE_LENGTH, GCM_TAG_LENGTH, openGcm, sealGcm } from './gcm'
import { type RandomBytes, randomBytes } from './random'
import { encodeText } from './text'

export interface PasskeyOutput {
  /** 32 bytes of the PRF extension. WebAuthn level 3, section 10.1.4. */
  readonly output: Uint8Array
  /** The 32 bytes that the extension was asked with. */
  readonly salt: Uint8Array
  readonly credentialId: string
}

const HEADER = concatBytes(encodeText('SOTTOPKY'), Uint8Array.of(1))
const NONCE_END = HEADER.length + GCM_NONCE_LENGTH
const SEALED_END = NONCE_END + DATA_KEY_LENGTH + GCM_TAG_LENGTH
const CHECKSUM_LENGTH = 32
const SECRET_LENGTH = 32
const LABEL = 'sotto/passkey/v1'

/** Wraps the data key: 101 bytes. Throws `bytes/length`, `key/wiped`. */
export async function wrapDataKey(
  { dataKey, ...passkey }: PasskeyOutput & { readonly dataKey: DataKey },
  random: RandomBytes = randomBytes,
): Promise<Uint8Array> {
  const nonce = random(GCM_NONCE_LENGTH)
  const head = concatBytes(HEADER, nonce)
  const key = await wrappingKey(passkey)
  const context = { nonce, associatedData: contextOf(head, passkey) }
  const sealed = await dataKey.use((bytes) => sealGcm(key, context, bytes))
  const all = concatBytes(head, sealed)
  return concatBytes(all, sha256(all))
}

/** Undefined when another passkey, salt or output made it. Throws `passkey/damaged`, `bytes/length`. */
export async function unwrapDataKey({
  wrapped,
  ...passkey
}: PasskeyOutput & { readonly wrapped: Uint8Array }): Promise<DataKey | undefined> {
  const all = wrapped.subarray(0, SEALED_END)
  const whole =
    wrapped.length === SEALED_END + CHECKSUM_LENGTH && equalBytes(sha256(all), wrapped.subarray(SEALED_END))
  if (!whole || !equalBytes(wrapped.subarray(0, HEADER.length), HEADER)) {
    throw new CryptoError('passkey/damaged', 'What is stored for this passkey is damaged. Use the password.')
  }
  const head = wrapped.subarray(0, NONCE_END)
  const context = { nonce: head.subarray(HEADER.length), associatedData: contextOf(head, passkey) }
  const bytes = await openGcm(await wrappingKey(passkey), context, wrapped.subarray(NONCE_END, SEALED_END))
  if (bytes === undefined) return undefined
  const dataKey = DataKey.fromBytes(bytes)
  bytes.fill(0)
  return dataKey
}

function contextOf(head: Uint8Array, { credentialId }: PasskeyOutput): Uint8Array {
  return concatBytes(head, encodeText(credentialId))
}

async function wrappingKey({ output, salt }: PasskeyOutput): Promise<CryptoKey> {
  checkLength(output, SECRET_LENGTH, 'output of the passkey')
  checkLength(salt, SECRET_LENGTH, 'salt of the passkey')
  const bytes = hkdf(sha256, output, salt, encodeText(LABEL), 32)
  const key = await crypto.subtle.importKey('raw', unsharedView(bytes), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ])
  bytes.fill(0)
  return key
}

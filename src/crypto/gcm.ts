import { checkLength, unsharedView } from './bytes'

export const GCM_NONCE_LENGTH = 12
export const GCM_TAG_LENGTH = 16

/** What a text is sealed with besides its key. */
export interface GcmContext {
  /** 12 bytes, never used twice under one key. */
  readonly nonce: Uint8Array
  readonly associatedData: Uint8Array
}

/** AES-256-GCM: as many bytes as the plaintext, then 16 bytes of tag. Throws `nonce/length`: no other nonce could be found again. NIST SP 800-38D. */
export async function sealGcm(
  key: CryptoKey,
  context: GcmContext,
  plaintext: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  checkLength(context.nonce, GCM_NONCE_LENGTH, 'nonce', 'nonce/length')
  return new Uint8Array(await crypto.subtle.encrypt(gcmParams(context), key, unsharedView(plaintext)))
}

/** Opens what `sealGcm` sealed; undefined when key, nonce, associated data or a byte of it is another. NIST SP 800-38D. */
export async function openGcm(
  key: CryptoKey,
  context: GcmContext,
  sealed: Uint8Array,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (sealed.length < GCM_TAG_LENGTH) return undefined
  try {
    return new Uint8Array(await crypto.subtle.decrypt(gcmParams(context), key, unsharedView(sealed)))
  } catch (error) {
    // The platform names a wrong tag so, and nothing else once the lengths are right.
    if (error instanceof DOMException && error.name === 'OperationError') return undefined
    throw error
  }
}

function gcmParams({ nonce, associatedData }: GcmContext): AesGcmParams {
  return { name: 'AES-GCM', iv: unsharedView(nonce), additionalData: unsharedView(associatedData) }
}

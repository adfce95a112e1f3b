import { encryptAesBlock, expandAesKey } from './aes'
import { doubleBlock, xorBlockInto, xorBlocks } from './aes-block'

/** An AES key made ready for CMAC. */
export interface CmacKey {
  readonly schedule: Int32Array
  /** What masks a last block that is full, and one that is not. RFC 4493 section 2.3. */
  readonly full: Int32Array
  readonly part: Int32Array
}

export const BLOCK_LENGTH = 16
const PADDING_BIT = 0x80

/** Prepares an AES key (16, 24 or 32 bytes) for CMAC. Throws `bytes/length`. RFC 4493 section 2.3. */
export function prepareCmac(key: Uint8Array): CmacKey {
  const schedule = expandAesKey(key)
  const full = new Int32Array(4)
  encryptAesBlock(schedule, full)
  doubleBlock(full)
  const part = full.slice()
  doubleBlock(part)
  return { schedule, full, part }
}

/** The 16-byte AES-CMAC of a message. RFC 4493 section 2.4. */
export function cmac(key: CmacKey, message: Uint8Array): Uint8Array<ArrayBuffer> {
  return chainTag(key, maskForCmac(key, message))
}

/** A copy of the message, padded to whole blocks if need be, its last block masked: what CMAC feeds to the CBC chain. RFC 4493 section 2.4. */
export function maskForCmac(key: CmacKey, message: Uint8Array): Uint8Array<ArrayBuffer> {
  const { length } = message
  const rest = length % BLOCK_LENGTH
  const full = rest === 0 && length > 0
  const masked = new Uint8Array(full ? length : length - rest + BLOCK_LENGTH)
  masked.set(message)
  if (!full) masked[length] = PADDING_BIT
  xorBlockInto(masked, masked.length - BLOCK_LENGTH, full ? key.full : key.part)
  return masked
}

/** The last block of the CBC chain over masked whole blocks, which is the tag. */
export function chainTag(key: CmacKey, masked: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(masked.buffer, masked.byteOffset, masked.length)
  const state = new Int32Array(4)
  for (let position = 0; position < masked.length; position += BLOCK_LENGTH) {
    xorBlocks(state, view, position)
    encryptAesBlock(key.schedule, state)
  }
  const tag = new Uint8Array(BLOCK_LENGTH)
  xorBlockInto(tag, 0, state)
  return tag
}

import { encryptAesBlock, expandAesKey, lastCbcBlock, xorBlockInto } from './aes'

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
  return lastCbcBlock(key.schedule, maskForCmac(key, message))
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

/** Doubles a block in GF(2^128), in place. RFC 4493 section 2.3, RFC 5297 section 2.3. */
export function doubleBlock(block: Int32Array): void {
  const [a = 0, b = 0, c = 0, d = 0] = block
  block[0] = (a << 1) | (b >>> 31)
  block[1] = (b << 1) | (c >>> 31)
  block[2] = (c << 1) | (d >>> 31)
  block[3] = (d << 1) ^ (a < 0 ? 0x87 : 0)
}

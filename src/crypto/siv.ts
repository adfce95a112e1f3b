import { applyKeyStream, encryptAesBlock, expandAesKey, lastCbcBlock, xorBlockInto } from './aes'
import { equalBytes } from './bytes'
import { BLOCK_LENGTH, type CmacKey, cmac, doubleBlock, maskForCmac, prepareCmac } from './cmac'

/** What one AES-SIV key and its associated data come to, before any plaintext is seen. */
export interface SivKeys {
  readonly mac: CmacKey
  readonly counter: Int32Array
  /** S2V's value D before its last step. RFC 5297 section 2.4. */
  readonly offset: Int32Array
}

/** A sealed text before its two parts are joined: 16 bytes of tag, and as many bytes of ciphertext as of plaintext. */
export interface SealedParts {
  readonly tag: Uint8Array
  readonly body: Uint8Array
}

/**
 * Prepares a key of 32, 48 or 64 bytes, whose first half authenticates and whose second half encrypts, for a list of associated data.
 * Throws `bytes/length`. RFC 5297 sections 2.2 and 2.4.
 */
export function prepareSiv(key: Uint8Array, components: readonly Uint8Array[]): SivKeys {
  const half = key.length / 2
  const mac = prepareCmac(key.subarray(0, half))
  // The CMAC of a zero block, whose masked form is the subkey itself.
  const offset = mac.full.slice()
  encryptAesBlock(mac.schedule, offset)
  for (const component of components) {
    doubleBlock(offset)
    xorBytes(offset, cmac(mac, component))
  }
  return { mac, counter: expandAesKey(key.subarray(half)), offset }
}

/** Seals a plaintext. RFC 5297 section 2.6. */
export function sealSiv(keys: SivKeys, plaintext: Uint8Array): SealedParts {
  const tag = sivTag(keys, plaintext)
  return { tag, body: applyCounter(keys, tag, plaintext) }
}

/** Opens what was sealed; undefined when it was not, or not under these keys. RFC 5297 section 2.7. */
export function openSiv(keys: SivKeys, { tag, body }: SealedParts): Uint8Array | undefined {
  const plaintext = applyCounter(keys, tag, body)
  return equalBytes(sivTag(keys, plaintext), tag) ? plaintext : undefined
}

/** The text whose CBC chain ends in the synthetic IV: S2V's last step and CMAC's masking, on a copy. RFC 5297 section 2.4. */
export function maskForSiv(keys: SivKeys, plaintext: Uint8Array): Uint8Array<ArrayBuffer> {
  if (plaintext.length < BLOCK_LENGTH) return maskForCmac(keys.mac, shortFinalBlock(keys, plaintext))
  const masked = maskForCmac(keys.mac, plaintext)
  xorBlockInto(masked, plaintext.length - BLOCK_LENGTH, keys.offset)
  return masked
}

/** The first counter block: the tag with the top bits of its last two words cleared. RFC 5297 section 2.5. */
export function firstCounter(tag: Uint8Array): Uint8Array<ArrayBuffer> {
  const counter = Uint8Array.from(tag)
  counter[8] = (counter[8] ?? 0) & 0x7f
  counter[12] = (counter[12] ?? 0) & 0x7f
  return counter
}

function sivTag(keys: SivKeys, plaintext: Uint8Array): Uint8Array {
  return lastCbcBlock(keys.mac.schedule, maskForSiv(keys, plaintext))
}

/** S2V pads a plaintext of less than a block itself. RFC 5297 section 2.4. */
function shortFinalBlock(keys: SivKeys, plaintext: Uint8Array): Uint8Array {
  const block = new Uint8Array(BLOCK_LENGTH)
  block.set(plaintext)
  block[plaintext.length] = 0x80
  const offset = keys.offset.slice()
  doubleBlock(offset)
  xorBlockInto(block, 0, offset)
  return block
}

/** Encrypts or decrypts in counter mode; gives a new array of the same length. RFC 5297 section 2.5. */
function applyCounter(keys: SivKeys, tag: Uint8Array, input: Uint8Array): Uint8Array {
  const output = new Uint8Array(Math.ceil(input.length / BLOCK_LENGTH) * BLOCK_LENGTH)
  output.set(input)
  // The cleared bit leaves room for 2^31 blocks, 32 GiB, before a carry could matter.
  applyKeyStream(keys.counter, firstCounter(tag), output)
  return output.subarray(0, input.length)
}

function xorBytes(block: Int32Array, bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, BLOCK_LENGTH)
  for (let index = 0; index < 4; index++) block[index] = (block[index] ?? 0) ^ view.getInt32(4 * index)
}

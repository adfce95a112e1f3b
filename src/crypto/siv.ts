import { encryptAesBlock, expandAesKey } from './aes'

/** What one AES-SIV key and the single empty associated-data component come to, before any plaintext is seen. */
export interface SivKeys {
  readonly mac: Int32Array
  readonly counter: Int32Array
  /** CMAC's subkeys for a last block that is full, and for one that is not. RFC 4493 section 2.3. */
  readonly fullKey: Int32Array
  readonly partKey: Int32Array
  /** S2V's value D before its last step. RFC 5297 section 2.4. */
  readonly offset: Int32Array
}

export const BLOCK_LENGTH = 16
const PADDING_BIT = 0x80

/** Prepares a 32-byte key: its first half authenticates, its second half encrypts. RFC 5297 section 2.2, with AD = [""]. */
export function prepareSiv(key: Uint8Array): SivKeys {
  const mac = expandAesKey(key.subarray(0, BLOCK_LENGTH))
  const fullKey = encrypted(mac, new Int32Array(4))
  double(fullKey)
  const partKey = fullKey.slice()
  double(partKey)
  const offset = encrypted(mac, fullKey)
  double(offset)
  const emptyComponent = partKey.slice()
  xorWord(emptyComponent, 0, 0x80000000)
  xorBlock(offset, encrypted(mac, emptyComponent))
  return { mac, counter: expandAesKey(key.subarray(BLOCK_LENGTH)), fullKey, partKey, offset }
}

/**
 * The text whose AES-CBC chain ends in the tag: S2V's last step, CMAC's padding and its subkey applied to a copy,
 * so its length is a multiple of 16 and at least 16. RFC 5297 section 2.4, RFC 4493 section 2.4.
 */
export function maskedForMac(keys: SivKeys, plaintext: Uint8Array): Uint8Array<ArrayBuffer> {
  const { length } = plaintext
  const offset = keys.offset.slice()
  // S2V pads a plaintext shorter than a block itself, so CMAC always sees a full block there.
  const short = length < BLOCK_LENGTH
  const partial = length % BLOCK_LENGTH !== 0 || length === 0
  const masked = new Uint8Array(partial ? length - (length % BLOCK_LENGTH) + BLOCK_LENGTH : length)
  masked.set(plaintext)
  if (partial) masked[length] = PADDING_BIT
  if (short) double(offset)
  xorInto(masked, short ? 0 : length - BLOCK_LENGTH, offset)
  xorInto(masked, masked.length - BLOCK_LENGTH, partial && !short ? keys.partKey : keys.fullKey)
  return masked
}

/** The 16-byte synthetic IV of a plaintext. RFC 5297 section 2.4. */
export function sivTag(keys: SivKeys, plaintext: Uint8Array): Uint8Array<ArrayBuffer> {
  const masked = maskedForMac(keys, plaintext)
  const view = new DataView(masked.buffer)
  const state = new Int32Array(4)
  for (let position = 0; position < masked.length; position += BLOCK_LENGTH) {
    xorWord(state, 0, view.getInt32(position))
    xorWord(state, 1, view.getInt32(position + 4))
    xorWord(state, 2, view.getInt32(position + 8))
    xorWord(state, 3, view.getInt32(position + 12))
    encryptAesBlock(keys.mac, state)
  }
  const tag = new Uint8Array(BLOCK_LENGTH)
  xorInto(tag, 0, state)
  return tag
}

/** The first counter block: the tag with the top bits of its last two words cleared. RFC 5297 section 2.5. */
export function firstCounter(tag: Uint8Array): Uint8Array<ArrayBuffer> {
  const counter = Uint8Array.from(tag)
  counter[8] = (counter[8] ?? 0) & 0x7f
  counter[12] = (counter[12] ?? 0) & 0x7f
  return counter
}

/** Encrypts or decrypts in counter mode under that tag; gives a new array of the same length. RFC 5297 section 2.5. */
export function applyCounter(keys: SivKeys, tag: Uint8Array, input: Uint8Array): Uint8Array<ArrayBuffer> {
  const counter = new DataView(firstCounter(tag).buffer)
  const stream = new Int32Array(4)
  const whole = Math.ceil(input.length / BLOCK_LENGTH) * BLOCK_LENGTH
  const output = new Uint8Array(whole)
  output.set(input)
  const view = new DataView(output.buffer)
  const word0 = counter.getInt32(0)
  const word1 = counter.getInt32(4)
  const word2 = counter.getInt32(8)
  let low = counter.getInt32(12)
  for (let position = 0; position < whole; position += BLOCK_LENGTH) {
    stream[0] = word0
    stream[1] = word1
    stream[2] = word2
    stream[3] = low
    // The cleared bit leaves room for 2^31 blocks, 32 GiB, before a carry could matter.
    low = (low + 1) | 0
    encryptAesBlock(keys.counter, stream)
    xorView(view, position, stream)
  }
  return output.slice(0, input.length)
}

function encrypted(schedule: Int32Array, block: Int32Array): Int32Array {
  const copy = block.slice()
  encryptAesBlock(schedule, copy)
  return copy
}

/** Doubles in GF(2^128), in place. RFC 5297 section 2.3. */
function double(block: Int32Array): void {
  const [a = 0, b = 0, c = 0, d = 0] = block
  block[0] = (a << 1) | (b >>> 31)
  block[1] = (b << 1) | (c >>> 31)
  block[2] = (c << 1) | (d >>> 31)
  block[3] = (d << 1) ^ (a < 0 ? 0x87 : 0)
}

function xorWord(block: Int32Array, index: number, word: number): void {
  block[index] = (block[index] ?? 0) ^ word
}

function xorBlock(block: Int32Array, other: Int32Array): void {
  for (let index = 0; index < 4; index++) xorWord(block, index, other[index] ?? 0)
}

function xorInto(bytes: Uint8Array, position: number, block: Int32Array): void {
  xorView(new DataView(bytes.buffer, bytes.byteOffset), position, block)
}

function xorView(view: DataView, position: number, block: Int32Array): void {
  for (let index = 0; index < 4; index++) {
    const at = position + 4 * index
    view.setInt32(at, view.getInt32(at) ^ (block[index] ?? 0))
  }
}

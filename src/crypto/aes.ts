/**
 * The forward AES cipher (FIPS 197) on blocks of four big-endian 32-bit words, and the two chains that AES-SIV needs of it.
 * Its tables take 5 kB and no time to make; those of a general library take a megabyte, which each woken worker would pay for.
 */

import { CryptoError } from './crypto-error'

const ROUND_CONSTANTS = [0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0x1b, 0x36]

const SBOX = makeSbox()
/** SubBytes and MixColumns of one byte at once (the "T-tables" of the AES proposal, section 5.2.1). */
const [T0, T1, T2, T3] = [0, 8, 16, 24].map(makeTable) as [Int32Array, Int32Array, Int32Array, Int32Array]

/** The round keys of a key of 16, 24 or 32 bytes: 44, 52 or 60 words. Throws `bytes/length`. FIPS 197 section 5.2. */
export function expandAesKey(key: Uint8Array): Int32Array {
  const keyWords = key.length / 4
  if (keyWords !== 4 && keyWords !== 6 && keyWords !== 8) {
    throw new CryptoError(
      'bytes/length',
      `Expected 16, 24 or 32 bytes as the AES key, got ${key.length} bytes.`,
    )
  }
  const view = new DataView(key.buffer, key.byteOffset, key.length)
  const words = new Int32Array(4 * (keyWords + 7))
  for (let i = 0; i < keyWords; i++) words[i] = view.getInt32(4 * i)
  for (let i = keyWords; i < words.length; i++) {
    words[i] = at(words, i - keyWords) ^ mixedWord(at(words, i - 1), i, keyWords)
  }
  return words
}

/** Encrypts the four big-endian words of one block in place. FIPS 197 section 5.1. */
export function encryptAesBlock(keys: Int32Array, block: Int32Array): void {
  const last = keys.length - 4
  let a = at(block, 0) ^ at(keys, 0)
  let b = at(block, 1) ^ at(keys, 1)
  let c = at(block, 2) ^ at(keys, 2)
  let d = at(block, 3) ^ at(keys, 3)
  // Written out: engines stop inlining at a budget that one more function would use up.
  for (let k = 4; k < last; k += 4) {
    const nextA =
      at(T0, a >>> 24) ^ at(T1, (b >>> 16) & 255) ^ at(T2, (c >>> 8) & 255) ^ at(T3, d & 255) ^ at(keys, k)
    const nextB =
      at(T0, b >>> 24) ^
      at(T1, (c >>> 16) & 255) ^
      at(T2, (d >>> 8) & 255) ^
      at(T3, a & 255) ^
      at(keys, k + 1)
    const nextC =
      at(T0, c >>> 24) ^
      at(T1, (d >>> 16) & 255) ^
      at(T2, (a >>> 8) & 255) ^
      at(T3, b & 255) ^
      at(keys, k + 2)
    d =
      at(T0, d >>> 24) ^
      at(T1, (a >>> 16) & 255) ^
      at(T2, (b >>> 8) & 255) ^
      at(T3, c & 255) ^
      at(keys, k + 3)
    a = nextA
    b = nextB
    c = nextC
  }
  block[0] = lastColumn(a, b, c, d) ^ at(keys, last)
  block[1] = lastColumn(b, c, d, a) ^ at(keys, last + 1)
  block[2] = lastColumn(c, d, a, b) ^ at(keys, last + 2)
  block[3] = lastColumn(d, a, b, c) ^ at(keys, last + 3)
}

/** The last block, 16 bytes, of the CBC chain over whole blocks, from a zero block on. NIST SP 800-38A section 6.2. */
export function lastCbcBlock(keys: Int32Array, blocks: Uint8Array): Uint8Array<ArrayBuffer> {
  const view = new DataView(blocks.buffer, blocks.byteOffset, blocks.length)
  const state = new Int32Array(4)
  for (let position = 0; position < blocks.length; position += 16) {
    state[0] = at(state, 0) ^ view.getInt32(position)
    state[1] = at(state, 1) ^ view.getInt32(position + 4)
    state[2] = at(state, 2) ^ view.getInt32(position + 8)
    state[3] = at(state, 3) ^ view.getInt32(position + 12)
    encryptAesBlock(keys, state)
  }
  const last = new Uint8Array(16)
  xorBlockInto(last, 0, state)
  return last
}

/**
 * Encrypts or decrypts whole blocks in place in counter mode. Only the last word counts: callers leave room in it.
 * NIST SP 800-38A section 6.5.
 */
export function applyKeyStream(keys: Int32Array, first: Uint8Array, blocks: Uint8Array): void {
  const counter = new DataView(first.buffer, first.byteOffset, 16)
  const word0 = counter.getInt32(0)
  const word1 = counter.getInt32(4)
  const word2 = counter.getInt32(8)
  let word3 = counter.getInt32(12)
  const view = new DataView(blocks.buffer, blocks.byteOffset, blocks.length)
  const stream = new Int32Array(4)
  for (let position = 0; position < blocks.length; position += 16) {
    stream[0] = word0
    stream[1] = word1
    stream[2] = word2
    stream[3] = word3
    word3 = (word3 + 1) | 0
    encryptAesBlock(keys, stream)
    xorIntoView(view, position, stream)
  }
}

/** Adds a block into the 16 bytes at `position`. */
export function xorBlockInto(bytes: Uint8Array, position: number, block: Int32Array): void {
  xorIntoView(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), position, block)
}

function xorIntoView(view: DataView, position: number, block: Int32Array): void {
  view.setInt32(position, view.getInt32(position) ^ at(block, 0))
  view.setInt32(position + 4, view.getInt32(position + 4) ^ at(block, 1))
  view.setInt32(position + 8, view.getInt32(position + 8) ^ at(block, 2))
  view.setInt32(position + 12, view.getInt32(position + 12) ^ at(block, 3))
}

/** Every index here is masked or counted to lie inside, so the zero is never taken; one type of table keeps this fast. */
function at(table: Int32Array, index: number): number {
  return table[index] ?? 0
}

function lastColumn(a: number, b: number, c: number, d: number): number {
  return substitute((a & 0xff000000) | (b & 0xff0000) | (c & 0xff00) | (d & 0xff))
}

function substitute(word: number): number {
  return (
    (at(SBOX, word >>> 24) << 24) |
    (at(SBOX, (word >>> 16) & 255) << 16) |
    (at(SBOX, (word >>> 8) & 255) << 8) |
    at(SBOX, word & 255)
  )
}

function mixedWord(before: number, index: number, keyWords: number): number {
  const place = index % keyWords
  if (place === 0) return substitute((before << 8) | (before >>> 24)) ^ roundConstant(index / keyWords)
  return keyWords === 8 && place === 4 ? substitute(before) : before
}

function roundConstant(round: number): number {
  return (ROUND_CONSTANTS[round - 1] ?? 0) << 24
}

/** Multiplies by x in GF(2^8). FIPS 197 section 4.2.1. */
function double(byte: number): number {
  return ((byte << 1) ^ (byte & 0x80 ? 0x11b : 0)) & 0xff
}

/** Inverse in GF(2^8), then the affine map. FIPS 197 section 5.1.1. */
function makeSbox(): Int32Array {
  const powers = new Int32Array(256)
  for (let i = 0, power = 1; i < 256; i++, power ^= double(power)) powers[i] = power
  const sbox = new Int32Array(256)
  sbox[0] = 0x63
  for (let i = 0; i < 255; i++) {
    const inverse = at(powers, 255 - i)
    const twice = inverse | (inverse << 8)
    sbox[at(powers, i)] = (twice ^ (twice >> 4) ^ (twice >> 5) ^ (twice >> 6) ^ (twice >> 7) ^ 0x63) & 0xff
  }
  return sbox
}

function makeTable(rotation: number): Int32Array {
  return SBOX.map((s) => {
    const column = (double(s) << 24) | (s << 16) | (s << 8) | (s ^ double(s))
    return rotation === 0 ? column : (column >>> rotation) | (column << (32 - rotation))
  })
}

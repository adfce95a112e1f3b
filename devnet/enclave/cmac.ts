import { type Cipher, createCipheriv } from 'node:crypto'

/** Bytes in a block of AES. */
export const BLOCK = 16
const REDUCTION = Uint8Array.of(0x87)

/** AES-CMAC under one key of 16 bytes (RFC 4493), with the blocks of OpenSSL. */
export class Cmac {
  /** One chain of blocks for all messages, since a cipher takes longer to make than to use. */
  readonly #chain: Cipher
  /** What the next block of the chain will be mixed with. */
  #link = new Uint8Array(BLOCK)
  /** What the last block is mixed with: one that the message fills, and one that had to be padded. */
  readonly #filled: Uint8Array
  readonly #padded: Uint8Array

  constructor(key: Uint8Array) {
    this.#chain = createCipheriv('aes-128-cbc', key, this.#link)
    this.#filled = doubled(this.#encrypt(new Uint8Array(BLOCK)))
    this.#padded = doubled(this.#filled)
  }

  /** The code of a message, 16 bytes. */
  of(message: Uint8Array): Uint8Array {
    const isFilled = message.length > 0 && message.length % BLOCK === 0
    const text = isFilled ? new Uint8Array(message) : padded(message)
    mixInto(text.subarray(-BLOCK), isFilled ? this.#filled : this.#padded)
    return this.#encrypt(text)
  }

  /** The last block of the text in a chain of its own; the text is spent. */
  #encrypt(text: Uint8Array): Uint8Array {
    mixInto(text.subarray(0, BLOCK), this.#link)
    this.#link = new Uint8Array(this.#chain.update(text).subarray(-BLOCK))
    return this.#link
  }
}

/** The bytes, a one bit, and zeros up to the next whole block. */
export function padded(bytes: Uint8Array): Uint8Array {
  const text = new Uint8Array((Math.floor(bytes.length / BLOCK) + 1) * BLOCK)
  text.set(bytes)
  text[bytes.length] = 0x80
  return text
}

/** A block times x in the field of both RFCs: shifted left by a bit, and reduced if one falls out. */
export function doubled(block: Uint8Array): Uint8Array {
  const result = new Uint8Array(BLOCK)
  for (let at = 0; at < BLOCK; at++) result[at] = ((block[at] ?? 0) << 1) | ((block[at + 1] ?? 0) >> 7)
  if ((block[0] ?? 0) & 0x80) mixInto(result.subarray(-1), REDUCTION)
  return result
}

/** Adds bytes to as many others in place, without carry. */
export function mixInto(bytes: Uint8Array, others: Uint8Array): void {
  for (let at = 0; at < bytes.length; at++) bytes[at] = (bytes[at] ?? 0) ^ (others[at] ?? 0)
}

import { createCipheriv, timingSafeEqual } from 'node:crypto'
import { BLOCK, Cmac, doubled, mixInto, padded } from './cmac'

/** AES-SIV (RFC 5297) under one key of 32 bytes; its associated data is one component, and that is empty (Protocol 1.1). */
export class AesSiv {
  readonly #mac: Cmac
  readonly #counterKey: Uint8Array
  /** What the associated data comes to, which is the same for every message. */
  readonly #start: Uint8Array

  constructor(key: Uint8Array) {
    this.#mac = new Cmac(key.subarray(0, BLOCK))
    this.#counterKey = key.subarray(BLOCK)
    this.#start = doubled(this.#mac.of(new Uint8Array(BLOCK)))
    mixInto(this.#start, this.#mac.of(new Uint8Array()))
  }

  /** The tag of 16 bytes, then as many bytes as the plaintext has. */
  seal(plaintext: Uint8Array): Uint8Array {
    const tag = this.#tagOf(plaintext)
    const sealed = new Uint8Array(BLOCK + plaintext.length)
    sealed.set(tag)
    sealed.set(this.#masked(plaintext, tag), BLOCK)
    return sealed
  }

  /** The plaintext; undefined when this key did not seal it. */
  open(sealed: Uint8Array): Uint8Array | undefined {
    if (sealed.length < BLOCK) return undefined
    const tag = sealed.subarray(0, BLOCK)
    const plaintext = this.#masked(sealed.subarray(BLOCK), tag)
    return timingSafeEqual(this.#tagOf(plaintext), tag) ? plaintext : undefined
  }

  /** S2V of the RFC. */
  #tagOf(plaintext: Uint8Array): Uint8Array {
    const isShort = plaintext.length < BLOCK
    const text = isShort ? padded(plaintext) : new Uint8Array(plaintext)
    mixInto(text.subarray(-BLOCK), isShort ? doubled(this.#start) : this.#start)
    return this.#mac.of(text)
  }

  /** The counter begins with the tag, two bits of which are cleared. */
  #masked(text: Uint8Array, tag: Uint8Array): Uint8Array {
    const counter = new Uint8Array(tag)
    for (const at of [8, 12]) counter[at] = (counter[at] ?? 0) & 0x7f
    return new Uint8Array(createCipheriv('aes-128-ctr', this.#counterKey, counter).update(text))
  }
}

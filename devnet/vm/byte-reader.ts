import { malformedModule } from './module-error'

const MAX_VECTOR = 1_000_000

/** Reads WebAssembly's binary format; every read past the end or out of shape throws ModuleError. */
export class ByteReader {
  readonly bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  get offset(): number {
    return this.#at
  }

  get atEnd(): boolean {
    return this.#at >= this.bytes.length
  }

  byte(): number {
    const value = this.bytes[this.#at]
    if (value === undefined) throw malformedModule('unexpected end')
    this.#at += 1
    return value
  }

  /** The next bytes, not copied. */
  take(length: number): Uint8Array {
    if (length > this.bytes.length - this.#at) throw malformedModule('unexpected end')
    const taken = this.bytes.subarray(this.#at, this.#at + length)
    this.#at += length
    return taken
  }

  /** An unsigned LEB128 of at most 32 bits. */
  u32(): number {
    let value = 0
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte()
      if (shift === 28 && byte > 0x0f) throw malformedModule('integer too large')
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return value
    }
    throw malformedModule('integer representation too long')
  }

  /** Passes a signed LEB128 of at most `bits` bits, whose value nobody needs. */
  skipSigned(bits: number): void {
    for (let read = 0; read < bits; read += 7) {
      if (this.byte() < 0x80) return
    }
    throw malformedModule('integer representation too long')
  }

  /** The length of a vector: every item takes a byte or more, so what is left bounds it. */
  count(): number {
    const count = this.u32()
    if (count > MAX_VECTOR || count > this.bytes.length - this.#at)
      throw malformedModule('length out of bounds')
    return count
  }

  list<T>(item: () => T): T[] {
    return Array.from({ length: this.count() }, item)
  }

  name(): string {
    const bytes = this.take(this.u32())
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    } catch (cause) {
      throw malformedModule('malformed UTF-8 encoding', { cause })
    }
  }
}

import { CodecError } from './codec-error'

/** A member's key: its number, whether a varint (0) or bytes (2) follow, and how many bytes the key itself takes. */
export interface AminoKey {
  readonly no: number
  readonly type: number
  readonly length: number
}

const VARINT = 0
const EIGHT_BYTES = 1
const BYTES = 2
const FOUR_BYTES = 5
const MAX_FIELD = (1n << 29n) - 1n
const MAX_VARINT_LENGTH = 10

/** Reads amino's binary form from front to back. Throws CodecError with amino's words when the bytes are not of it. */
export class AminoCursor {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** How many bytes have been read. */
  get position(): number {
    return this.#at
  }

  get isDone(): boolean {
    return this.#at >= this.#bytes.length
  }

  /** The next member's key, which is still to be read. */
  peekKey(): AminoKey {
    const { value, length } = this.#peekVarint()
    const no = value >> 3n
    if (no > MAX_FIELD) throw new CodecError(`invalid field num ${no}`)
    return { no: Number(no), type: Number(value & 7n), length }
  }

  skip(length: number): void {
    this.#at += length
  }

  readVarint(): bigint {
    const { value, length } = this.#peekVarint()
    this.#at += length
    return value
  }

  readBool(): boolean {
    const byte = this.#bytes[this.#at]
    if (byte === undefined) throw new CodecError('EOF decoding bool')
    if (byte > 1) throw new CodecError('invalid bool')
    this.#at += 1
    return byte === 1
  }

  /** Bytes behind their length. */
  readBytes(): Uint8Array {
    const length = this.readVarint()
    if (length >= 1n << 63n) {
      throw new CodecError(`invalid negative length ${BigInt.asIntN(64, length)} decoding []byte`)
    }
    if (length > BigInt(this.#bytes.length - this.#at)) {
      throw new CodecError(`insufficient bytes decoding []byte of length ${length}`)
    }
    const start = this.#at
    this.#at += Number(length)
    return this.#bytes.subarray(start, this.#at)
  }

  /** Passes over the value of a member that nobody knows. */
  skipValue(type: number): void {
    if (type === VARINT) this.readVarint()
    else if (type === BYTES) this.readBytes()
    else if (type === EIGHT_BYTES) this.#skipFixed(8, 'int64')
    else if (type === FOUR_BYTES) this.#skipFixed(4, 'int32')
    else throw new CodecError(`invalid typ3 bytes ${type}`)
  }

  #skipFixed(length: number, what: string): void {
    if (this.#bytes.length - this.#at < length) throw new CodecError(`EOF decoding ${what}`)
    this.#at += length
  }

  #peekVarint(): { readonly value: bigint; readonly length: number } {
    let value = 0n
    for (let length = 0; length < MAX_VARINT_LENGTH; length += 1) {
      const byte = this.#bytes[this.#at + length]
      if (byte === undefined) throw new CodecError('buffer too small')
      value |= BigInt(byte & 0x7f) << BigInt(7 * length)
      if (byte < 0x80) {
        if (value >= 1n << 64n) break
        return { value, length: length + 1 }
      }
    }
    throw new CodecError('EOF decoding uvarint')
  }
}

/** Reads the parts that protobuf messages are made of. Everything throws RangeError or TypeError where the bytes do not hold it. */
export class WireReader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  atEnd(): boolean {
    return this.#at >= this.#bytes.length
  }

  /** A field's number and wire type. */
  tag(): { readonly number: number; readonly type: number } {
    const tag = this.#smallVarint()
    const number = tag >>> 3
    if (number === 0) throw new RangeError('There is no field 0.')
    return { number, type: tag & 7 }
  }

  /** 64 bits, unsigned. */
  varint(): bigint {
    let value = 0n
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.#byte()
      value |= BigInt(byte & 0x7f) << shift
      if (byte < 0x80) return checkedUint64(value)
    }
    throw new RangeError('A number is too long.')
  }

  /** A copy of what follows, with its length before it. */
  lengthened(): Uint8Array {
    return this.#take(this.#smallVarint()).slice()
  }

  text(): string {
    // The mark at the start of a text is a part of it: leaving it out would show another text than is signed.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(this.lengthened())
  }

  /** Goes over a field that nobody knows. The groups of old are not written by anybody and not read here. */
  skip(type: number): void {
    switch (type) {
      case 0:
        this.varint()
        break
      case 1:
        this.#take(8)
        break
      case 2:
        this.#take(this.#smallVarint())
        break
      case 5:
        this.#take(4)
        break
      default:
        throw new RangeError('A field is of no known wire type.')
    }
  }

  #smallVarint(): number {
    const value = this.varint()
    if (value > 0xffff_ffffn) throw new RangeError('A length or a field number is too large.')
    return Number(value)
  }

  #byte(): number {
    const byte = this.#bytes[this.#at]
    if (byte === undefined) throw new RangeError('The bytes end too early.')
    this.#at += 1
    return byte
  }

  #take(length: number): Uint8Array {
    const end = this.#at + length
    if (end > this.#bytes.length) throw new RangeError('The bytes end too early.')
    const taken = this.#bytes.subarray(this.#at, end)
    this.#at = end
    return taken
  }
}

function checkedUint64(value: bigint): bigint {
  if (value >> 64n !== 0n) throw new RangeError('A number has more than 64 bits.')
  return value
}

/** Writes the parts that protobuf messages are made of. */
export class WireWriter {
  readonly #parts: Uint8Array[] = []

  tag(number: number, type: number): void {
    this.varint(BigInt(number * 8 + type))
  }

  /** An unsigned number of at most 64 bits, in as few bytes as it needs. */
  varint(value: bigint): void {
    const bytes: number[] = []
    let rest = value
    while (rest > 0x7fn) {
      bytes.push(Number(rest & 0x7fn) | 0x80)
      rest >>= 7n
    }
    bytes.push(Number(rest))
    this.#parts.push(Uint8Array.from(bytes))
  }

  lengthened(bytes: Uint8Array): void {
    this.varint(BigInt(bytes.length))
    this.#parts.push(bytes)
  }

  /** Throws TypeError for half a character, which has no bytes: another text would be signed than was given. */
  text(text: string): void {
    if (!text.isWellFormed()) throw new TypeError('A text holds half a character.')
    this.lengthened(new TextEncoder().encode(text))
  }

  bytes(): Uint8Array {
    const written = new Uint8Array(this.#parts.reduce((length, part) => length + part.length, 0))
    let at = 0
    for (const part of this.#parts) {
      written.set(part, at)
      at += part.length
    }
    return written
  }
}

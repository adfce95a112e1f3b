/** An unsigned LEB128. */
export function encodeU32(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) + 0x80)
    rest = Math.floor(rest / 0x80)
  }
  bytes.push(rest)
  return bytes
}

/** A signed LEB128, the form of constants in code. */
export function encodeSigned(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  for (;;) {
    const byte = ((rest % 0x80) + 0x80) % 0x80
    rest = Math.floor(rest / 0x80)
    const done = (rest === 0 && byte < 0x40) || (rest === -1 && byte >= 0x40)
    bytes.push(done ? byte : byte + 0x80)
    if (done) return bytes
  }
}

/** Text with its length in front. */
export function encodeName(text: string): number[] {
  const bytes = new TextEncoder().encode(text)
  return [...encodeU32(bytes.length), ...bytes]
}

export function concatBytes(parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

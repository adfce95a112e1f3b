const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const PADDING: i32 = 0x3d

export function encodeBase64(bytes: Uint8Array): string {
  const length = bytes.length
  const text = new Uint8Array(((length + 2) / 3) * 4)
  text.fill(<u8>PADDING)
  let at = 0
  for (let i = 0; i < length; i += 3) {
    const second: u32 = i + 1 < length ? bytes[i + 1] : 0
    const third: u32 = i + 2 < length ? bytes[i + 2] : 0
    const bits = ((<u32>bytes[i]) << 16) | (second << 8) | third
    const letters = min(length - i, 3) + 1
    for (let j = 0; j < letters; j++) text[at + j] = <u8>ALPHABET.charCodeAt((bits >> (18 - 6 * j)) & 63)
    at += 4
  }
  return String.UTF8.decodeUnsafe(text.dataStart, text.length)
}

/** Null for what is not base64 with its padding. */
export function decodeBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const letters = text.length - padding
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  let bits: u32 = 0
  let at = 0
  for (let i = 0; i < letters; i++) {
    const value = valueOfLetter(text.charCodeAt(i))
    if (value < 0) return null
    bits = (bits << 6) | value
    if (i % 4 !== 0) bytes[at++] = <u8>(bits >> (6 - 2 * (i % 4)))
  }
  return bytes
}

function valueOfLetter(letter: i32): i32 {
  if (letter >= 0x41 && letter <= 0x5a) return letter - 0x41
  if (letter >= 0x61 && letter <= 0x7a) return letter - 0x61 + 26
  if (letter >= 0x30 && letter <= 0x39) return letter - 0x30 + 52
  if (letter === 0x2b) return 62
  return letter === 0x2f ? 63 : -1
}

import { emptyRecord, isBytes, NativeBytes, NativeNumber } from './natives'
import { badRequest } from './page-failure'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const VALUES = emptyRecord<number>()
for (let value = 0; value < 64; value += 1) VALUES[ALPHABET[value] ?? ''] = value
const HEX = '0123456789abcdef'

/** A copy made now, because the page can change its own bytes later. Nothing at all counts as no bytes. */
export function copyBytes(value: unknown): Uint8Array {
  if (value === undefined || value === null) return new NativeBytes(0)
  try {
    if (isBytes(value)) return new NativeBytes(value)
  } catch {
    // Their buffer was transferred to somebody else: then there are none.
  }
  throw badRequest('Bytes must be a Uint8Array.')
}

/** Written out, because a page may replace btoa. */
export function encodeBase64(bytes: Uint8Array): string {
  let text = ''
  for (let index = 0; index < bytes.length; index += 3) {
    const group = (octet(bytes, index) << 16) | (octet(bytes, index + 1) << 8) | octet(bytes, index + 2)
    const missing = index + 3 - bytes.length
    text += sextet(group, 18) + sextet(group, 12)
    text += missing > 1 ? '=' : sextet(group, 6)
    text += missing > 0 ? '=' : sextet(group, 0)
  }
  return text
}

/** Lower case, two digits for each byte. */
export function encodeHex(bytes: Uint8Array): string {
  let text = ''
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = octet(bytes, index)
    text += (HEX[byte >> 4] ?? '') + (HEX[byte & 15] ?? '')
  }
  return text
}

/** Undefined for what `encodeHex` would not have written. */
export function decodeHex(text: string): Uint8Array | undefined {
  const bytes = new NativeBytes(text.length >> 1)
  for (let index = 0; index < bytes.length; index += 1) {
    bytes[index] = NativeNumber(`0x${text[2 * index]}${text[2 * index + 1]}`)
  }
  return encodeHex(bytes) === text ? bytes : undefined
}

/** Reads the background's base64, which always has its padding. */
export function decodeBase64(text: string): Uint8Array {
  const padding = text[text.length - 2] === '=' ? 2 : text[text.length - 1] === '=' ? 1 : 0
  const bytes = new NativeBytes((text.length / 4) * 3 - padding)
  let group = 0
  for (let index = 0; index < text.length; index += 1) {
    group = (group << 6) | (VALUES[text[index] ?? ''] ?? 0)
    if (index % 4 !== 3) continue
    const at = (index >> 2) * 3
    // Writes behind the end of a typed array are dropped, which is what padding means.
    bytes[at] = group >> 16
    bytes[at + 1] = group >> 8
    bytes[at + 2] = group
    group = 0
  }
  return bytes
}

function octet(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0
}

function sextet(group: number, shift: number): string {
  return ALPHABET[(group >> shift) & 63] ?? ''
}

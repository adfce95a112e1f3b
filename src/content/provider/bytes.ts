import {
  charCodeAt,
  fromBase64,
  isBytes,
  NativeBytes,
  NativeNumber,
  numberText,
  textAfter,
  toBase64,
  toCharacter,
} from './natives'
import { badRequest } from './page-failure'

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

export function encodeBase64(bytes: Uint8Array): string {
  let text = ''
  for (let index = 0; index < bytes.length; index += 1) text += toCharacter(octet(bytes, index))
  return toBase64(text)
}

/** Lower case, two digits for each byte. */
export function encodeHex(bytes: Uint8Array): string {
  let text = ''
  for (let index = 0; index < bytes.length; index += 1) {
    // A digit is put before it, so that two are left of every byte.
    text += textAfter('1', numberText(octet(bytes, index) + 256, 16)) ?? ''
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

/** Throws for what is no base64. */
export function decodeBase64(base64: string): Uint8Array {
  const text = fromBase64(base64)
  const bytes = new NativeBytes(text.length)
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = charCodeAt(text, index)
  return bytes
}

function octet(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0
}

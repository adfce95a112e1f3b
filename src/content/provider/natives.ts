/**
 * What the provider needs of the page's world, taken before any script of the page runs: a page, or a library
 * in it, may replace all of this later. Language constructs (await, literals, operators) cannot be replaced.
 */
export const { stringify } = JSON
export const { defineProperty, setPrototypeOf, freeze, keys } = Object
export const { apply } = Reflect
export const { isArray } = Array
export const NativeBigInt = BigInt
export const NativeBytes = Uint8Array
export const NativeCustomEvent = CustomEvent
export const NativeError = Error
export const NativeEvent = Event
export const NativeNumber = Number
export const NativePromise = Promise
export const NativeString = String
export const { asIntN, asUintN } = BigInt
export const encodeUtf8 = TextEncoder.prototype.encode.bind(new TextEncoder())

export const toBase64 = btoa
export const fromBase64 = atob
export const toCharacter = String.fromCharCode

const { startsWith, slice, charCodeAt: codeAt } = String.prototype

const { toString: textOf } = Number.prototype

export function numberText(value: number, radix: number): string {
  return apply(textOf, value, [radix])
}

export function charCodeAt(text: string, index: number): number {
  return apply(codeAt, text, [index])
}

/** What comes after the prefix; undefined for text without it, and for what is no text. */
export function textAfter(prefix: string, value: unknown): string | undefined {
  if (typeof value !== 'string' || !apply(startsWith, value, [prefix])) return undefined
  return apply(slice, value, [prefix.length])
}

const readTag = Object.getOwnPropertyDescriptor(
  Object.getPrototypeOf(Uint8Array.prototype),
  Symbol.toStringTag,
)?.get

/** True for a Uint8Array of any frame and any subclass, and for nothing that only pretends to be one. */
export function isBytes(value: unknown): value is Uint8Array {
  return readTag !== undefined && apply(readTag, value, []) === 'Uint8Array'
}

/** An object without a prototype, so that no key finds what a page wrote into Object.prototype. */
export function emptyRecord<T>(): Record<string, T | undefined> {
  return setPrototypeOf({}, null)
}

import type { JsonValue } from '../../src/domain/index'

/** The bytes an amino document is signed as: keys sorted at every depth, no white space, `<>&` escaped (Protocol 3.3). */
export function encodeAminoJson(value: JsonValue): Uint8Array {
  const text = JSON.stringify(value, (_, member: JsonValue) => (isObject(member) ? sorted(member) : member))
  const escaped = text.replaceAll('<', '\\u003c').replaceAll('>', '\\u003e').replaceAll('&', '\\u0026')
  return new TextEncoder().encode(escaped)
}

function isObject(value: JsonValue): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function sorted(object: { readonly [key: string]: JsonValue }): { readonly [key: string]: JsonValue } {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)))
}

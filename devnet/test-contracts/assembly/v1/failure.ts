import { Failure } from '../lib/outcome'

/** A failure as contracts of this generation write it: words alone. */
export function failureText(failure: Failure): string {
  const kind = failure.kind
  const words = failure.words
  if (kind === 'generic_err') return `Generic error: ${words}`
  if (kind === 'parse_err') return `Error parsing into type probe: ${words}`
  if (kind === 'serialize_err') return `Error serializing type probe: ${words}`
  if (kind === 'not_found') return `${words} not found`
  if (kind === 'unauthorized') return 'Unauthorized'
  if (kind === 'underflow') return 'Overflow: Cannot Sub with 1 and 2'
  if (kind === 'invalid_base64') return `Invalid Base64 string: ${words}`
  if (kind === 'invalid_utf8') return `Cannot decode UTF8 bytes into string: ${words}`
  return words
}

import { hex } from '@scure/base'
import type { ApprovalBody, Warning } from '../../messages/popup'
import { DOCUMENT_LIMIT, isPlainlyVisible, safeLines } from './safe-text'
import type { SignRequest } from './sign-request'
import { rawTruth } from './tx-review'
import { caution, danger, note } from './words'

type TextRequest = Pick<Extract<SignRequest, { readonly kind: 'text' }>, 'data' | 'signBytes'>
type TextReview = Extract<ApprovalBody, { readonly kind: 'text' }>

const HEX_LIMIT = 10_000

/** A text to sign, as ADR-36 wraps it: it moves nothing, but it may be a promise or a login. */
export function reviewText({ data, signBytes }: TextRequest): TextReview {
  const text = decoded(data)
  const bytes = hex.encode(data.subarray(0, HEX_LIMIT / 2))
  const rest = data.length - HEX_LIMIT / 2
  return {
    kind: 'text',
    text: text === undefined ? '' : safeLines(text),
    hex: rest > 0 ? `${bytes}… (${rest} more bytes)` : bytes,
    printable: text !== undefined,
    warnings: textWarnings(text),
    raw: rawTruth(JSON.parse(new TextDecoder().decode(signBytes)), signBytes),
  }
}

function textWarnings(text: string | undefined): readonly Warning[] {
  const purpose = note('Signing a text moves no coins. It proves to the site that this account is yours.')
  if (text === undefined) {
    return [danger('This is not readable text, so nobody can tell what you would be agreeing to.'), purpose]
  }
  return [
    ...(text.length > DOCUMENT_LIMIT ? [danger('This text is too long to be shown whole.')] : []),
    ...(isPlainlyVisible(text)
      ? []
      : [caution('This text has characters that cannot be seen. They are written out.')]),
    purpose,
  ]
}

/** Undefined for bytes that are no text. */
function decoded(data: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(data)
    return /[^\P{Cc}\t\r\n]/u.test(text) ? undefined : text
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

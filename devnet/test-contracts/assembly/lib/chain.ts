import { decodeBase64 } from './base64'
import { query_chain } from './env'
import { JSON_TEXT, Json } from './json'
import { parseJson } from './json-reader'
import { Outcome } from './outcome'
import { fromText, toText } from './region'

/** Puts a question to the chain and gives its answer as it comes. */
export function queryChain(request: string): string {
  return toText(query_chain(fromText(request)))
}

/** Unwraps `{"Ok":{"Ok":base64}}`; what went wrong becomes the failure of the call. */
export function answerTo(request: string, outcome: Outcome): string {
  const answer = parseJson(queryChain(request))
  const asked = memberOf(answer, 'Ok')
  const ok = memberOf(asked, 'Ok')
  if (ok !== null) {
    const bytes = decodeBase64(ok.text)
    if (bytes !== null) return String.UTF8.decodeUnsafe(bytes.dataStart, bytes.length)
  }
  fail(memberOf(answer, 'Err'), memberOf(asked, 'Err'), outcome)
  return ''
}

/** A contract's error is an object in the older generation, which passes through; in the newer one it is words. */
function fail(systemError: Json | null, contractError: Json | null, outcome: Outcome): void {
  if (contractError === null) {
    const error = systemError === null ? 'no answer' : systemError.source
    outcome.fail('generic_err', `Querier system error: ${error}`)
  } else if (contractError.kind === JSON_TEXT) {
    outcome.fail('generic_err', `Querier contract error: ${contractError.text}`)
  } else outcome.fail('std_error', contractError.source)
}

function memberOf(value: Json | null, name: string): Json | null {
  return value === null ? null : value.member(name)
}

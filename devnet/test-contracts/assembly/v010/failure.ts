import { ObjectWriter, wrap } from '../lib/json-text'
import { Failure } from '../lib/outcome'

/** A failure as contracts of this generation write it: an object that names the kind. */
export function failureJson(failure: Failure): string {
  const kind = failure.kind
  const words = failure.words
  if (kind === 'std_error') return words
  const body = new ObjectWriter()
  if (kind === 'parse_err') body.text('target', 'probe').text('msg', words)
  else if (kind === 'serialize_err') body.text('source', 'probe').text('msg', words)
  else if (kind === 'not_found') body.text('kind', words)
  else if (kind === 'underflow') body.text('minuend', '1').text('subtrahend', '2')
  else if (kind !== 'unauthorized' && kind !== 'null_pointer') body.text('msg', words)
  return wrap(kind, body.json())
}

import { encodeBase64 } from '../lib/base64'
import { Fields } from '../lib/fields'
import { ObjectWriter } from '../lib/json-text'
import { utf8 } from '../lib/region'
import { readState, writeState } from '../lib/storage'
import { ARMED_DATA, ARMED_FAILURE, REPLIES } from '../probe/keys'
import { NewResponse } from './response'

/** Keeps a record of a reply, and does what the contract was armed to do. */
export function takeReply(message: Fields, response: NewResponse): void {
  const id = message.number('id')
  const earlier = readState(REPLIES)
  const record = recordOf(id, message.object('result'))
  writeState(REPLIES, earlier === null ? record : `${earlier},${record}`)
  response.log('reply_id', id, false)
  const failure = readState(ARMED_FAILURE)
  if (failure !== null) response.fail('generic_err', failure)
  const data = readState(ARMED_DATA)
  if (data !== null) response.data = encodeBase64(utf8(data))
}

/** What came of the message: the error, or the data (base64) and how many events there were. */
function recordOf(id: string, result: Fields): string {
  const record = new ObjectWriter().raw('id', id)
  if (result.has('error')) return record.raw('ok', 'false').raw('error', result.raw('error')).json()
  const ok = result.object('ok')
  return record
    .raw('ok', 'true')
    .raw('data', ok.rawOr('data', 'null'))
    .raw('events', ok.list('events').length.toString())
    .json()
}

import { addr_canonicalize, addr_humanize, addr_validate } from '../lib/env'
import { Command } from '../lib/fields'
import { fromBytes, fromText } from '../lib/region'
import { addressRoom, canonicalAnswer, errorAnswer, humanAnswer } from '../probe/addresses'

/** Null for a query that is not about addresses. */
export function answerAddressQuery(command: Command): string | null {
  const fields = command.fields
  if (command.name === 'validate') {
    const error = addr_validate(fromText(fields.text('address')))
    return error === 0 ? '{"valid":true}' : errorAnswer(error)
  }
  const room = addressRoom()
  if (command.name === 'canonicalize') {
    return canonicalAnswer(addr_canonicalize(fromText(fields.text('address')), room), room)
  }
  if (command.name !== 'humanize') return null
  return humanAnswer(addr_humanize(fromBytes(fields.bytes('canonical')), room), room)
}

import { encodeBase64 } from '../lib/base64'
import { Command } from '../lib/fields'
import { utf8 } from '../lib/region'
import { Response } from '../lib/response'
import { removeState, writeState } from '../lib/storage'
import { Call } from './call'
import { CELL, DEPOSIT } from './keys'

/** Commands about the contract's own state and answer. False for a command that is not one of these. */
export function runStateCommand(command: Command, call: Call, response: Response): bool {
  const name = command.name
  const fields = command.fields
  if (name === 'set') writeState(CELL + fields.text('key'), fields.text('value'))
  else if (name === 'remove') removeState(CELL + fields.text('key'))
  else if (name === 'deposit') writeState(DEPOSIT + call.sender, call.funds)
  else if (name === 'log') response.log(fields.text('key'), fields.text('value'), !fields.flag('plain'))
  else if (name === 'answer') response.data = encodeBase64(utf8(fields.text('text')))
  else return false
  return true
}

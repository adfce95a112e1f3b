import { Command, Fields } from '../lib/fields'
import { ObjectWriter, wrap } from '../lib/json-text'
import { Response } from '../lib/response'
import { Call } from './call'

const DENOM = 'uscrt'

/** Commands that ask the chain to do something. False for a command that is not one of these. */
export function runChainCommand(command: Command, call: Call, response: Response): bool {
  const name = command.name
  const fields = command.fields
  if (name === 'pay') {
    response.send(response.bankMessage(call.contract, fields.text('to'), `[${coinOf(fields)}]`), fields)
  } else if (name === 'call') response.send(callMessage(fields, response), fields)
  else if (name === 'spawn')
    response.send(wrapTwice('wasm', 'instantiate', response.instantiateMessage(fields)), fields)
  else if (name === 'recurse') recurse(fields, response)
  else if (name === 'delegate') response.send(delegateMessage(fields), fields)
  else if (name === 'vote') {
    response.send(response.voteMessage(fields.number('proposal_id'), fields.textOr('vote', 'yes')), fields)
  } else return false
  return true
}

/** A coin of the command's `amount` and, unless it is the chain's own money, `denom`. */
export function coinOf(fields: Fields): string {
  return new ObjectWriter()
    .text('denom', fields.textOr('denom', DENOM))
    .text('amount', fields.text('amount'))
    .json()
}

export function wrapTwice(outer: string, inner: string, value: string): string {
  return wrap(outer, wrap(inner, value))
}

function callMessage(fields: Fields, response: Response): string {
  return response.executeMessage(
    fields.text('contract'),
    fields.text('code_hash'),
    fields.raw('msg'),
    fields.rawOr('funds', '[]'),
  )
}

/** Calls itself by messages until the number is zero. */
function recurse(fields: Fields, response: Response): void {
  const times = fields.u32('times')
  response.log('times', times.toString(), false)
  if (times === 0) return
  const contract = fields.text('contract')
  const codeHash = fields.text('code_hash')
  const next = new ObjectWriter()
    .raw('times', (times - 1).toString())
    .text('contract', contract)
    .text('code_hash', codeHash)
  response.send(response.executeMessage(contract, codeHash, wrap('recurse', next.json()), '[]'), fields)
}

function delegateMessage(fields: Fields): string {
  const body = new ObjectWriter().text('validator', fields.text('validator')).raw('amount', coinOf(fields))
  return wrapTwice('staking', 'delegate', body.json())
}

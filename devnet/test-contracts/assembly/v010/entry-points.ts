// The entry points of the older generation: `init`, `handle`, `query` and `migrate`, whose env says who calls.

import { encodeBase64 } from '../lib/base64'
import { debug_print } from '../lib/env'
import { Command, commandOf, parseFields } from '../lib/fields'
import { quote, wrap } from '../lib/json-text'
import { Outcome } from '../lib/outcome'
import { fromText, toText, utf8 } from '../lib/region'
import { writeState } from '../lib/storage'
import { Call } from '../probe/call'
import { MIGRATED_TO, SEEN_ENV } from '../probe/keys'
import { Probe } from '../probe/probe'
import { failureJson } from './failure'
import { OldQueries } from './queries'
import { OldResponse } from './response'

/** Tells the chain which generation this contract is of. */
export function cosmwasm_vm_version_3(): void {}

export function init(env: usize, message: usize): usize {
  return run(toText(env), toText(message))
}

export function handle(env: usize, message: usize): usize {
  const envJson = toText(env)
  writeState(SEEN_ENV, envJson)
  return run(envJson, toText(message))
}

export function migrateTo(version: u32, env: usize, message: usize): usize {
  writeState(MIGRATED_TO, version.toString())
  return run(toText(env), toText(message))
}

export function answerQuery(version: u32, message: usize): usize {
  const outcome = new Outcome()
  const command = commandOf(parseFields(toText(message), outcome))
  const answer = outcome.failure === null ? new OldQueries(version, outcome).answer(command) : null
  if (answer === null) outcome.fail('parse_err', `unknown query \`${command.name}\``)
  const failure = outcome.failure
  if (failure !== null) return fromText(wrap('Err', failureJson(failure)))
  return fromText(wrap('Ok', quote(encodeBase64(utf8(answer === null ? '' : answer)))))
}

function run(env: string, message: string): usize {
  const response = new OldResponse()
  const fields = parseFields(env, response)
  const sent = fields.object('message')
  const call = new Call(
    fields.object('contract').text('address'),
    sent.text('sender'),
    sent.raw('sent_funds'),
  )
  new OldProbe(call, response).runMessage(parseFields(message, response))
  return fromText(response.toJson())
}

/** The one command whose import has another name in this generation. */
class OldProbe extends Probe {
  protected override runKnown(command: Command): bool {
    if (command.name !== 'debug') return super.runKnown(command)
    debug_print(fromText(command.fields.text('text')))
    return true
  }
}

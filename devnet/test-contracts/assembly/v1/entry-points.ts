// The entry points of the newer generation: who calls stands beside the env, and messages can be replied to.

import { encodeBase64 } from '../lib/base64'
import { commandOf, parseFields } from '../lib/fields'
import { quote, wrap } from '../lib/json-text'
import { Outcome } from '../lib/outcome'
import { fromText, toText, utf8 } from '../lib/region'
import { writeState } from '../lib/storage'
import { Call } from '../probe/call'
import { MIGRATED_TO, SEEN_ENV, SEEN_INFO } from '../probe/keys'
import { NewProbe } from './commands'
import { failureText } from './failure'
import { NewQueries } from './queries'
import { takeReply } from './reply'
import { NewResponse } from './response'
import { takeSudo } from './sudo'

/** What the entry points without a caller are given in place of one. */
const NOBODY = '{"sender":"","funds":[]}'

/** Tells the chain which generation this contract is of. */
export function interface_version_8(): void {}

/** Tells the chain that `env.block.random` is wanted. */
export function requires_random(): void {}

export function instantiate(env: usize, info: usize, message: usize): usize {
  return run(toText(env), toText(info), toText(message))
}

export function execute(env: usize, info: usize, message: usize): usize {
  const envJson = toText(env)
  const infoJson = toText(info)
  writeState(SEEN_ENV, envJson)
  writeState(SEEN_INFO, infoJson)
  return run(envJson, infoJson, toText(message))
}

export function reply(_env: usize, message: usize): usize {
  const response = new NewResponse()
  takeReply(parseFields(toText(message), response), response)
  return fromText(response.toJson())
}

export function sudo(_env: usize, message: usize): usize {
  const response = new NewResponse()
  takeSudo(toText(message), response)
  return fromText(response.toJson())
}

export function migrateTo(version: u32, env: usize, message: usize): usize {
  writeState(MIGRATED_TO, version.toString())
  return run(toText(env), NOBODY, toText(message))
}

export function answerQuery(version: u32, env: usize, message: usize): usize {
  const outcome = new Outcome()
  const command = commandOf(parseFields(toText(message), outcome))
  const answer =
    outcome.failure === null ? new NewQueries(version, toText(env), outcome).answer(command) : null
  if (answer === null) outcome.fail('parse_err', `unknown query \`${command.name}\``)
  const failure = outcome.failure
  if (failure !== null) return fromText(wrap('Err', quote(failureText(failure))))
  return fromText(wrap('Ok', quote(encodeBase64(utf8(answer === null ? '' : answer)))))
}

function run(env: string, info: string, message: string): usize {
  const response = new NewResponse()
  const contract = parseFields(env, response).object('contract').text('address')
  const caller = parseFields(info, response)
  const call = new Call(contract, caller.text('sender'), caller.raw('funds'))
  new NewProbe(call, response).runMessage(parseFields(message, response))
  return fromText(response.toJson())
}

import { encodeBase64 } from '../lib/base64'
import { check_gas, debug, gas_evaporate } from '../lib/env'
import { Command, Fields } from '../lib/fields'
import { ObjectWriter, wrap } from '../lib/json-text'
import { fromText, utf8 } from '../lib/region'
import { removeState, writeState } from '../lib/storage'
import { Call } from '../probe/call'
import { coinOf, wrapTwice } from '../probe/chain-commands'
import { ARMED_DATA, ARMED_FAILURE } from '../probe/keys'
import { Probe } from '../probe/probe'
import { attributeJson, NewResponse } from './response'

/** The commands that only this generation has. */
export class NewProbe extends Probe {
  answer: NewResponse

  constructor(call: Call, answer: NewResponse) {
    super(call, answer)
    this.answer = answer
  }

  protected override runKnown(command: Command): bool {
    const fields = command.fields
    if (command.name === 'event') {
      const attribute = attributeJson(fields.text('key'), fields.text('value'), !fields.flag('plain'))
      this.answer.event(fields.text('type'), attribute)
    } else if (command.name === 'arm') arm(fields)
    else if (command.name === 'debug') debug(fromText(fields.text('text')))
    else if (command.name === 'evaporate') this.evaporate(fields.u32('amount'))
    else return this.sendNew(command.name, fields) || super.runKnown(command)
    return true
  }

  /** Logs the gas used before and after. */
  private evaporate(amount: u32): void {
    this.answer.log('gas_before', check_gas().toString(), false)
    gas_evaporate(amount)
    this.answer.log('gas_after', check_gas().toString(), false)
  }

  private sendNew(name: string, fields: Fields): bool {
    if (name === 'migrate_other') this.answer.send(migrateMessage(fields), fields)
    else if (name === 'update_admin') this.answer.send(adminMessage(fields), fields)
    else if (name === 'clear_admin') {
      const body = wrap('contract_addr', fields.raw('contract'))
      this.answer.send(wrapTwice('wasm', 'clear_admin', body), fields)
    } else if (name === 'ibc') this.answer.send(ibcMessage(fields), fields)
    else if (name === 'stargate') {
      const body = new ObjectWriter()
        .text('type_url', fields.text('type_url'))
        .text('value', fields.text('value'))
      this.answer.send(wrap('stargate', body.json()), fields)
    } else return false
    return true
  }
}

/** What the next replies do: fail with words, answer with data of their own, or neither. */
function arm(fields: Fields): void {
  removeState(ARMED_FAILURE)
  removeState(ARMED_DATA)
  if (fields.has('fail')) writeState(ARMED_FAILURE, fields.text('fail'))
  if (fields.has('data')) writeState(ARMED_DATA, fields.text('data'))
}

function migrateMessage(fields: Fields): string {
  const body = new ObjectWriter()
    .text('contract_addr', fields.text('contract'))
    .raw('code_id', fields.number('code_id'))
    .text('code_hash', fields.text('code_hash'))
    .text('msg', encodeBase64(utf8(fields.raw('msg'))))
  return wrapTwice('wasm', 'migrate', body.json())
}

function adminMessage(fields: Fields): string {
  const body = new ObjectWriter()
    .text('contract_addr', fields.text('contract'))
    .text('admin', fields.text('admin'))
  return wrapTwice('wasm', 'update_admin', body.json())
}

/** A transfer that expires at `timeout`, nanoseconds as text. */
function ibcMessage(fields: Fields): string {
  const timeout = new ObjectWriter().raw('block', 'null').text('timestamp', fields.text('timeout'))
  const body = new ObjectWriter()
    .text('channel_id', fields.text('channel'))
    .text('to_address', fields.text('to'))
    .raw('amount', coinOf(fields))
    .raw('timeout', timeout.json())
    .text('memo', fields.textOr('memo', ''))
  return wrapTwice('ibc', 'transfer', body.json())
}

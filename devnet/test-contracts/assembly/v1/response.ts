import { encodeBase64 } from '../lib/base64'
import { Fields } from '../lib/fields'
import { listJson, ObjectWriter, quote, wrap } from '../lib/json-text'
import { utf8 } from '../lib/region'
import { Response } from '../lib/response'
import { failureText } from './failure'

/** An answer of the newer generation: messages that can be replied to, attributes and events. */
export class NewResponse extends Response {
  attributes: string[] = []
  events: string[] = []

  /** The command may say `id`, `reply_on` and `gas_limit`. */
  override send(message: string, options: Fields): void {
    const subMessage = new ObjectWriter()
      .raw('id', options.numberOr('id', '0'))
      .raw('msg', message)
      .raw('gas_limit', options.numberOr('gas_limit', 'null'))
      .text('reply_on', options.textOr('reply_on', 'never'))
    this.messages.push(subMessage.json())
  }

  override log(key: string, value: string, encrypted: bool): void {
    this.attributes.push(attributeJson(key, value, encrypted))
  }

  event(type: string, attribute: string): void {
    this.events.push(new ObjectWriter().text('type', type).raw('attributes', `[${attribute}]`).json())
  }

  override executeMessage(contract: string, codeHash: string, message: string, funds: string): string {
    const body = new ObjectWriter()
      .text('contract_addr', contract)
      .text('code_hash', codeHash)
      .text('msg', encodeBase64(utf8(message)))
      .raw('send', funds)
    return wrap('wasm', wrap('execute', body.json()))
  }

  override instantiateMessage(fields: Fields): string {
    const body = new ObjectWriter()
      .raw('code_id', fields.number('code_id'))
      .text('code_hash', fields.text('code_hash'))
      .text('msg', encodeBase64(utf8(fields.raw('msg'))))
      .raw('send', fields.rawOr('funds', '[]'))
      .text('label', fields.text('label'))
    if (fields.has('admin')) body.text('admin', fields.text('admin'))
    return body.json()
  }

  /** This generation can only send what is its own. */
  override bankMessage(_from: string, to: string, coins: string): string {
    const body = new ObjectWriter().text('to_address', to).raw('amount', coins)
    return wrap('bank', wrap('send', body.json()))
  }

  override voteMessage(proposal: string, vote: string): string {
    const body = new ObjectWriter().raw('proposal_id', proposal).text('vote', vote)
    return wrap('gov', wrap('vote', body.json()))
  }

  override toJson(): string {
    const failure = this.failure
    if (failure !== null) return wrap('Err', quote(failureText(failure)))
    const body = new ObjectWriter()
      .raw('messages', listJson(this.messages))
      .raw('attributes', listJson(this.attributes))
      .raw('events', listJson(this.events))
      .raw('data', this.dataJson())
    return wrap('Ok', body.json())
  }
}

export function attributeJson(key: string, value: string, encrypted: bool): string {
  const attribute = new ObjectWriter().text('key', key).text('value', value)
  return attribute.raw('encrypted', encrypted ? 'true' : 'false').json()
}

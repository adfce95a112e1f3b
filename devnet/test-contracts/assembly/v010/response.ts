import { encodeBase64 } from '../lib/base64'
import { Fields } from '../lib/fields'
import { listJson, ObjectWriter, wrap } from '../lib/json-text'
import { utf8 } from '../lib/region'
import { Response } from '../lib/response'
import { failureJson } from './failure'

/** An answer of the older generation: messages without replies, and one list of attributes. */
export class OldResponse extends Response {
  attributes: string[] = []

  override send(message: string, _options: Fields): void {
    this.messages.push(message)
  }

  override log(key: string, value: string, encrypted: bool): void {
    const attribute = new ObjectWriter().text('key', key).text('value', value)
    this.attributes.push(attribute.raw('encrypted', encrypted ? 'true' : 'false').json())
  }

  override executeMessage(contract: string, codeHash: string, message: string, funds: string): string {
    const body = new ObjectWriter()
      .text('contract_addr', contract)
      .text('callback_code_hash', codeHash)
      .text('msg', encodeBase64(utf8(message)))
      .raw('send', funds)
    return wrap('wasm', wrap('execute', body.json()))
  }

  override instantiateMessage(fields: Fields): string {
    return new ObjectWriter()
      .raw('code_id', fields.number('code_id'))
      .text('callback_code_hash', fields.text('code_hash'))
      .text('msg', encodeBase64(utf8(fields.raw('msg'))))
      .raw('send', fields.rawOr('funds', '[]'))
      .text('label', fields.text('label'))
      .json()
  }

  override bankMessage(from: string, to: string, coins: string): string {
    const body = new ObjectWriter().text('from_address', from).text('to_address', to).raw('amount', coins)
    return wrap('bank', wrap('send', body.json()))
  }

  override voteMessage(proposal: string, vote: string): string {
    const body = new ObjectWriter().raw('proposal', proposal).text('vote_option', voteName(vote))
    return wrap('gov', wrap('vote', body.json()))
  }

  override toJson(): string {
    const failure = this.failure
    if (failure !== null) return wrap('Err', failureJson(failure))
    const body = new ObjectWriter()
      .raw('messages', listJson(this.messages))
      .raw('log', listJson(this.attributes))
      .raw('data', this.dataJson())
    return wrap('Ok', body.json())
  }
}

/** This generation writes the options with capital letters. */
function voteName(vote: string): string {
  if (vote === 'yes') return 'Yes'
  if (vote === 'no') return 'No'
  if (vote === 'abstain') return 'Abstain'
  return vote === 'no_with_veto' ? 'NoWithVeto' : vote
}

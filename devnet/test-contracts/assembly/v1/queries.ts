import { encodeBase64 } from '../lib/base64'
import { check_gas } from '../lib/env'
import { Command, Fields } from '../lib/fields'
import { ObjectWriter, wrap } from '../lib/json-text'
import { Outcome } from '../lib/outcome'
import { utf8 } from '../lib/region'
import { readState } from '../lib/storage'
import { SEEN_ENV, SEEN_INFO } from '../probe/keys'
import { jsonOrNull, Queries } from '../probe/queries'
import { answerAddressQuery } from './address-queries'
import { answerCryptoQuery } from './crypto-queries'

/** The queries that only this generation has, or answers in its own way. */
export class NewQueries extends Queries {
  env: string

  constructor(version: u32, env: string, outcome: Outcome) {
    super(version, outcome)
    this.env = env
  }

  override answer(command: Command): string | null {
    if (command.name === 'env') return this.env
    if (command.name === 'seen') return seen()
    if (command.name === 'check_gas') return wrap('gas', check_gas().toString())
    const address = answerAddressQuery(command)
    if (address !== null) return address
    const crypto = answerCryptoQuery(command)
    return crypto === null ? super.answer(command) : crypto
  }

  protected override smartQuery(fields: Fields): string {
    return new ObjectWriter()
      .text('contract_addr', fields.text('contract'))
      .text('code_hash', fields.text('code_hash'))
      .text('msg', encodeBase64(utf8(fields.raw('msg'))))
      .json()
  }
}

function seen(): string {
  return new ObjectWriter()
    .raw('env', jsonOrNull(readState(SEEN_ENV)))
    .raw('info', jsonOrNull(readState(SEEN_INFO)))
    .json()
}

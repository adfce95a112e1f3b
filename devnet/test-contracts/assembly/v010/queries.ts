import { encodeBase64 } from '../lib/base64'
import { canonicalize_address, humanize_address } from '../lib/env'
import { Command, Fields } from '../lib/fields'
import { ObjectWriter, wrap } from '../lib/json-text'
import { fromBytes, fromText, utf8 } from '../lib/region'
import { readState } from '../lib/storage'
import { addressRoom, canonicalAnswer, humanAnswer } from '../probe/addresses'
import { SEEN_ENV } from '../probe/keys'
import { jsonOrNull, Queries } from '../probe/queries'

/** The queries that this generation answers in its own way. */
export class OldQueries extends Queries {
  override answer(command: Command): string | null {
    const name = command.name
    if (name === 'seen') return wrap('env', jsonOrNull(readState(SEEN_ENV)))
    if (name === 'canonicalize') return canonicalize(command.fields.text('address'))
    if (name === 'humanize') return humanize(command.fields.bytes('canonical'))
    return super.answer(command)
  }

  protected override smartQuery(fields: Fields): string {
    return new ObjectWriter()
      .text('contract_addr', fields.text('contract'))
      .text('callback_code_hash', fields.text('code_hash'))
      .text('msg', encodeBase64(utf8(fields.raw('msg'))))
      .json()
  }
}

function canonicalize(address: string): string {
  const canonical = addressRoom()
  return canonicalAnswer(canonicalize_address(fromText(address), canonical), canonical)
}

function humanize(canonical: Uint8Array): string {
  const human = addressRoom()
  return humanAnswer(humanize_address(fromBytes(canonical), human), human)
}

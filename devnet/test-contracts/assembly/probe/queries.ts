import { answerTo, queryChain } from '../lib/chain'
import { Command, Fields } from '../lib/fields'
import { ObjectWriter, quote, wrap } from '../lib/json-text'
import { Outcome } from '../lib/outcome'
import { readState, writeState } from '../lib/storage'
import { wrapTwice } from './chain-commands'
import { CELL, DEPOSIT, MIGRATED_TO, REPLIES } from './keys'
import { runTroubleCommand } from './trouble-commands'

/** Answers the queries of both generations; each generation adds its own. */
export class Queries {
  version: u32
  outcome: Outcome

  constructor(version: u32, outcome: Outcome) {
    this.version = version
    this.outcome = outcome
  }

  /** The answer, as JSON; null for a query that is not one of these. */
  answer(command: Command): string | null {
    const name = command.name
    const fields = command.fields
    if (name === 'get') return wrap('value', textOrNull(readState(CELL + fields.text('key'))))
    if (name === 'deposit') return wrap('funds', jsonOrNull(readState(DEPOSIT + fields.text('sender'))))
    if (name === 'version') return this.versions()
    if (name === 'replies') return this.replies()
    if (name === 'large') return wrap('filler', quote('x'.repeat(fields.u32('bytes'))))
    if (name === 'query_write') {
      writeState('written', 'by a query')
      return '{}'
    }
    if (runTroubleCommand(command, this.outcome)) return '{}'
    return this.fromChain(name, fields)
  }

  private fromChain(name: string, fields: Fields): string | null {
    if (name === 'ask') return answerTo(wrapTwice('wasm', 'smart', this.smartQuery(fields)), this.outcome)
    if (name === 'chain') return queryChain(fields.raw('request'))
    if (name !== 'balance') return null
    const body = new ObjectWriter()
      .text('address', fields.text('address'))
      .text('denom', fields.textOr('denom', 'uscrt'))
    return answerTo(wrapTwice('bank', 'balance', body.json()), this.outcome)
  }

  protected smartQuery(fields: Fields): string {
    return fields.raw('msg')
  }

  private versions(): string {
    return new ObjectWriter()
      .raw('version', this.version.toString())
      .raw('migrated_to', jsonOrNull(readState(MIGRATED_TO)))
      .json()
  }

  private replies(): string {
    const replies = readState(REPLIES)
    return `{"replies":[${replies === null ? '' : replies}]}`
  }
}

export function jsonOrNull(value: string | null): string {
  return value === null ? 'null' : value
}

function textOrNull(value: string | null): string {
  return value === null ? 'null' : quote(value)
}

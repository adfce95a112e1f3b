import { base64 } from '@scure/base'
import * as v from 'valibot'
import { sealQuery } from '../crypto/index'
import { openData } from '../crypto/tx-cipher'
import type { Address, CodeHash, JsonValue } from '../domain/index'
import { readAnswer, refusalError } from './answer'
import type { Answer } from './attempt'
import { transportError } from './chain-error'
import type { Client } from './client'
import { ContractError, errorWords, findError, openNodeError } from './contract-error'

export interface ContractQuery {
  readonly contract: Address
  readonly codeHash: CodeHash
  readonly query: JsonValue
  readonly ioPublicKey: Uint8Array
  readonly signal?: AbortSignal | undefined
}

const schema = v.object({ data: v.nullable(v.string(), '') })
const MAX_BYTES = 2 * 1024 * 1024

/**
 * Asks a contract, under a key pair made for this query alone. Throws ContractError for the contract's refusal (opened),
 * ChainError for the node's. Protocol 2.2.
 */
export async function queryContract(client: Client, query: ContractQuery): Promise<JsonValue> {
  const { ioPublicKey, codeHash, contract, signal } = query
  const { wire, txKey } = sealQuery({ ioPublicKey, codeHash, message: JSON.stringify(query.query) })
  const key = txKey.bytes()
  try {
    const path = `/compute/v1beta1/query/${contract}?query=${encodeURIComponent(base64.encode(wire))}`
    const answer = await client.request({ path, signal, maxBytes: MAX_BYTES })
    return openAnswer(key, answer)
  } finally {
    key.fill(0)
    txKey.wipe()
  }
}

function openAnswer(key: Uint8Array, answer: Answer): JsonValue {
  if (answer.kind === 'refused') throw queryError(key, answer)
  const opened = openData(key, decode(readAnswer(schema, answer).data))
  if (opened.kind !== 'decrypted') {
    throw new ContractError('contract/unreadable', "The contract's answer could not be decrypted.", '')
  }
  if (opened.text === '') return {}
  try {
    return JSON.parse(opened.text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new ContractError('contract/unreadable', "The contract's answer is not JSON.", opened.text)
  }
}

function queryError(key: Uint8Array, answer: Extract<Answer, { kind: 'refused' }>): Error {
  const { message } = answer.refusal
  const opened = openNodeError(key, message)
  if (opened === undefined) return refusalError(answer)
  if (opened.kind !== 'decrypted') {
    const sentence = 'The contract refused, and its reason could not be decrypted.'
    return new ContractError('contract/unreadable', sentence, findError(message).sealed ?? '')
  }
  return new ContractError('contract/refused', errorWords(opened.text), opened.text)
}

function decode(text: string): Uint8Array {
  try {
    return base64.decode(text)
  } catch (error) {
    throw transportError('chain/bad-answer', error)
  }
}

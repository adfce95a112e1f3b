import type { TxResponse } from 'secretjs'
import { describe, expect, it } from 'vitest'
import { ContractFailure, plainError } from './plain-error'

const LCD = 'http://localhost:1317'
const failed = (rawLog: string, jsonLog: unknown = []): Error =>
  new ContractFailure({ rawLog, jsonLog, transactionHash: 'AB' } as unknown as TxResponse)

describe('what went wrong', () => {
  it('is said in the contract’s own words', () => {
    const log = { generic_err: { msg: 'insufficient funds: balance=1, required=2' } }
    expect(plainError(failed('', log), LCD)).toBe(
      'The contract refused: insufficient funds: balance=1, required=2',
    )
    const rawLog = 'failed to execute message; message index: 0: Not enough: execute contract failed'
    expect(plainError(failed(rawLog), LCD)).toBe('The contract refused: Not enough')
    expect(plainError(failed('out of gas'), LCD)).toBe('The contract refused: out of gas')
    expect(plainError(failed('', { unauthorized: {} }), LCD)).toBe(
      'The contract refused: {"unauthorized":{}}',
    )
  })

  it('is said plainly for the wallet and the node', () => {
    expect(plainError(new Error('Request rejected'), LCD)).toBe('You declined this in your wallet.')
    expect(plainError(new TypeError('Failed to fetch'), LCD)).toBe(`The node at ${LCD} does not answer.`)
    const unknown = { code: 5, message: 'account secret1abc not found', details: [] }
    expect(plainError(unknown, LCD)).toBe('This account is new to the network. Get some SCRT first.')
    expect(plainError('a text', LCD)).toBe('a text')
  })
})

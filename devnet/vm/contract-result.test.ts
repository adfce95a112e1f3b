import { base64 } from '@scure/base'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Generation } from './contract-exports'
import { parseContractResult, parseQueryResult } from './contract-result'
import { VmError } from './vm-error'

const TEXT = new TextEncoder().encode('{"hi":{}}')
const TEXT64 = base64.encode(TEXT)

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function isRefused(text: string, generation: Generation): boolean {
  try {
    parseContractResult(bytes(text), generation)
    return false
  } catch (error) {
    if (error instanceof VmError) return error.code === 'invalid-result'
    throw error
  }
}

describe('the answer of a v0.10 contract', () => {
  it('holds messages that never reply, and a log that is encrypted unless it says otherwise', () => {
    const answer = `{"Ok":{"messages":[{"bank":{"send":{"from_address":"a","to_address":"b","amount":[{"denom":"uscrt","amount":"5"}]}}}],
      "log":[{"key":"k","value":"v"},{"key":"open","value":"yes","encrypted":false}],"data":"${TEXT64}"}}`
    expect(parseContractResult(bytes(answer), 'v0.10')).toEqual({
      kind: 'response',
      messages: [
        {
          id: 0n,
          replyOn: 'never',
          gasLimit: undefined,
          message: { kind: 'send', from: 'a', to: 'b', amount: [{ denom: 'uscrt', amount: 5n }] },
        },
      ],
      attributes: [
        { key: 'k', value: 'v', encrypted: true },
        { key: 'open', value: 'yes', encrypted: false },
      ],
      events: [],
      data: TEXT,
    })
  })

  it('may be an error object', () => {
    expect(parseContractResult(bytes('{"Err":{"generic_err":{"msg":"no"}}}'), 'v0.10')).toEqual({
      kind: 'failure',
      generation: 'v0.10',
      error: { generic_err: { msg: 'no' } },
    })
    expect(isRefused('{"Err":"no"}', 'v0.10')).toBe(true)
  })

  it('may have no data', () => {
    const answer = parseContractResult(bytes('{"Ok":{"messages":[],"log":[],"data":null}}'), 'v0.10')
    expect(answer.kind === 'response' && answer.data).toBe(undefined)
  })
})

describe('the answer of a v1 contract', () => {
  it('holds sub-messages, attributes, events and data', () => {
    const message = `{"wasm":{"execute":{"contract_addr":"c","code_hash":"h","msg":"${TEXT64}","send":[]}}}`
    const answer = `{"Ok":{"messages":[{"id":18446744073709551615,"msg":${message},"gas_limit":500,"reply_on":"always"}],
      "attributes":[{"key":"k","value":"v","encrypted":true}],
      "events":[{"type":"transfer","attributes":[{"key":"to","value":"b","encrypted":false}]}],"data":null}}`
    expect(parseContractResult(bytes(answer), 'v1')).toEqual({
      kind: 'response',
      messages: [
        {
          id: 18446744073709551615n,
          replyOn: 'always',
          gasLimit: 500n,
          message: { kind: 'execute', contract: 'c', codeHash: 'h', message: TEXT, funds: [] },
        },
      ],
      attributes: [{ key: 'k', value: 'v', encrypted: true }],
      events: [{ type: 'transfer', attributes: [{ key: 'to', value: 'b', encrypted: false }] }],
      data: undefined,
    })
  })

  it('may be an error text', () => {
    for (const outcome of ['Err', 'err', 'error']) {
      expect(parseContractResult(bytes(`{"${outcome}":"Generic error: no"}`), 'v1')).toEqual({
        kind: 'failure',
        generation: 'v1',
        error: 'Generic error: no',
      })
    }
    expect(isRefused('{"Err":{"generic_err":{"msg":"no"}}}', 'v1')).toBe(true)
  })

  it('is refused in any other shape', () => {
    const empty = '"messages":[],"attributes":[],"events":[]'
    expect(isRefused(`{"Ok":{${empty}}}`, 'v1')).toBe(false)
    for (const wrong of [
      '',
      'null',
      '{}',
      '{"Ok":null}',
      '{"Maybe":{}}',
      '{"Ok":{},"Err":"x"}',
      '{"Ok":{"messages":[],"log":[],"data":null}}',
      `{"Ok":{${empty},"more":1}}`,
      `{"Ok":{${empty},"data":"not base64!"}}`,
      `{"Ok":{${empty},"data":[]}}`,
      '{"Ok":{"messages":{},"attributes":[],"events":[]}}',
      '{"Ok":{"messages":[],"attributes":[{"key":"k"}],"events":[]}}',
      '{"Ok":{"messages":[],"attributes":[{"key":"k","value":"v","encrypted":1}],"events":[]}}',
      '{"Ok":{"messages":[{"id":-1,"msg":{"custom":{}},"gas_limit":null,"reply_on":"never"}],"attributes":[],"events":[]}}',
      '{"Ok":{"messages":[{"id":18446744073709551616,"msg":{"custom":{}},"gas_limit":null,"reply_on":"never"}],"attributes":[],"events":[]}}',
      '{"Ok":{"messages":[{"id":1,"msg":{"custom":{}},"gas_limit":null,"reply_on":"sometimes"}],"attributes":[],"events":[]}}',
    ]) {
      expect([wrong, isRefused(wrong, 'v1')]).toEqual([wrong, true])
    }
  })
})

describe('the answer to a query', () => {
  it('is bytes or the refusal of the contract', () => {
    expect(parseQueryResult(bytes(`{"Ok":"${TEXT64}"}`), 'v0.10')).toEqual({ kind: 'answer', answer: TEXT })
    expect(parseQueryResult(bytes(`{"ok":"${TEXT64}"}`), 'v1')).toEqual({ kind: 'answer', answer: TEXT })
    expect(parseQueryResult(bytes('{"Err":"no"}'), 'v1')).toEqual({
      kind: 'failure',
      generation: 'v1',
      error: 'no',
    })
  })
})

describe('hostile answers', () => {
  it('are refused in one way only', () => {
    const generations = fc.constantFrom<Generation>('v0.10', 'v1')
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), fc.json(), generations, (raw, json, generation) => {
        for (const input of [raw, bytes(json), bytes(`{"Ok":${json}}`), bytes(`{"Err":${json}}`)]) {
          for (const parse of [parseContractResult, parseQueryResult]) {
            try {
              parse(input, generation)
            } catch (error) {
              expect(error).toBeInstanceOf(VmError)
            }
          }
        }
      }),
    )
  })
})

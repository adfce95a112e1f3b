import { base64 } from '@scure/base'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonValue } from '../../src/domain/index'
import type { ContractFailure, ContractResponse } from '../vm/contract-result'
import { VmError } from '../vm/vm-error'
import { FakeOutOfGas } from '../vm/vm-host.fake'
import { buildTestContracts } from './build-contracts.fake'
import { PROBE_ENV, ProbeHarness } from './probe-harness.fake'

const COIN = { denom: 'uscrt', amount: 5n }
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

const codes = buildTestContracts()

function messagesOf(result: ContractResponse | ContractFailure) {
  if (result.kind === 'failure') throw new Error(JSON.stringify(result.error))
  return result.messages.map(({ message }) => message)
}

function errorOf(action: () => unknown): string {
  try {
    action()
    return 'returned'
  } catch (error) {
    return error instanceof VmError ? error.code : String(error)
  }
}

describe.each(['probe-v010', 'probe-v1'] as const)('%s', (name) => {
  const isNew = name === 'probe-v1'
  const start = () => {
    const probe = new ProbeHarness(codes[name])
    expect(probe.instantiate({})).toMatchObject({ kind: 'response' })
    return probe
  }

  it('keeps, gives and forgets values', () => {
    const probe = start()
    probe.execute({ set: { key: 'a', value: 'b "quoted" \\ é 🔐\n\u0001' } })
    expect(probe.query({ get: { key: 'a' } })).toEqual({ value: 'b "quoted" \\ é 🔐\n\u0001' })
    expect(probe.query({ get: { key: 'b' } })).toEqual({ value: null })
    probe.execute({ remove: { key: 'a' } })
    expect(probe.query({ get: { key: 'a' } })).toEqual({ value: null })
  })

  it('runs the command of its first message, and several commands at once', () => {
    const probe = new ProbeHarness(codes[name])
    const set = (value: string) => ({ set: { key: 'a', value } })
    probe.instantiate(set('one'))
    expect(probe.query({ get: { key: 'a' } })).toEqual({ value: 'one' })
    probe.execute({ all: { commands: [set('two'), { answer: { text: 'done' } }] } })
    expect(probe.query({ get: { key: 'a' } })).toEqual({ value: 'two' })
    expect(probe.execute({ all: { commands: [set('three'), { fail: {} }] } })).toMatchObject({
      kind: 'failure',
    })
    expect(probe.query({ get: { key: 'a' } })).toEqual({ value: 'two' })
  })

  it('takes money and pays it out', () => {
    const probe = start()
    expect(probe.query({ deposit: { sender: 'secret1sender' } })).toEqual({ funds: null })
    probe.execute({ deposit: {} }, [COIN])
    expect(probe.query({ deposit: { sender: 'secret1sender' } })).toEqual({
      funds: [{ denom: 'uscrt', amount: '5' }],
    })
    expect(messagesOf(probe.execute({ pay: { to: 'secret1to', amount: '5' } }))).toEqual([
      { kind: 'send', from: isNew ? undefined : 'secret1probe', to: 'secret1to', amount: [COIN] },
    ])
  })

  it('logs in secret and in plain text, and answers with data', () => {
    const probe = start()
    const secret = probe.execute({ log: { key: 'k', value: 'v' } })
    expect(secret).toMatchObject({ attributes: [{ key: 'k', value: 'v', encrypted: true }] })
    const plain = probe.execute({ log: { key: 'k', value: 'v', plain: true } })
    expect(plain).toMatchObject({ attributes: [{ encrypted: false }], data: undefined })
    expect(probe.execute({ answer: { text: 'héllo' } })).toMatchObject({
      data: new TextEncoder().encode('héllo'),
    })
    expect(probe.execute({ debug: { text: 'not kept' } })).toMatchObject({ kind: 'response', messages: [] })
  })

  it('shows what the last execution was given, exactly', () => {
    const probe = start()
    probe.execute({ deposit: {} }, [COIN])
    const funds = '[{"denom":"uscrt","amount":"5"}]'
    const code = 'ab'.repeat(32)
    const old = [
      '{"env":{"block":{"height":12345,"time":1700000000,"chain_id":"secretdev-1"},',
      `"message":{"sender":"secret1sender","sent_funds":${funds}},"contract":{"address":"secret1probe"},`,
      `"contract_key":null,"contract_code_hash":"${code}","transaction":null}}`,
    ]
    const current = [
      '{"env":{"block":{"height":12345,"time":"1700000000123456789","chain_id":"secretdev-1",',
      `"random":"${base64.encode(PROBE_ENV.random ?? new Uint8Array())}"},`,
      `"contract":{"address":"secret1probe","code_hash":"${code}"},`,
      `"transaction":{"index":0,"hash":"${'CD'.repeat(32)}"}},"info":{"sender":"secret1sender","funds":${funds}}}`,
    ]
    expect(probe.queryText({ seen: {} })).toBe((isNew ? current : old).join(''))
  })

  it('fails in every way, with its words', () => {
    const probe = start()
    const failures: [string, JsonValue, string][] = [
      ['generic_err', { generic_err: { msg: 'no "x"' } }, 'Generic error: no "x"'],
      [
        'parse_err',
        { parse_err: { target: 'probe', msg: 'no "x"' } },
        'Error parsing into type probe: no "x"',
      ],
      [
        'serialize_err',
        { serialize_err: { source: 'probe', msg: 'no "x"' } },
        'Error serializing type probe: no "x"',
      ],
      ['not_found', { not_found: { kind: 'no "x"' } }, 'no "x" not found'],
      ['unauthorized', { unauthorized: {} }, 'Unauthorized'],
      ['underflow', { underflow: { minuend: '1', subtrahend: '2' } }, 'Overflow: Cannot Sub with 1 and 2'],
      ['invalid_base64', { invalid_base64: { msg: 'no "x"' } }, 'Invalid Base64 string: no "x"'],
      ['invalid_utf8', { invalid_utf8: { msg: 'no "x"' } }, 'Cannot decode UTF8 bytes into string: no "x"'],
      ['null_pointer', { null_pointer: {} }, 'no "x"'],
    ]
    for (const [kind, error, words] of failures) {
      const failure = { kind: 'failure', error: isNew ? words : error }
      expect(probe.execute({ fail: { kind, msg: 'no "x"' } })).toMatchObject(failure)
      expect(probe.query({ fail: { kind, msg: 'no "x"' } })).toMatchObject(failure)
    }
    expect(probe.instantiate({ fail: {} })).toMatchObject({ kind: 'failure' })
  })

  it('refuses messages that it does not know, with words', () => {
    const probe = start()
    const refusal = (msg: string) => ({
      kind: 'failure',
      error: isNew ? `Error parsing into type probe: ${msg}` : { parse_err: { target: 'probe', msg } },
    })
    expect(probe.execute({ dance: {} })).toMatchObject(refusal('unknown command `dance`'))
    expect(probe.query({ dance: {} })).toMatchObject(refusal('unknown query `dance`'))
    expect(probe.execute({ set: { key: 'a' } })).toMatchObject(refusal('missing field `value`'))
    expect(probe.execute({ set: { key: 'a', value: 1 } })).toMatchObject(
      refusal('invalid type of field `value`'),
    )
    expect(probe.executeText('nonsense')).toMatchObject(refusal('expected an object'))
    expect(probe.execute({ set: 1 })).toMatchObject(refusal('expected one command with an object'))
  })

  it('reads JSON as strictly as it is written, whatever it is given', () => {
    const probe = start()
    const given = (message: string) => probe.executeText(message).kind
    const set = (value: string) => `{"set":{"key":"a","value":${value}}}`
    expect(given(set('"\\u00e9\\/\\n"  '))).toBe('response')
    expect(probe.query({ get: { key: 'a' } })).toEqual({ value: 'é/\n' })
    const broken = [
      '"',
      '"\\x"',
      '"\\u00g0"',
      '"\n"',
      '"a",',
      '"a","key":"b"',
      '[',
      '01',
      '-',
      '1.5',
      'nul',
      'NaN',
    ]
    for (const value of broken) expect([value, given(set(value))]).toEqual([value, 'failure'])
    expect(given(`${set('"a"')} {}`)).toBe('failure')
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (message) => {
        expect(probe.executeText(message).kind).toMatch(/^(failure|response)$/)
      }),
      { numRuns: 20 },
    )
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        probe.execute({ set: { key: 'b', value } })
        expect(probe.query({ get: { key: 'b' } })).toEqual({ value })
      }),
      { numRuns: 20 },
    )
  })

  it('traps, loops, overflows and takes too much memory', () => {
    const probe = start()
    const attempt = (message: JsonValue) => [
      errorOf(() => probe.execute(message)),
      errorOf(() => probe.query(message)),
    ]
    expect(attempt({ panic: {} })).toEqual(['unreachable', 'unreachable'])
    expect(attempt({ overflow: {} })).toEqual(['stack-overflow', 'stack-overflow'])
    expect(attempt({ grow: { pages: 200 } })).toEqual(['unreachable', 'unreachable'])
    expect(attempt({ grow: { pages: 10 } })).toEqual(['returned', 'returned'])
    expect(attempt({ query_write: {} })).toEqual(['returned', 'unauthorized-write'])
    probe.gasLimit = 1_000_000n
    expect(() => probe.execute({ spin: {} })).toThrow(FakeOutOfGas)
    expect(() => probe.query({ spin: {} })).toThrow(FakeOutOfGas)
  })

  it('calls and makes other contracts', () => {
    const probe = start()
    const target = { contract: 'secret1other', code_hash: 'cd'.repeat(32) }
    const funds = [{ denom: 'uscrt', amount: '5' }]
    const call = messagesOf(probe.execute({ call: { ...target, msg: { do: [1, 'x'] }, funds } }))
    expect(call).toMatchObject([
      { kind: 'execute', contract: target.contract, codeHash: target.code_hash, funds: [COIN] },
    ])
    expect(call.map((message) => message.kind === 'execute' && text(message.message))).toEqual([
      '{"do":[1,"x"]}',
    ])
    const spawn = { code_id: 7, code_hash: target.code_hash, label: 'child', msg: {} }
    expect(messagesOf(probe.execute({ spawn }))).toMatchObject([
      { kind: 'instantiate', codeId: 7n, codeHash: target.code_hash, label: 'child', admin: '', funds: [] },
    ])
  })

  it('calls itself as often as it is told', () => {
    const probe = start()
    const target = { contract: 'secret1probe', code_hash: 'ab'.repeat(32) }
    const [message] = messagesOf(probe.execute({ recurse: { times: 2, ...target } }))
    expect(message?.kind === 'execute' && JSON.parse(text(message.message))).toEqual({
      recurse: { times: 1, ...target },
    })
    expect(messagesOf(probe.execute({ recurse: { times: 0, ...target } }))).toEqual([])
  })

  it('stakes and votes', () => {
    const probe = start()
    expect(messagesOf(probe.execute({ delegate: { validator: 'secretvaloper1x', amount: '5' } }))).toEqual([
      { kind: 'delegate', validator: 'secretvaloper1x', amount: COIN },
    ])
    for (const option of ['yes', 'no', 'abstain', 'no_with_veto']) {
      expect(messagesOf(probe.execute({ vote: { proposal_id: 3, vote: option } }))).toEqual([
        { kind: 'vote', proposalId: 3n, option },
      ])
    }
  })
})

import { describe, expect, it } from 'vitest'
import type { JsonValue } from '../../src/domain/index'
import type { ContractFailure, ContractResponse } from '../vm/contract-result'
import { buildTestContracts } from './build-contracts.fake'
import { ProbeHarness } from './probe-harness.fake'

const TARGET = { contract: 'secret1other', code_hash: 'cd'.repeat(32) }
const CALL = { ...TARGET, msg: {} }

const codes = buildTestContracts()

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function subMessages(result: ContractResponse | ContractFailure) {
  if (result.kind === 'failure') throw new Error(JSON.stringify(result.error))
  return result.messages
}

describe('probe-v1', () => {
  const start = () => new ProbeHarness(codes['probe-v1'])
  const messageOf = (command: JsonValue) =>
    subMessages(start().execute(command)).map(({ message }) => message)

  it('emits events of its own', () => {
    const event = { type: 'sale', key: 'k', value: 'v' }
    expect(start().execute({ event })).toMatchObject({
      events: [{ type: 'sale', attributes: [{ key: 'k', value: 'v', encrypted: true }] }],
    })
    expect(start().execute({ event: { ...event, plain: true } })).toMatchObject({
      events: [{ attributes: [{ encrypted: false }] }],
    })
  })

  it('says of each message what it wants to hear and how much gas it may use', () => {
    expect(subMessages(start().execute({ call: CALL }))).toMatchObject([
      { id: 0n, replyOn: 'never', gasLimit: undefined },
    ])
    for (const replyOn of ['never', 'always', 'success', 'error']) {
      const options = { id: 7, reply_on: replyOn, gas_limit: 5_000 }
      const commands = [
        { call: { ...CALL, ...options } },
        { pay: { to: 'x', amount: '1', ...options } },
        { spawn: { code_id: 1, code_hash: '', label: 'l', msg: {}, ...options } },
      ]
      const expected = { id: 7n, replyOn, gasLimit: 5_000n }
      expect(subMessages(start().execute({ all: { commands } }))).toMatchObject([
        expected,
        expected,
        expected,
      ])
    }
  })

  it('keeps all 64 bits of an id', () => {
    const probe = start()
    const id = 2n ** 64n - 1n
    const call = `{"call":{"contract":"c","code_hash":"h","msg":{},"id":${id}}}`
    expect(subMessages(probe.executeText(call))).toMatchObject([{ id }])
    probe.reply(id, { kind: 'error', error: '' })
    expect(probe.queryText({ replies: {} })).toContain(`"id":${id},`)
  })

  it('keeps a record of the replies', () => {
    const probe = start()
    expect(probe.query({ replies: {} })).toEqual({ replies: [] })
    const events = [
      { type: 'wasm', attributes: [{ key: 'k', value: 'v' }] },
      { type: 'x', attributes: [] },
    ]
    const first = probe.reply(1n, { kind: 'ok', events, data: bytes('hi') })
    expect(first).toMatchObject({
      kind: 'response',
      data: undefined,
      attributes: [{ key: 'reply_id', value: '1', encrypted: false }],
    })
    probe.reply(2n, { kind: 'ok', events: [], data: undefined })
    probe.reply(3n, { kind: 'error', error: 'no "x"' })
    expect(probe.query({ replies: {} })).toEqual({
      replies: [
        { id: 1, ok: true, data: 'aGk=', events: 2 },
        { id: 2, ok: true, data: null, events: 0 },
        { id: 3, ok: false, error: 'no "x"' },
      ],
    })
  })

  it('fails replies and answers with their data when it is told to', () => {
    const probe = start()
    const ok = { kind: 'ok', events: [], data: undefined } as const
    probe.execute({ arm: { fail: 'not now' } })
    expect(probe.reply(1n, ok)).toMatchObject({ kind: 'failure', error: 'Generic error: not now' })
    expect(probe.query({ replies: {} })).toEqual({ replies: [] })
    probe.execute({ arm: { data: 'mine' } })
    expect(probe.reply(1n, ok)).toMatchObject({ kind: 'response', data: bytes('mine') })
    probe.execute({ arm: {} })
    expect(probe.reply(1n, ok)).toMatchObject({ kind: 'response', data: undefined })
  })

  it('keeps what the chain says through sudo, unless it was armed to fail', () => {
    const probe = start()
    const message = { ibc_lifecycle_complete: { ibc_timeout: { channel: 'channel-1', sequence: 1 } } }
    expect(probe.sudo(message)).toMatchObject({
      kind: 'response',
      attributes: [{ key: 'heard', value: 'sudo', encrypted: false }],
    })
    expect(probe.query({ get: { key: 'sudo' } })).toEqual({ value: JSON.stringify(message) })
    probe.execute({ arm: { fail: 'deaf' } })
    expect(probe.sudo({})).toMatchObject({ kind: 'failure', error: 'Generic error: deaf' })
  })

  it('migrates and administers other contracts', () => {
    expect(messageOf({ migrate_other: { ...TARGET, code_id: 9, msg: { a: 1 } } })).toEqual([
      {
        kind: 'migrate',
        contract: TARGET.contract,
        codeId: 9n,
        codeHash: TARGET.code_hash,
        message: bytes('{"a":1}'),
      },
    ])
    expect(messageOf({ update_admin: { contract: 'c', admin: 'a' } })).toEqual([
      { kind: 'update-admin', contract: 'c', admin: 'a' },
    ])
    expect(messageOf({ clear_admin: { contract: 'c' } })).toEqual([{ kind: 'clear-admin', contract: 'c' }])
    const spawn = { code_id: 1, code_hash: 'h', label: 'l', msg: {}, admin: 'a' }
    expect(messageOf({ spawn })).toMatchObject([{ kind: 'instantiate', admin: 'a' }])
  })

  it('sends over IBC, and any message of the chain', () => {
    const ibc = {
      channel: 'channel-1',
      to: 'cosmos1x',
      amount: '5',
      denom: 'uscrt',
      timeout: '170',
      memo: 'm',
    }
    expect(messageOf({ ibc })).toEqual([
      {
        kind: 'ibc-transfer',
        channel: 'channel-1',
        to: 'cosmos1x',
        amount: { denom: 'uscrt', amount: 5n },
        timeout: { block: undefined, timestamp: 170n },
        memo: 'm',
      },
    ])
    expect(messageOf({ stargate: { type_url: '/a.B', value: 'AQI=' } })).toEqual([
      { kind: 'stargate', typeUrl: '/a.B', value: Uint8Array.of(1, 2) },
    ])
  })

  it('burns gas', () => {
    const probe = start()
    const result = probe.execute({ evaporate: { amount: 5_000 } })
    if (result.kind === 'failure') throw new Error(result.kind)
    const [before = 0, after = 0] = result.attributes.map(({ value }) => Number(value))
    expect(after - before).toBeGreaterThanOrEqual(5_000)
  })
})

describe.each(['probe-v010', 'probe-v1'] as const)('a migration of %s', (name) => {
  it('is remembered, keeps the state and runs the command of its message', () => {
    const probe = new ProbeHarness(codes[name])
    probe.instantiate({ set: { key: 'a', value: 'b' } })
    expect(probe.query({ version: {} })).toEqual({ version: 1, migrated_to: null })
    const log = { key: 'k', value: 'v' }
    expect(probe.migrate(codes[`${name}-next`], { log })).toMatchObject({ attributes: [log] })
    expect(probe.query({ version: {} })).toEqual({ version: 2, migrated_to: 2 })
    expect(probe.query({ get: { key: 'a' } })).toEqual({ value: 'b' })
    expect(probe.migrate(codes[`${name}-next`], { fail: {} })).toMatchObject({ kind: 'failure' })
  })
})

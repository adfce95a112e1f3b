import { base64, hex } from '@scure/base'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import vector from '../../vectors/contract-call.json'
import { sealCiphertext } from '../crypto/tx-cipher'
import { ChainError } from './chain-error'
import { encodeTxMsgData } from './codec/tx-msg-data'
import { readOutputs } from './tx-outputs'
import { readTx } from './tx-result'

const key = hex.decode(vector.tx_key)
const wire = hex.decode(vector.nonce + vector.user_public_key + vector.ciphertext)
const seal = (text: string) => base64.encode(sealCiphertext(key, new TextEncoder().encode(text)))
const EXECUTE = '/secret.compute.v1beta1.MsgExecuteContract'

function execute(msg: Uint8Array) {
  return {
    '@type': EXECUTE,
    sender: vector.sender,
    contract: vector.contract,
    msg: base64.encode(msg),
    callback_code_hash: '',
    sent_funds: [],
    callback_sig: null,
  }
}

function record(response: object, messages: object[] = [execute(wire)]) {
  return {
    tx: {
      '@type': '/cosmos.tx.v1beta1.Tx',
      body: { messages, memo: 'hi', timeout_height: '0', extension_options: [] },
      auth_info: {
        signer_infos: [],
        fee: { amount: [{ denom: 'uscrt', amount: '37500' }], gas_limit: '150000' },
      },
      signatures: ['AAAA'],
    },
    tx_response: {
      height: '100',
      txhash: vector.direct_hash,
      codespace: '',
      code: 0,
      data: '',
      raw_log: '',
      logs: [],
      info: '',
      gas_wanted: '150000',
      gas_used: '90000',
      tx: null,
      timestamp: '2026-01-02T03:04:05Z',
      events: [],
      ...response,
    },
  }
}

function data(...answers: Uint8Array[]): string {
  return hex.encode(
    encodeTxMsgData(answers.map((answer) => ({ typeUrl: `${EXECUTE}Response`, data: answer }))),
  )
}

function failure(rawLog: string, code = 3, codespace = 'compute') {
  return readOutputs(readTx(record({ code, codespace, raw_log: rawLog })), 0, key).error
}

describe('a transaction of the chain', () => {
  it('is read with its messages, fee and time', () => {
    expect(readTx(record({}))).toMatchObject({
      hash: vector.direct_hash,
      height: 100n,
      time: Date.UTC(2026, 0, 2, 3, 4, 5),
      gasUsed: 90000n,
      memo: 'hi',
      fee: [{ denom: 'uscrt', amount: 37500n }],
      messages: [{ kind: 'execute', sender: vector.sender, contract: vector.contract, wire }],
    })
  })

  it('keeps a message it cannot read as JSON', () => {
    const strange = { '@type': '/x.Y', a: 1 }
    const broken = { '@type': EXECUTE, sender: 'nobody' }
    expect(readTx(record({}, [strange, broken])).messages).toMatchObject([
      { kind: 'unknown', typeUrl: '/x.Y', json: strange },
      { kind: 'unknown', typeUrl: EXECUTE, json: broken },
    ])
  })

  it('is a bad answer, or a reading, whatever the JSON', () => {
    const tried = fc.oneof(
      fc.jsonValue(),
      fc.record({ tx: fc.jsonValue(), tx_response: fc.jsonValue() }),
      fc
        .dictionary(
          fc.constantFrom('data', 'events', 'logs', 'raw_log', 'code', 'height', 'timestamp'),
          fc.jsonValue(),
        )
        .map(record),
    )
    fc.assert(
      fc.property(tried, (value) => {
        try {
          readOutputs(readTx(value), 0, key)
        } catch (error) {
          expect(error).toBeInstanceOf(ChainError)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('the message that was sent', () => {
  const input = (bytes: Uint8Array) => readOutputs(readTx(record({}, [execute(bytes)])), 0, key).input

  it('is read back (Protocol 10.2)', () => {
    expect(input(wire)).toEqual({ kind: 'decrypted', codeHash: vector.code_hash, message: vector.message })
  })

  it('N68: is told apart: of another key, public, or without its code hash', () => {
    expect(input(wire.map((byte, index) => (index === 70 ? byte ^ 1 : byte)))).toEqual({ kind: 'not-ours' })
    expect(input(wire.subarray(0, 60))).toEqual({ kind: 'not-ours' })
    const json = '{"transfer":{"recipient":"secret1fc3fzy78ttp0lwuujw7e52rhspxn8uj52zfyne","amount":"1"}}'
    expect(input(new TextEncoder().encode(json))).toEqual({ kind: 'plaintext', text: json })
    const bare = sealCiphertext(key, new TextEncoder().encode('{"no":"hash"}'.padEnd(80)))
    expect(input(new Uint8Array([...wire.subarray(0, 64), ...bare]))).toMatchObject({ kind: 'malformed' })
  })
})

describe('the answer', () => {
  const answer = (bytes: Uint8Array) => readOutputs(readTx(record({ data: data(bytes) })), 0, key).data

  it('opens (Protocol 10.2), its padding gone', () => {
    expect(answer(base64.decode(vector.data_base64))).toMatchObject({
      kind: 'decrypted',
      text: '{"transfer":{"status":"success"}}',
    })
    const padded = base64.encode(new TextEncoder().encode('{"ok":{}}'.padEnd(256)))
    expect(answer(base64.decode(seal(padded)))).toMatchObject({ kind: 'decrypted', text: '{"ok":{}}' })
  })

  it('N68, N69: is told apart: empty, of another key, public, or garbled inside', () => {
    expect(answer(new Uint8Array())).toBeUndefined()
    expect(answer(base64.decode(vector.data_base64).map((byte) => byte ^ 1))).toEqual({ kind: 'not-ours' })
    const open = new TextEncoder().encode(base64.encode(new TextEncoder().encode('{"ok":{}}  ')))
    expect(answer(open)).toEqual({ kind: 'plaintext', text: '{"ok":{}}' })
    expect(answer(new TextEncoder().encode('{"raw":1}'))).toEqual({ kind: 'plaintext', text: '{"raw":1}' })
    expect(answer(base64.decode(seal('not base64!')))).toMatchObject({ kind: 'malformed' })
  })
})

describe('log attributes', () => {
  const attributes = [
    { key: 'contract_address', value: vector.contract, index: true },
    { key: seal('action'), value: seal('transfer   '), index: true },
    { key: 'public', value: seal('half'), index: true },
    { key: 'plain', value: 'text', index: true },
    { key: base64.encode(new Uint8Array(40).fill(200)), value: 'x', index: true },
    { key: 'msg_index', value: '0', index: true },
  ]
  const events = [
    { type: 'tx', attributes: [{ key: 'fee', value: '1uscrt' }] },
    { type: 'wasm', attributes },
    { type: 'wasm-custom', attributes },
    { type: 'wasmlike', attributes },
    {
      type: 'wasm',
      attributes: [
        { key: 'other', value: 'y' },
        { key: 'msg_index', value: '1' },
      ],
    },
  ]
  const expected = [
    { key: { kind: 'decrypted', text: 'action' }, value: { kind: 'decrypted', text: 'transfer' } },
    { key: { kind: 'plaintext', text: 'public' }, value: { kind: 'decrypted', text: 'half' } },
    { key: { kind: 'plaintext', text: 'plain' }, value: { kind: 'plaintext', text: 'text' } },
    { key: { kind: 'not-ours' }, value: { kind: 'plaintext', text: 'x' } },
  ].map((attribute) => ({ ...attribute, contract: vector.contract }))

  it('open one by one, by message, for every kind of contract event', () => {
    const tx = readTx(record({ events }))
    const found = readOutputs(tx, 0, key).attributes
    expect(found).toMatchObject([
      ...expected.map((attribute) => ({ ...attribute, type: 'wasm' })),
      ...expected.map((attribute) => ({ ...attribute, type: 'wasm-custom' })),
    ])
    expect(readOutputs(tx, 1, key).attributes).toMatchObject([
      { key: { text: 'other' }, contract: undefined },
    ])
  })

  it('are found in the logs of older chains, grouped or as raw text', () => {
    const logs = [{ events: [{ type: 'wasm', attributes: attributes.slice(0, -1) }] }]
    for (const old of [{ logs }, { raw_log: JSON.stringify(logs) }]) {
      expect(readOutputs(readTx(record(old)), 0, key).attributes).toMatchObject(expected)
    }
  })
})

describe('the error of a failed transaction', () => {
  const words = 'insufficient funds: balance=0, required=1000000'

  it.each([
    [
      'newer',
      `failed to execute message; message index: 0: encrypted: ${vector.error_base64}: execute contract failed`,
    ],
    [
      'nested',
      `failed to execute message; message index: 0: dispatch: submessages: encrypted: ${vector.error_base64}: execute contract failed`,
    ],
    [
      'older',
      `failed to execute message; message index: 0: execute contract failed: encrypted: ${vector.error_base64}`,
    ],
  ])('opens in the %s order (Protocol 10.2)', (_, rawLog) => {
    expect(failure(rawLog)).toMatchObject({
      reading: { kind: 'decrypted', text: vector.error_plaintext },
      words,
    })
  })

  it.each([
    ['{"generic_err":{"msg":"no"}}', 'no'],
    ['{"not_found":{"kind":"balance"}}', 'The contract did not find balance.'],
    ['{"unauthorized":{}}', 'The contract does not allow this account to do that.'],
    ['{"parse_err":{"target":"Msg","msg":"Invalid type"}}', 'The contract could not read Msg: Invalid type'],
    ['"Generic error: \\"quoted\\" words"', '"quoted" words'],
    ['Contract has been frozen', 'Contract has been frozen'],
    ['{"odd":1}', '{"odd":1}'],
    [base64.encode(new TextEncoder().encode('Generic error: wrapped once more')), 'wrapped once more'],
  ])('puts %s into words', (said, expected) => {
    const log = `message index: 0: encrypted: ${seal(said)}: execute contract failed`
    expect(failure(log)?.words).toBe(expected)
  })

  it('is public when the enclave or a plain contract said it', () => {
    const enclave =
      'failed to execute message; message index: 0: Enclave: failed to validate transaction: execute contract failed'
    expect(failure(enclave)).toMatchObject({
      reading: { kind: 'plaintext', text: enclave },
      words: 'Enclave: failed to validate transaction',
    })
    const gas = failure('out of gas in location: WritePerByte', 11, 'sdk')
    expect(gas?.words).toBe('The gas limit was too low for this transaction.')
  })

  it('is not swallowed when it cannot be opened', () => {
    const log = `message index: 0: encrypted: ${base64.encode(new Uint8Array(40).fill(3))}: execute contract failed`
    expect(failure(log)).toEqual({
      reading: { kind: 'not-ours' },
      words: 'The contract refused the message.',
    })
  })

  it('belongs to the message that failed alone, and success has none', () => {
    expect(
      failure(`message index: 1: encrypted: ${vector.error_base64}: execute contract failed`),
    ).toBeUndefined()
    expect(readOutputs(readTx(record({})), 0, key).error).toBeUndefined()
  })
})

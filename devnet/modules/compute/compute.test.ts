import { beforeEach, describe, expect, it } from 'vitest'
import { decodeTxMsgData } from '../../../src/chain/codec/index'
import { type Address, addressBytes, type JsonValue } from '../../../src/domain/index'
import { DEV_ACCOUNTS } from '../../accounts'
import { anyMessage } from '../../codec/any-message'
import { MsgExecuteContractSchema, MsgInstantiateContractSchema } from '../../codec/gen/compute_pb'
import { findCode } from '../../contracts/catalog'
import type { Chain } from '../../node/chain'
import { startTestChain, TestWallet } from '../../wallet.fake'
import { getBalance } from '../bank/bank'
import { findByLabel } from './registry'

const B = DEV_ACCOUNTS[1]?.address as Address
const TOKEN_HASH = findCode(1)?.codeHash ?? ''
const RECEIVER_HASH = findCode(2)?.codeHash ?? ''

let chain: Chain
let wallet: TestWallet
let token: Address
let receiver: Address
beforeEach(() => {
  chain = startTestChain()
  wallet = new TestWallet(chain)
  token = findByLabel(chain.store, 'sSCRT') as Address
  receiver = findByLabel(chain.store, 'receiver') as Address
})

function plain(message: JsonValue | string): Uint8Array {
  return new TextEncoder().encode(typeof message === 'string' ? message : JSON.stringify(message))
}

function wasmAttributes(
  events: readonly { type: string; attributes: readonly { key: string; value: string }[] }[],
) {
  return events
    .filter(({ type }) => type === 'wasm')
    .flatMap(({ attributes }) => attributes.map(({ key, value }) => [key, value]))
}

describe('plaintext input', () => {
  it('runs without a code hash, and everything comes back in the open', () => {
    const tx = wallet.run([wallet.executeMessage(receiver, plain({ echo: { text: 'hello' } }))])
    expect(tx.code).toBe(0)
    expect(wasmAttributes(tx.events)).toEqual([
      ['contract_address', receiver],
      ['echo', 'hello'],
      ['echoed', 'yes'],
      ['msg_index', '0'],
    ])
    const data = decodeTxMsgData(tx.data)[0]?.data ?? new Uint8Array()
    expect(atob(new TextDecoder().decode(data)).trim()).toBe('{"echo":"hello"}')
  })

  it('fails in the open', () => {
    const { code, codespace, log } = wallet.run([
      wallet.executeMessage(receiver, plain({ fail: { message: 'no' } })),
    ])
    expect({ code, codespace, log }).toEqual({
      code: 3,
      codespace: 'compute',
      log: 'failed to execute message; message index: 0: encrypted: no: execute contract failed',
    })
  })

  it('is also what a message to another network becomes: no JSON, and the fee is gone', () => {
    const other = wallet.seal(TOKEN_HASH, { deposit: {} }).map((byte, at) => (at === 40 ? byte ^ 1 : byte))
    const tx = wallet.run([wallet.executeMessage(token, other)])
    expect(tx).toMatchObject({ code: 3 })
    expect(tx.log).toContain('parsing Message: Invalid JSON')
    expect(getBalance(chain.store, wallet.address, 'uscrt')).toBe(10n ** 18n - 15_000n)
  })

  it('is refused in queries', () => {
    expect(() => chain.compute.query(chain.queryContext(), token, plain({ token_info: {} }))).toThrow(
      'Execution error: Enclave: failed to decrypt data: query contract failed',
    )
  })
})

describe('encrypted input', () => {
  it('is bound to the code it was sealed for', () => {
    const wire = wallet.seal(RECEIVER_HASH, { deposit: {} })
    const tx = wallet.run([wallet.executeMessage(token, wire)])
    expect(tx.log).toBe(
      'failed to execute message; message index: 0: Execution error: Enclave: failed to validate transaction: ' +
        'execute contract failed',
    )
    expect(() => chain.compute.query(chain.queryContext(), token, wire)).toThrow(
      'failed to validate transaction',
    )
  })

  it('brings data, logs and errors back sealed to the sender', () => {
    const wire = wallet.seal(RECEIVER_HASH, { echo: { text: 'hello' } })
    const tx = wallet.run([wallet.executeMessage(receiver, wire)])
    const data = decodeTxMsgData(tx.data)[0]?.data ?? new Uint8Array()
    expect(wallet.openData(wire, data)).toBe('{"echo":"hello"}')
    expect(JSON.stringify(tx.events)).not.toContain('hello')
    const failing = wallet.seal(RECEIVER_HASH, { fail: { message: 'no' } })
    const failed = wallet.run([wallet.executeMessage(receiver, failing)])
    expect(failed.log).toMatch(
      /^failed to execute message; message index: 0: encrypted: \S+: execute contract failed$/,
    )
    expect(wallet.openError(failing, failed.log)).toEqual({ generic_err: { msg: 'no' } })
  })

  it('fails with no contract behind the address, and with funds that are not there', () => {
    const wire = wallet.seal(TOKEN_HASH, { deposit: {} })
    expect(wallet.run([wallet.executeMessage(B, wire)])).toMatchObject({
      code: 9,
      codespace: 'compute',
      log: 'failed to execute message; message index: 0: contract: not found',
    })
    const funds = [{ denom: 'uatom', amount: 1n }]
    expect(wallet.run([wallet.executeMessage(token, wire, funds)]).log).toContain(
      'spendable balance 0uatom is smaller than 1uatom: insufficient funds',
    )
  })

  it('may not carry a callback signature', () => {
    const message = anyMessage(MsgExecuteContractSchema, {
      sender: addressBytes(wallet.address),
      contract: addressBytes(token),
      msg: wallet.seal(TOKEN_HASH, { deposit: {} }),
      callbackSig: new Uint8Array(32),
    })
    const tx = wallet.run([message])
    expect(tx.log).toContain('Enclave: failed to verify transaction signature')
  })
})

describe('messages between contracts', () => {
  const forward = (depth: number, message: JsonValue): JsonValue =>
    depth === 0
      ? message
      : { forward: { contract: receiver, code_hash: RECEIVER_HASH, message: forward(depth - 1, message) } }

  it('run depth-first, and one failure undoes them all', () => {
    const pay = { pay: { amount: '400', to: B } }
    const funds = [{ denom: 'uscrt', amount: 1_000n }]
    const run = (message: JsonValue) =>
      wallet.run([wallet.executeMessage(receiver, wallet.seal(RECEIVER_HASH, message), funds)], {
        gas: 400_000n,
      })
    expect(run(forward(2, pay)).code).toBe(0)
    expect(getBalance(chain.store, B, 'uscrt')).toBe(10n ** 18n + 400n)
    expect(getBalance(chain.store, receiver, 'uscrt')).toBe(600n)

    const failed = run(forward(2, { fail: { message: 'deep' } }))
    expect(failed.log).toMatch(
      /^failed to execute message; message index: 0: (dispatch: submessages: ){2}encrypted: /,
    )
    expect(getBalance(chain.store, receiver, 'uscrt')).toBe(600n)
  })

  it('cannot send nothing', () => {
    const wire = wallet.seal(RECEIVER_HASH, { pay: { amount: '0' } })
    expect(wallet.run([wallet.executeMessage(receiver, wire)]).log).toContain('0uscrt: invalid coins')
    const nothing = [{ denom: 'uscrt', amount: 0n }]
    expect(wallet.run([wallet.executeMessage(receiver, wire, nothing)]).log).toContain(
      '0uscrt: invalid coins',
    )
  })

  it('fail alone when they are too much for the node itself', () => {
    const deep = `{"echo":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    const tx = wallet.run([wallet.executeMessage(receiver, plain(deep))], { gas: 9_000_000n })
    expect(tx.code).not.toBe(0)
    expect(wallet.run([wallet.executeMessage(receiver, plain({ echo: { text: 'on' } }))]).code).toBe(0)
  })

  it('end with the gas they run on', () => {
    const wire = wallet.seal(RECEIVER_HASH, forward(20, { echo: { text: 'x' } }))
    expect(wallet.run([wallet.executeMessage(receiver, wire)], { gas: 300_000n })).toMatchObject({ code: 11 })
  })

  it('must name the code they are meant for', () => {
    const message = {
      forward: { contract: receiver, code_hash: TOKEN_HASH, message: { echo: { text: 'x' } } },
    }
    const tx = wallet.run([wallet.executeMessage(receiver, wallet.seal(RECEIVER_HASH, message))])
    expect(tx.log).toContain(
      'dispatch: submessages: Execution error: Enclave: failed to validate transaction',
    )
  })

  it('let one contract ask another', () => {
    const ask = (query: JsonValue) => {
      const wire = wallet.seal(RECEIVER_HASH, { ask: { contract: token, code_hash: TOKEN_HASH, query } })
      return wallet.openData(wire, chain.compute.query(chain.queryContext(), receiver, wire))
    }
    expect(JSON.parse(ask({ exchange_rate: {} }))).toEqual({ exchange_rate: { rate: '1', denom: 'SCRT' } })
    expect(() => ask({ nonsense: {} })).toThrow(/^encrypted: \S+: query contract failed$/)
  })
})

describe('instantiation', () => {
  const instantiate = (label: string, codeId = 2n) =>
    anyMessage(MsgInstantiateContractSchema, {
      sender: addressBytes(wallet.address),
      codeId,
      label,
      initMsg: wallet.seal(RECEIVER_HASH, {}),
    })

  it('gives each contract its own address and label', () => {
    const addresses = ['one', 'two'].map(
      (label) => decodeTxMsgData(wallet.run([instantiate(label)]).data)[0]?.address,
    )
    expect(new Set(addresses).size).toBe(2)
    expect(findByLabel(chain.store, 'one')).toBe(addresses[0])
    expect(wallet.run([instantiate('one')])).toMatchObject({
      code: 6,
      log: 'failed to execute message; message index: 0: one: contract account already exists',
    })
  })

  it('needs a label and code that exists', () => {
    expect(wallet.run([instantiate('')]).log).toContain('label is required: invalid request')
    expect(wallet.run([instantiate('three', 99n)])).toMatchObject({ code: 9, codespace: 'compute' })
    expect(wallet.run([instantiate('four', 1n)]).log).toContain('failed to validate transaction')
    expect(findByLabel(chain.store, 'four')).toBeUndefined()
  })
})

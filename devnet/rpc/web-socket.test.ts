import { once } from 'node:events'
import { base64 } from '@scure/base'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { DEV_ACCOUNTS } from '../accounts'
import { listenOnLoopback } from '../http-server'
import { findByLabel } from '../modules/compute/registry'
import { startTestNode, type TestNode } from '../test-node.fake'
import { TestWallet } from '../wallet.fake'

const B = DEV_ACCOUNTS[1]?.address ?? ('' as never)

/** A client of the socket that reads its messages in order. */
class Listener {
  readonly #socket: WebSocket
  readonly #messages: unknown[] = []
  #wake = (): void => undefined

  constructor(url: string) {
    this.#socket = new WebSocket(url)
    this.#socket.on('message', (data) => {
      this.#messages.push(JSON.parse(String(data)))
      this.#wake()
    })
  }

  static async open(): Promise<Listener> {
    const listener = new Listener(url)
    await once(listener.#socket, 'open')
    return listener
  }

  send(message: object | string): void {
    this.#socket.send(typeof message === 'string' ? message : JSON.stringify(message))
  }

  async next(): Promise<Record<string, unknown>> {
    while (this.#messages.length === 0) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
    return this.#messages.shift() as Record<string, unknown>
  }

  async call(id: number | string, method: string, params: object = {}): Promise<Record<string, unknown>> {
    this.send({ jsonrpc: '2.0', id, method, params })
    return await this.next()
  }

  get socket(): WebSocket {
    return this.#socket
  }
}

let test: TestNode
let wallet: TestWallet
let url: string
beforeEach(async () => {
  test = startTestNode()
  wallet = new TestWallet(test.chain)
  url = `${(await listenOnLoopback(test.rpc, 0)).replace('http', 'ws')}/websocket`
})
afterEach(() => test.rpc.close())

function internal(id: number, data: string) {
  return { jsonrpc: '2.0', id, error: { code: -32603, message: 'Internal error', data } }
}

describe('a subscription', () => {
  it('brings the transactions that its query is for, to each client its own', async () => {
    const [one, two] = [await Listener.open(), await Listener.open()]
    const toB = `tm.event='Tx' AND transfer.recipient='${B}'`
    const toOther = `tm.event='Tx' AND transfer.recipient='${wallet.address}'`
    expect(await one.call('mine', 'subscribe', { query: toB })).toEqual({
      jsonrpc: '2.0',
      id: 'mine',
      result: {},
    })
    expect(await two.call(2, 'subscribe', { query: toOther })).toEqual({ jsonrpc: '2.0', id: 2, result: {} })
    const sent = wallet.run([wallet.sendMessage(B, 5n)])
    const tx = {
      height: '2',
      tx: base64.encode(sent.bytes),
      result: {
        data: base64.encode(sent.data),
        gas_wanted: '150000',
        gas_used: String(sent.gasUsed),
        events: expect.arrayContaining([
          { type: 'tx', attributes: [{ key: 'acc_seq', value: `${wallet.address}/0`, index: true }] },
        ]),
      },
    }
    expect(await one.next()).toEqual({
      jsonrpc: '2.0',
      id: 'mine',
      result: {
        query: toB,
        data: { type: 'tendermint/event/Tx', value: { TxResult: tx } },
        events: expect.objectContaining({
          'tm.event': ['Tx'],
          'tx.hash': [sent.hash],
          'tx.height': ['2'],
          'tx.acc_seq': [`${wallet.address}/0`],
          'transfer.recipient': [expect.any(String), B],
        }),
      },
    })
    const failed = wallet.run([wallet.sendMessage(wallet.address, 10n ** 18n)])
    expect(failed.code).toBe(5)
    wallet.run([wallet.sendMessage(wallet.address, 1n)])
    expect(await two.next()).toMatchObject({ id: 2, result: { events: { 'tx.height': ['4'] } } })
  })

  it('brings what a contract emits', async () => {
    const contract = findByLabel(test.chain.store, 'sSCRT') ?? ('' as never)
    const listener = await Listener.open()
    await listener.call(1, 'subscribe', { query: `tm.event='Tx' AND wasm.contract_address='${contract}'` })
    const wire = wallet.seal(await codeHash(contract), { deposit: {} })
    wallet.run([wallet.sendMessage(B, 5n)])
    const sent = wallet.run([wallet.executeMessage(contract, wire, [{ denom: 'uscrt', amount: 1n }])])
    expect(sent.log).toBe('')
    expect(await listener.next()).toMatchObject({ id: 1, result: { events: { 'tx.hash': [sent.hash] } } })
  })

  it('brings blocks, headers and failed transactions', async () => {
    const listener = await Listener.open()
    await listener.call(1, 'subscribe', { query: "tm.event='NewBlock'" })
    await listener.call(2, 'subscribe', { query: "tm.event = 'NewBlockHeader'" })
    await listener.call(3, 'subscribe', { query: "tm.event='NewBlockEvents'" })
    await listener.call(4, 'subscribe', { query: "tm.event='Tx' AND tx.height>1" })
    const failed = wallet.run([wallet.sendMessage(B, 10n ** 18n)])
    expect(await listener.next()).toEqual({
      jsonrpc: '2.0',
      id: 1,
      result: {
        query: "tm.event='NewBlock'",
        data: {
          type: 'tendermint/event/NewBlock',
          value: {
            block: expect.objectContaining({ data: { txs: [base64.encode(failed.bytes)] } }),
            block_id: { hash: expect.any(String), parts: { total: 1, hash: expect.any(String) } },
            result_finalize_block: expect.objectContaining({ validator_updates: null }),
          },
        },
        events: expect.objectContaining({ 'tm.event': ['NewBlock'] }),
      },
    })
    expect(await listener.next()).toMatchObject({
      id: 2,
      result: { data: { type: 'tendermint/event/NewBlockHeader', value: { header: { height: '2' } } } },
    })
    expect(await listener.next()).toMatchObject({
      id: 3,
      result: { data: { type: 'tendermint/event/NewBlockEvents', value: { height: '2', num_txs: '1' } } },
    })
    const { log } = failed
    expect(await listener.next()).toMatchObject({
      id: 4,
      result: { data: { value: { TxResult: { result: { code: 5, codespace: 'sdk', log } } } } },
    })
  })

  it('ends when it is told to, and not before', async () => {
    const listener = await Listener.open()
    const query = "tm.event='NewBlock'"
    expect(await listener.call(1, 'unsubscribe', { query })).toEqual(internal(1, 'subscription not found'))
    expect(await listener.call(2, 'unsubscribe_all')).toEqual(internal(2, 'subscription not found'))
    await listener.call(3, 'subscribe', { query })
    expect(await listener.call(4, 'subscribe', { query })).toEqual(internal(4, 'already subscribed'))
    expect(await listener.call(5, 'unsubscribe', { query })).toMatchObject({ id: 5, result: {} })
    await listener.call(6, 'subscribe', { query })
    expect(await listener.call(7, 'unsubscribe_all')).toMatchObject({ id: 7, result: {} })
    test.chain.produceBlock()
    expect(await listener.call(8, 'health')).toEqual({ jsonrpc: '2.0', id: 8, result: {} })
  })

  it('has its limits', async () => {
    const listener = await Listener.open()
    const subscribe = (query: string) => listener.call(1, 'subscribe', { query })
    expect(await subscribe('hello')).toEqual(internal(1, 'failed to parse query: offset 5: EOF'))
    expect(await subscribe('a'.repeat(513))).toEqual(internal(1, 'maximum query length exceeded'))
    for (let at = 0; at < 5; at++) expect(await subscribe(`a=${at}`)).toHaveProperty('result')
    expect(await subscribe('a=5')).toEqual(internal(1, 'max_subscriptions_per_client 5 reached'))
  })
})

describe('the socket', () => {
  it('answers every method of the RPC', async () => {
    const listener = await Listener.open()
    const tx = base64.encode(wallet.sign([wallet.sendMessage(B, 5n)]))
    expect(await listener.call('a', 'broadcast_tx_sync', { tx })).toMatchObject({
      id: 'a',
      result: { code: 0 },
    })
    expect(await listener.call('b', 'status')).toMatchObject({ id: 'b', result: { sync_info: {} } })
    expect(await listener.call('c', 'nonsense')).toMatchObject({ id: 'c', error: { code: -32601 } })
    expect(await listener.call('d', 'block', { height: 5 })).toMatchObject({ error: { code: -32602 } })
    listener.send('{')
    expect(await listener.next()).toMatchObject({ error: { code: -32700 } })
    listener.send({ jsonrpc: '2.0', method: 'health' })
    expect(await listener.call('e', 'health')).toMatchObject({ id: 'e' })
  })

  it('outlives clients that break off, break the protocol or send too much', async () => {
    const [gone, loud, good] = [await Listener.open(), await Listener.open(), await Listener.open()]
    for (const one of [gone, loud, good]) await one.call(1, 'subscribe', { query: "tm.event='NewBlock'" })
    gone.socket.terminate()
    loud.socket.on('error', () => undefined)
    loud.send('x'.repeat(2_000_000))
    await once(loud.socket, 'close')
    test.chain.produceBlock()
    expect(await good.next()).toMatchObject({ id: 1, result: { query: "tm.event='NewBlock'" } })
  })

  it('is at its own path only', async () => {
    const elsewhere = new WebSocket(url.replace('/websocket', '/other'))
    const [error] = (await once(elsewhere, 'error').catch((reason: unknown) => [reason])) as [Error]
    expect(error.message).toContain('404')
  })

  it('tells late of blocks when its node is behind, and breaks when that is its fault', async () => {
    const listener = await Listener.open()
    await listener.call(1, 'subscribe', { query: "tm.event='NewBlockHeader'" })
    test.node.faults.add({ kind: 'lag', blocks: 2 })
    for (let at = 0; at < 3; at++) test.chain.produceBlock()
    expect(await listener.next()).toMatchObject({
      result: { data: { value: { header: { height: '2' } } } },
    })
    expect(await listener.call(2, 'status')).toMatchObject({
      result: { sync_info: { latest_block_height: '2' } },
    })
    for (const fault of [{ kind: 'reset' }, { kind: 'status', status: 503 }] as const) {
      test.node.faults.add({ ...fault, times: 1 })
      const refused = new WebSocket(url)
      await expect(once(refused, 'open')).rejects.toThrow()
    }
    test.node.faults.add({ kind: 'timeout', times: 1 })
    const waiting = new WebSocket(url)
    waiting.on('error', () => undefined)
    const held = once(test.rpc.server, 'upgrade')
    await held
  })
})

async function codeHash(contract: string): Promise<string> {
  const { body } = await test.lcd
    .inject(`/compute/v1beta1/code_hash/by_contract_address/${contract}`)
    .then((answer) => ({ body: answer.json() as { code_hash: string } }))
  return body.code_hash
}

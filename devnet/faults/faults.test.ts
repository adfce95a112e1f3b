import { once } from 'node:events'
import { request } from 'node:http'
import { base64 } from '@scure/base'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEV_ACCOUNTS } from '../accounts'
import { listenOnLoopback } from '../http-server'
import { findByLabel } from '../modules/compute/registry'
import { ask, startTestNode, type TestNode } from '../test-node.fake'
import { TestWallet } from '../wallet.fake'
import type { Fault } from './fault'
import { Faults } from './faults'
import { readFault, readFaultShorthand } from './read-fault'

const B = DEV_ACCOUNTS[1]?.address ?? ('' as never)
const BANK = `/cosmos/bank/v1beta1/balances/${B}`
const NODE_INFO = '/cosmos/base/tendermint/v1beta1/node_info'
const LATEST = '/cosmos/base/tendermint/v1beta1/blocks/latest'

let test: TestNode
let wallet: TestWallet
beforeEach(() => {
  test = startTestNode()
  wallet = new TestWallet(test.chain)
})
afterEach(() => Promise.all([test.lcd.close(), test.rpc.close()]))

function add(fault: Fault): void {
  test.node.faults.add(fault)
}

async function send(amount = 1n) {
  const tx_bytes = base64.encode(wallet.sign([wallet.sendMessage(B, amount)]))
  const { body } = await ask(test.lcd, '/cosmos/tx/v1beta1/txs', { tx_bytes, mode: 'BROADCAST_MODE_SYNC' })
  return (body as { tx_response: { code: number; txhash: string; raw_log: string } }).tx_response
}

describe('answers that fail', () => {
  it.each([429, 502, 503, 504])('have the status %i, so many times and no more', async (status) => {
    add({ kind: 'status', status, times: 2 })
    expect(await ask(test.lcd, BANK)).toMatchObject({ status, body: undefined })
    expect(await ask(test.rpc, '/status')).toMatchObject({ status })
    expect(await ask(test.lcd, BANK)).toMatchObject({ status: 200 })
  })

  it('are for the paths that are named, on both interfaces', async () => {
    add({ kind: 'status', status: 503, path: '/cosmos/bank/*' })
    add({ kind: 'status', status: 502, path: '/tx_search' })
    expect(await ask(test.lcd, BANK)).toMatchObject({ status: 503 })
    expect(await ask(test.lcd, NODE_INFO)).toMatchObject({ status: 200 })
    expect(await ask(test.rpc, '/tx_search?query="a=1"')).toMatchObject({ status: 502 })
    expect(await ask(test.rpc, '/', { id: 1, method: 'tx_search' })).toMatchObject({ status: 502 })
    expect(await ask(test.rpc, '/', { id: 1, method: 'health' })).toMatchObject({ status: 200 })
  })

  it('are JSON no more, cut off, padded or elsewhere', async () => {
    add({ kind: 'garbage', times: 1 })
    expect((await ask(test.lcd, BANK)).text).toMatch(/^<html>/)
    add({ kind: 'truncate', bytes: 10, times: 1 })
    expect((await ask(test.lcd, BANK)).text).toHaveLength(10)
    add({ kind: 'oversize', bytes: 100_000, times: 1 })
    expect((await ask(test.lcd, BANK)).text.length).toBeGreaterThan(100_000)
    add({ kind: 'redirect', location: 'http://10.0.0.1/', times: 1 })
    const { headers, statusCode } = await test.lcd.inject(BANK)
    expect([statusCode, headers.location]).toEqual([302, 'http://10.0.0.1/'])
  })

  it('come late or in drops', async () => {
    for (const fault of [
      { kind: 'latency', ms: 30 },
      { kind: 'slow', ms: 5 },
    ] as const) {
      add({ ...fault, times: 1 })
      const started = performance.now()
      expect(await ask(test.lcd, BANK)).toMatchObject({
        status: 200,
        body: { balances: [{ denom: 'uscrt' }] },
      })
      expect(performance.now() - started).toBeGreaterThan(20)
    }
  })

  it('never come, stop half-way or break off, over a real connection', async () => {
    const url = `${await listenOnLoopback(test.lcd, 0)}${BANK}`
    const broken: string[] = []
    // A connection that breaks may say so on the request, on its answer or on both, and late: none of it may go unheard.
    const hear = (error: Error): void => {
      broken.push(error.message)
    }
    const open = () => {
      const asked = request(url, { agent: false })
      asked.on('error', hear)
      asked.on('response', (response) => response.on('error', hear))
      asked.end()
      return asked
    }
    add({ kind: 'reset', times: 1 })
    const [reset] = await once(open(), 'response')
    await expect(once(reset.resume(), 'end')).rejects.toThrow()
    add({ kind: 'half-open', times: 1 })
    const [half] = await once(open(), 'response')
    const [chunk] = await once(half, 'data')
    expect(String(chunk)).toMatch(/^\{"balances/)
    add({ kind: 'timeout' })
    const asked = once(test.lcd.server, 'request')
    const ended = once(open(), 'response')
    await asked
    // It is the server's end that ends the wait.
    await test.lcd.close()
    await expect(ended).rejects.toThrow('socket hang up')
    expect(half.complete).toBe(false)
    expect(broken).not.toEqual([])
  })
})

describe('answers that are wrong', () => {
  it('name another key, code hash or chain', async () => {
    add({ kind: 'tx-key', key: 'AAAA' })
    expect(await ask(test.lcd, '/registration/v1beta1/tx-key')).toMatchObject({ body: { key: 'AAAA' } })
    const contract = findByLabel(test.chain.store, 'sSCRT')
    add({ kind: 'code-hash', codeHash: 'ab'.repeat(32) })
    const path = `/compute/v1beta1/code_hash/by_contract_address/${contract}`
    expect(await ask(test.lcd, path)).toMatchObject({ body: { code_hash: 'ab'.repeat(32) } })
    add({ kind: 'chain-id', chainId: 'secret-4' })
    expect(await ask(test.lcd, NODE_INFO)).toMatchObject({
      body: { default_node_info: { network: 'secret-4' } },
    })
    expect(await ask(test.lcd, LATEST)).toMatchObject({
      body: { block: { header: { chain_id: 'secret-4' } } },
    })
    expect(await ask(test.rpc, '/status')).toMatchObject({
      body: { result: { node_info: { network: 'secret-4' } } },
    })
  })

  it('have any member replaced', async () => {
    add({
      kind: 'patch',
      path: '/cosmos/auth/*',
      set: { 'info.sequence': '5', 'info.more.0': { a: 1 } },
    })
    add({ kind: 'patch', path: '/cosmos/bank/*', set: { 'balances.0.amount': '-1' } })
    expect(await ask(test.lcd, `/cosmos/auth/v1beta1/account_info/${B}`)).toMatchObject({
      body: { info: { sequence: '5', more: { '0': { a: 1 } } } },
    })
    expect(await ask(test.lcd, BANK)).toMatchObject({ body: { balances: [{ amount: '-1' }] } })
    expect(await ask(test.rpc, '/')).toMatchObject({ status: 200 })
  })

  it('are those of an earlier block on a node that lags behind', async () => {
    add({ kind: 'lag', blocks: 2 })
    const tx = wallet.run([wallet.sendMessage(B, 5n)])
    expect(await ask(test.lcd, LATEST)).toMatchObject({ body: { block: { header: { height: '1' } } } })
    test.chain.produceBlock()
    expect(await ask(test.lcd, BANK)).toMatchObject({ body: { balances: [{ amount: String(10n ** 18n) }] } })
    expect(await ask(test.lcd, `/cosmos/tx/v1beta1/txs/${tx.hash}`)).toMatchObject({ status: 404 })
    expect(await ask(test.lcd, '/cosmos/tx/v1beta1/txs?query=tx.height>0')).toMatchObject({
      body: { total: '0' },
    })
    expect(await ask(test.rpc, '/block?height=2')).toMatchObject({ status: 500 })
    test.chain.produceBlock()
    expect(await ask(test.lcd, BANK)).toMatchObject({
      body: { balances: [{ amount: String(10n ** 18n + 5n) }] },
    })
    expect(await ask(test.lcd, `/cosmos/tx/v1beta1/txs/${tx.hash}`)).toMatchObject({ status: 200 })
  })

  it('tell of another transaction under the hash that was asked for', async () => {
    const [first, second] = [1n, 2n].map((amount) => wallet.run([wallet.sendMessage(B, amount)]))
    add({ kind: 'other-tx', times: 1 })
    const amountOf = async () => {
      const { body } = await ask(test.lcd, `/cosmos/tx/v1beta1/txs/${first?.hash}`)
      expect(body).toMatchObject({ tx_response: { txhash: first?.hash, height: '2' } })
      return (body as { tx: { body: { messages: [{ amount: [{ amount: string }] }] } } }).tx.body.messages[0]
        .amount[0].amount
    }
    expect([await amountOf(), await amountOf(), second?.height]).toEqual(['2', '1', 3])
  })
})

describe('transactions that go wrong', () => {
  it('are lost after they were taken', async () => {
    add({ kind: 'lose-tx', times: 1 })
    const { code, txhash } = await send()
    expect(code).toBe(0)
    expect(test.chain.produceBlock().txs).toHaveLength(0)
    expect(await ask(test.lcd, `/cosmos/tx/v1beta1/txs/${txhash}`)).toMatchObject({ status: 404 })
    expect(await send()).toMatchObject({ code: 0, txhash })
    expect(test.chain.produceBlock().txs).toHaveLength(1)
  })

  it('are refused, or answered with another hash', async () => {
    add({ kind: 'refuse-tx', log: 'mempool is full', times: 1 })
    const refused = await send()
    expect(refused).toMatchObject({ code: 20, raw_log: 'mempool is full' })
    add({ kind: 'tx-hash', times: 1 })
    const { code, txhash } = await send()
    expect(code).toBe(0)
    expect(txhash).not.toBe(refused.txhash)
    expect(test.chain.produceBlock().txs).toMatchObject([{ hash: refused.txhash }])
  })

  it('must pay what their node wants', async () => {
    add({ kind: 'gas-price', price: '0.25uscrt' })
    expect(await send()).toMatchObject({ code: 13, raw_log: expect.stringContaining('required: 37500uscrt') })
    expect(await ask(test.lcd, '/cosmos/base/node/v1beta1/config')).toMatchObject({
      body: { minimum_gas_price: '0.25uscrt' },
    })
    test.node.faults.clear()
    expect(await send()).toMatchObject({ code: 0 })
  })
})

describe('faults', () => {
  it('follow from the seed where they are left to chance', () => {
    const chances = (seed: number) => {
      const faults = new Faults(new Uint8Array(32).fill(seed))
      faults.add({ kind: 'lose-tx', probability: 0.5 })
      return Array.from({ length: 200 }, () => faults.take('lose-tx', '') !== undefined)
    }
    expect(chances(1)).toEqual(chances(1))
    expect(chances(1)).not.toEqual(chances(2))
    const count = chances(1).filter(Boolean).length
    expect(count).toBeGreaterThan(70)
    expect(count).toBeLessThan(130)
  })

  it('are listed with what is left of them, and taken away', () => {
    const faults = new Faults(new Uint8Array(32))
    const remove = faults.add({ kind: 'garbage' })
    faults.add({ kind: 'reset', times: 3 })
    faults.take('reset', '/')
    expect(faults.list()).toEqual([{ kind: 'garbage' }, { kind: 'reset', times: 2 }])
    remove()
    expect(faults.list()).toHaveLength(1)
  })

  it.each([
    ['latency=500', { kind: 'latency', ms: 500 }],
    ['status=503,path=/cosmos/*,times=3', { kind: 'status', status: 503, path: '/cosmos/*', times: 3 }],
    ['lose-tx,probability=0.5', { kind: 'lose-tx', probability: 0.5 }],
    ['chain-id', { kind: 'chain-id', chainId: 'secret-4' }],
    ['gas-price=0.25uscrt', { kind: 'gas-price', price: '0.25uscrt' }],
  ])('are read from %s', (text, fault) => {
    expect(readFaultShorthand(text)).toEqual(fault)
  })

  it.each([
    ['nonsense', 'There is no fault "nonsense"; there are latency, status'],
    ['latency', 'The fault latency needs ms, a number: answers come so many milliseconds late.'],
    ['latency=soon', 'The fault latency needs ms'],
    ['status=200', 'The fault status takes 400 to 599, got 200.'],
    ['garbage=1', 'The fault garbage takes no value, got 1.'],
    ['garbage,when=now', 'The fault garbage has no when'],
    ['garbage,path=cosmos', 'The path of a fault begins with /'],
    ['garbage,times=1.5', 'The times of a fault is a whole number.'],
    ['garbage,probability=2', 'The probability of a fault is a number from 0 to 1.'],
    ['patch=x', 'The fault patch is set over the control endpoint.'],
    ['gas-price=cheap', 'A gas price is like 0.0125uscrt'],
  ])('refuse %s', (text, message) => {
    expect(() => readFaultShorthand(text)).toThrow(message)
  })

  it('are read or refused with a sentence, whatever is asked', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (json, text) => {
        for (const read of [() => readFault(json as never), () => readFaultShorthand(text)]) {
          try {
            read()
          } catch (error) {
            expect(error).toBeInstanceOf(Error)
            expect(String(error)).toMatch(/^Error: (There is no|A fault|The )/)
          }
        }
      }),
    )
  })
})

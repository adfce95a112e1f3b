import { request } from 'node:http'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Devnet, startDevnet } from '../start-devnet'

let devnet: Devnet
beforeAll(async () => {
  devnet = await startDevnet({ byHand: true, evenTime: true, nodes: 2 })
})
afterAll(() => devnet.stop())

interface Answered {
  readonly status: number
  readonly body: unknown
}

/** Asks as a program does; `fetch` would call itself a browser. */
function ask(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asked = request(`${devnet.controlUrl}${path}`, { method, headers }, async (answer) => {
      const chunks: Buffer[] = []
      for await (const chunk of answer) chunks.push(chunk)
      resolve({ status: answer.statusCode ?? 0, body: JSON.parse(Buffer.concat(chunks).toString()) })
    })
    asked.on('error', reject)
    asked.end(typeof body === 'string' || body === undefined ? body : JSON.stringify(body))
  })
}

async function state(): Promise<{ height: number; time: string; io_key: string; halted: boolean }> {
  return (await ask('GET', '/state')).body as never
}

async function lcd(path: string, node = 0): Promise<Answered> {
  const response = await fetch(`${devnet.nodes[node]?.lcdUrl}${path}`)
  return { status: response.status, body: response.status === 503 ? null : await response.json() }
}

describe('the control endpoint', () => {
  it('tells what the network is doing, and what can be done to it', async () => {
    expect(await state()).toEqual({
      chain_id: 'secretdev-1',
      height: 1,
      time: '2026-01-01T00:00:00.000Z',
      halted: false,
      mempool: 0,
      gas_price: '0.0125uscrt',
      io_key: expect.any(String),
      nodes: devnet.nodes.map(({ lcdUrl, rpcUrl }) => ({ lcd: lcdUrl, rpc: rpcUrl, faults: [] })),
    })
    expect((await ask('GET', '/')).body).toContainEqual({
      method: 'POST',
      path: '/jump',
      about: '{seconds, days, blocks}: moves time and height on',
    })
    expect((await ask('GET', '/faults')).body).toContainEqual(expect.objectContaining({ kind: 'lag' }))
  })

  it('makes blocks and moves time on', async () => {
    const before = await state()
    expect(await ask('POST', '/blocks')).toEqual({ status: 200, body: { height: before.height + 1 } })
    expect((await ask('POST', '/blocks', { count: 3 })).body).toEqual({ height: before.height + 4 })
    expect((await ask('POST', '/jump', { days: 21, seconds: 5, blocks: 2 })).body).toEqual({
      height: before.height + 6,
    })
    const moved = Date.parse((await state()).time) - Date.parse(before.time)
    expect(moved).toBe(21 * 86_400_000 + 5_000 + 6_000)
    expect(devnet.jump({ seconds: 60 })).toBe(before.height + 7)
    expect(devnet.nextBlock()).toBe(before.height + 8)
  })

  it('replaces the key that messages are encrypted to', async () => {
    const before = await lcd('/registration/v1beta1/tx-key')
    const { io_key } = await state()
    expect((await ask('POST', '/rotate-io-key')).status).toBe(200)
    const after = await lcd('/registration/v1beta1/tx-key')
    expect(after.body).not.toEqual(before.body)
    expect(after.body).toEqual({ key: (await state()).io_key })
    expect(before.body).toEqual({ key: io_key })
    devnet.rotateIoKey()
    expect((await lcd('/registration/v1beta1/tx-key')).body).not.toEqual(after.body)
  })

  it('changes the floor of the price', async () => {
    expect(await ask('POST', '/gas-price', { price: '0.25uscrt' })).toMatchObject({
      body: { gas_price: '0.25uscrt' },
    })
    expect(await lcd('/cosmos/base/node/v1beta1/config')).toMatchObject({
      body: { minimum_gas_price: '0.25uscrt' },
    })
  })

  it('makes one node fail and leaves the other alone', async () => {
    const path = '/cosmos/base/tendermint/v1beta1/syncing'
    const fault = { kind: 'status', status: 503 }
    expect(await ask('POST', '/faults', { ...fault, node: 1 })).toMatchObject({
      body: { nodes: [{ faults: [] }, { faults: [fault] }] },
    })
    expect([(await lcd(path)).status, (await lcd(path, 1)).status]).toEqual([200, 503])
    await ask('POST', '/faults', { kind: 'lag', blocks: 1 })
    devnet.nodes[1]?.faults.clear()
    const latest = async (node: number) => {
      const { body } = await lcd('/cosmos/base/tendermint/v1beta1/blocks/latest', node)
      return Number((body as { block: { header: { height: string } } }).block.header.height)
    }
    expect((await latest(1)) - (await latest(0))).toBe(1)
    expect(await ask('DELETE', '/faults')).toMatchObject({
      body: { nodes: [{ faults: [] }, { faults: [] }] },
    })
  })

  it('puts a validator in jail', async () => {
    const path = '/cosmos/staking/v1beta1/validators?status=BOND_STATUS_BONDED'
    const bonded = async () => {
      const { body } = await lcd(path)
      return (body as { validators: { operator_address: string }[] }).validators
    }
    const [first, ...others] = await bonded()
    const { height } = await state()
    const validator = first?.operator_address
    expect(await ask('POST', '/jail', { validator })).toEqual({ status: 200, body: { height: height + 1 } })
    expect(await bonded()).toEqual(others)
    expect(await lcd(`/cosmos/staking/v1beta1/validators/${validator}`)).toMatchObject({
      body: { validator: { jailed: true, status: 'BOND_STATUS_UNBONDING' } },
    })
  })

  it.each(['error', 'drop', 'acknowledge'])('gives a channel the fate to %s', async (fate) => {
    const { height } = await state()
    expect(await ask('POST', '/channel', { channel: 'channel-1', fate })).toEqual({
      status: 200,
      body: { height: height + 1 },
    })
  })

  it.each([
    ['POST', '/blocks', { count: -1 }, 'count is a whole number up to 10000, got -1.'],
    ['POST', '/blocks', { count: 10_001 }, 'count is a whole number up to 10000, got 10001.'],
    ['POST', '/jump', {}, 'Say how far: {"seconds": 60}'],
    ['POST', '/gas-price', {}, 'price is missing: a text.'],
    ['POST', '/gas-price', { price: 'cheap' }, 'A gas price is like 0.0125uscrt'],
    ['POST', '/faults', { kind: 'nonsense' }, 'There is no fault "nonsense"'],
    ['POST', '/faults', { kind: 'reset', node: 2 }, 'node is a whole number up to 1, got 2.'],
    ['POST', '/jail', {}, 'validator is missing: a text.'],
    ['POST', '/jail', { validator: 'secretvaloper1x' }, 'There is no validator secretvaloper1x.'],
    ['POST', '/channel', { channel: 'channel-9999', fate: 'drop' }, 'There is no channel channel-9999'],
    ['POST', '/channel', { channel: 'channel-1', fate: 'eat' }, 'A fate is acknowledge, error or drop.'],
    ['POST', '/blocks', '{', 'The body of a command is a JSON object.'],
    ['POST', '/blocks', '[]', 'The body of a command is a JSON object.'],
  ])('refuses %s %s %j', async (method, path, body, error) => {
    expect(await ask(method, path, body)).toEqual({
      status: 400,
      body: { error: expect.stringContaining(error) },
    })
  })

  it('knows no other commands', async () => {
    expect(await ask('GET', '/blocks')).toEqual({
      status: 404,
      body: { error: 'There is no such command; GET / lists them.' },
    })
  })

  it.each([
    [{ origin: 'http://127.0.0.1:5173' }, 'Web pages cannot drive this network.'],
    [{ origin: 'null' }, 'Web pages cannot drive this network.'],
    [{ 'sec-fetch-site': 'cross-site' }, 'Web pages cannot drive this network.'],
    [{ host: 'evil.example:26680' }, 'The control endpoint answers on loopback only.'],
    [{ host: '127.0.0.1.evil.example' }, 'The control endpoint answers on loopback only.'],
  ])('cannot be driven by a web page: %j', async (headers, error) => {
    const before = await state()
    expect(await ask('POST', '/blocks', {}, headers)).toEqual({ status: 403, body: { error } })
    expect(await ask('OPTIONS', '/blocks', undefined, headers)).toMatchObject({ status: 403 })
    expect((await state()).height).toBe(before.height)
  })

  it('answers programs under every name of this machine', async () => {
    for (const host of ['localhost', 'localhost:1', '[::1]:26680']) {
      expect((await ask('GET', '/state', undefined, { host })).status).toBe(200)
    }
  })

  it('refuses what is no command with a sentence', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('/jump', '/faults', '/gas-price', '/jail', '/channel'),
        fc.jsonValue(),
        async (path, json) => {
          const { status, body } = await ask('POST', path, { nonsense: json })
          expect({ status, body }).toEqual({ status: 400, body: { error: expect.any(String) } })
        },
      ),
      { numRuns: 50 },
    )
  })
})

describe('a network that makes blocks by itself', () => {
  it('stops and goes on when it is told to', async () => {
    const own = await startDevnet({ blockMs: 5 })
    const height = async (): Promise<number> => {
      const answer = await fetch(`${own.rpcUrl}/status`)
      const { result } = (await answer.json()) as { result: { sync_info: { latest_block_height: string } } }
      return Number(result.sync_info.latest_block_height)
    }
    const passes = async (from: number): Promise<void> => {
      while ((await height()) <= from) await new Promise((resolve) => setImmediate(resolve))
    }
    await passes(2)
    own.halt()
    const halted = await height()
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(await height()).toBe(halted)
    expect(own.nextBlock()).toBe(halted + 1)
    own.resume()
    await passes(halted + 1)
    await own.stop()
  })
})

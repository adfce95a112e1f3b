import { describe, expect, it } from 'vitest'
import { CHAINS } from '../../chain/index'
import { parseAddress } from '../../domain/index'
import { fakeBrowser } from '../platform.fake'
import { createStore } from '../storage/stored'
import { createBalance } from './balance'
import { createKnownChains } from './known-chains'
import { createNetworks, networkView } from './networks'
import { MINUTE, OPEN, setup } from './networks.fake'
import type { FakeNode } from './node.fake'

const ACCOUNT = parseAddress('secret1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03')

describe('networks', () => {
  it('starts on the main network with the built-in nodes', async () => {
    const browser = fakeBrowser()
    const store = createStore(browser.storage)
    const networks = createNetworks({
      ...browser,
      store,
      sealer: OPEN,
      chains: createKnownChains({ store, sealer: OPEN }),
      changed: () => undefined,
    })
    expect((await networks.active()).chainId).toBe('secret-4')
    expect(await networks.choices()).toEqual(
      CHAINS.map(({ chainId, name, testnet, endpoints }) => ({
        chainId,
        name,
        testnet,
        endpoints,
        custom: false,
        added: false,
      })),
    )
  })

  it('remembers the chosen network over a killed worker', async () => {
    const made = await setup()
    await made.networks.choose('pulsar-3')
    expect((await made.again().active()).chainId).toBe('pulsar-3')
    await expect(made.networks.choose('secret-5')).rejects.toMatchObject({ code: 'network/unknown' })
  })

  it('keeps own nodes, tidied and without repeats, and gives them up again', async () => {
    const made = await setup()
    await made.networks.setEndpoints('secret-4', [' https://one.example/ ', 'https://one.example'])
    const choice = async (): Promise<unknown> =>
      (await made.again().choices()).find(({ chainId }) => chainId === 'secret-4')
    expect(await choice()).toMatchObject({ endpoints: ['https://one.example'], custom: true })
    await made.networks.setEndpoints('secret-4', [])
    expect(await choice()).toMatchObject({ custom: false })
  })

  it.each([
    ['http://one.example', 'chain/endpoint'],
    ['ftp://one.example', 'chain/endpoint'],
    ['https://user:word@one.example', 'chain/endpoint'],
    ['one.example', 'chain/endpoint'],
    ['https://pulsar.example', 'chain/wrong-chain'],
    ['https://nobody.example', 'chain/offline'],
  ])('N78: refuses %s as a node and keeps what was', async (endpoint, code) => {
    const made = await setup()
    await expect(made.networks.setEndpoints('secret-4', [endpoint])).rejects.toMatchObject({ code })
    expect((await made.networks.client('secret-4')).endpoints).toEqual([
      'https://one.example',
      'https://two.example',
    ])
  })

  it('tells health and height, and the last height when offline', async () => {
    const made = await setup()
    const [chain] = CHAINS
    if (chain === undefined) throw new Error('no chains')
    expect(networkView(chain, made.networks.health('secret-4')).health).toBe('unknown')
    await made.networks.checkHealth('secret-4')
    expect(networkView(chain, made.networks.health('secret-4'))).toMatchObject({
      health: 'online',
      height: '100',
    })
    for (const each of made.nodes.values()) each.down = true
    await made.networks.checkHealth('secret-4')
    expect(networkView(chain, made.networks.health('secret-4'))).toMatchObject({
      health: 'offline',
      height: '100',
      message: expect.stringContaining('could not be reached'),
    })
  })
})

describe('N79: a node that is behind', () => {
  async function asked() {
    const made = await setup()
    const [chain] = CHAINS
    if (chain === undefined) throw new Error('no chains')
    return {
      ...made,
      view: async () => {
        await made.networks.checkHealth('secret-4')
        return networkView(chain, made.networks.health('secret-4'))
      },
      each: (change: Partial<FakeNode>) => {
        for (const one of made.nodes.values()) Object.assign(one, change)
      },
    }
  }

  it('by its newest block’s time is said to be, from five minutes on, and not when it caught up', async () => {
    const { browser, view, each } = await asked()
    browser.now += 5 * MINUTE
    expect(await view()).toMatchObject({ health: 'online', height: '100' })
    browser.now += 1
    expect(await view()).toMatchObject({
      health: 'behind',
      height: '100',
      blockTime: Date.parse('2026-01-02T03:04:05Z'),
    })
    each({ time: new Date(browser.now).toISOString(), height: 150 })
    expect(await view()).toMatchObject({ health: 'online', height: '150' })
    expect(await view()).not.toHaveProperty('blockTime')
  })

  it('by its height is said to be, though its time looks fresh, also after a while offline', async () => {
    const { view, each } = await asked()
    await view()
    each({ height: 80 })
    expect(await view()).toMatchObject({ health: 'online', height: '100' })
    each({ height: 79 })
    expect(await view()).toMatchObject({ health: 'behind', height: '100' })
    each({ down: true })
    expect(await view()).toMatchObject({ health: 'offline', height: '100' })
    each({ down: false })
    expect(await view()).toMatchObject({ health: 'behind', height: '100' })
    each({ height: 101 })
    expect(await view()).toMatchObject({ health: 'online', height: '101' })
  })

  it('is forgotten when the person chooses other nodes', async () => {
    const { networks, view, each } = await asked()
    await view()
    each({ height: 1 })
    expect(await view()).toMatchObject({ health: 'behind' })
    await networks.setEndpoints('secret-4', ['https://two.example'])
    expect(await view()).toMatchObject({ health: 'online', height: '1' })
  })
})

describe('the public balance', () => {
  it('is kept with its time, also when the node is gone', async () => {
    const made = await setup()
    const { browser } = made
    const create = (): ReturnType<typeof createBalance> =>
      createBalance({
        store: createStore(browser.storage),
        sealer: OPEN,
        client: made.networks.client,
        clock: browser.clock,
        changed: () => undefined,
      })
    const balance = create()
    expect(await balance.view('secret-4', ACCOUNT)).toEqual({ kind: 'loading' })
    await balance.refresh('secret-4', ACCOUNT)
    const known = { amount: '1000000', asOf: browser.now }
    expect(await create().view('secret-4', ACCOUNT)).toEqual({ kind: 'known', ...known })
    for (const each of made.nodes.values()) each.down = true
    await balance.refresh('secret-4', ACCOUNT)
    expect(await balance.view('secret-4', ACCOUNT)).toMatchObject({ kind: 'failed', last: known })
    expect(await balance.view('pulsar-3', ACCOUNT)).toEqual({ kind: 'loading' })
  })
})

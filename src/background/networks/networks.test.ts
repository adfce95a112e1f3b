import { base64 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { CHAINS } from '../../chain/index'
import { parseAddress } from '../../domain/index'
import { type FakeBrowser, fakeBrowser } from '../platform.fake'
import { createStore, type Sealer } from '../storage/stored'
import { createBalance } from './balance'
import { createNetworks, type Networks, networkView } from './networks'
import { type FakeNode, fakeNode, fakeTxKey } from './node.fake'
import { securityEventView } from './security-events'

const ACCOUNT = parseAddress('secret1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03')
const OPEN: Sealer = {
  name: async (identity) => identity,
  seal: async (_, plaintext) => plaintext,
  open: async (_, sealed) => sealed,
}
const MINUTE = 60_000

interface Setup {
  readonly browser: FakeBrowser
  readonly networks: Networks
  readonly nodes: Map<string, FakeNode>
  changes: number
  /** The same stored state under a new worker. */
  again(): Networks
}

/** Two nodes of secret-4, set by the person, and one stranger of the same network. */
async function setup(): Promise<Setup> {
  const browser = fakeBrowser()
  const nodes = new Map([
    ['one.example', fakeNode(1)],
    ['two.example', fakeNode(1)],
    ['three.example', fakeNode(2)],
    ['pulsar.example', fakeNode(1, 'pulsar-3')],
  ])
  browser.respond = (url) =>
    nodes.get(new URL(url).hostname)?.respond(url) ?? Promise.reject(new TypeError('no host'))
  const made: Setup = {
    browser,
    nodes,
    changes: 0,
    networks: create(),
    again: create,
  }
  function create(): Networks {
    return createNetworks({
      ...browser,
      store: createStore(browser.storage),
      sealer: OPEN,
      changed: () => {
        made.changes += 1
      },
    })
  }
  await made.networks.setEndpoints('secret-4', ['https://one.example', 'https://two.example/'])
  return made
}

function node(made: Setup, host: string): FakeNode {
  const found = made.nodes.get(host)
  if (found === undefined) throw new Error(host)
  return found
}

describe('networks', () => {
  it('starts on the main network with the built-in nodes', async () => {
    const browser = fakeBrowser()
    const store = createStore(browser.storage)
    const networks = createNetworks({ ...browser, store, sealer: OPEN, changed: () => undefined })
    expect((await networks.active()).chainId).toBe('secret-4')
    expect(await networks.choices()).toEqual(
      CHAINS.map(({ chainId, name, testnet, endpoints }) => ({
        chainId,
        name,
        testnet,
        endpoints,
        custom: false,
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
  ])('78 refuses %s as a node and keeps what was', async (endpoint, code) => {
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

describe('the network key', () => {
  it('is taken when two nodes agree, and asked for again only after a while', async () => {
    const made = await setup()
    const state = await made.networks.txKey('secret-4')
    expect(state).toMatchObject({ kind: 'ready', firstUse: true })
    expect(state.kind === 'ready' && base64.encode(state.key)).toBe(fakeTxKey(1))
    const asked = node(made, 'one.example').asked.length
    await made.again().txKey('secret-4')
    expect(node(made, 'one.example').asked.length).toBe(asked)
    made.browser.now += 11 * MINUTE
    await made.again().txKey('secret-4')
    expect(node(made, 'one.example').asked.length).toBeGreaterThan(asked)
  })

  it('is not taken on the word of one node alone when there are two', async () => {
    const made = await setup()
    node(made, 'two.example').down = true
    await expect(made.networks.txKey('secret-4')).rejects.toMatchObject({ code: 'network/unconfirmed-key' })
    node(made, 'two.example').down = false
    expect(await made.networks.txKey('secret-4')).toMatchObject({ kind: 'ready' })
  })

  it('is asked for once by many', async () => {
    const made = await setup()
    await Promise.all(Array.from({ length: 20 }, () => made.networks.txKey('secret-4')))
    expect(node(made, 'one.example').asked.filter((path) => path.endsWith('/tx-key'))).toHaveLength(1)
  })

  it('64 stops with an event when the nodes disagree, and goes on when they agree again', async () => {
    const made = await setup()
    node(made, 'two.example').txKey = fakeTxKey(2)
    expect(await made.networks.txKey('secret-4')).toMatchObject({
      kind: 'blocked',
      event: { kind: 'tx-key-disagreement', state: 'open' },
    })
    const [event] = await made.again().securityEvents()
    if (event === undefined) throw new Error('no event')
    const view = securityEventView(event, 'Secret Network')
    expect(view).toMatchObject({ blocking: true, canAccept: false })
    expect(view.facts.map(({ label }) => label)).toEqual(['https://one.example', 'https://two.example'])
    await expect(made.networks.decide(event.id, 'accept')).rejects.toMatchObject({
      code: 'network/not-acceptable',
    })
    node(made, 'two.example').txKey = fakeTxKey(1)
    made.browser.now += MINUTE
    expect(await made.networks.txKey('secret-4')).toMatchObject({ kind: 'ready' })
    expect(await made.networks.securityEvents()).toMatchObject([{ state: 'passed' }])
  })

  it('64 stops when the key changes, until the person accepts; the old key stays known', async () => {
    const made = await setup()
    await made.networks.txKey('secret-4')
    await made.networks.setEndpoints('secret-4', ['https://three.example'])
    const blocked = await made.networks.txKey('secret-4')
    expect(blocked).toMatchObject({ kind: 'blocked', event: { kind: 'tx-key-changed' } })
    if (blocked.kind !== 'blocked') throw new Error('not blocked')
    expect(securityEventView(blocked.event, 'Secret Network')).toMatchObject({
      title: "The network's encryption key has changed",
      canAccept: true,
    })
    await made.networks.decide(blocked.event.id, 'accept')
    const ready = await made.again().txKey('secret-4')
    if (ready.kind !== 'ready') throw new Error('still blocked')
    expect(ready.firstUse).toBe(false)
    const known = (await made.networks.knownTxKeys('secret-4')).map((key) => base64.encode(key))
    expect(known).toEqual([fakeTxKey(2), fakeTxKey(1)])
    expect(base64.encode(ready.key)).toBe(fakeTxKey(2))
    await expect(made.networks.decide(blocked.event.id, 'accept')).rejects.toMatchObject({
      code: 'network/no-event',
    })
  })

  it('64 stays stopped after a no, over asking again and over a killed worker', async () => {
    const made = await setup()
    await made.networks.txKey('secret-4')
    node(made, 'one.example').txKey = fakeTxKey(2)
    node(made, 'two.example').txKey = fakeTxKey(2)
    made.browser.now += 11 * MINUTE
    const blocked = await made.networks.txKey('secret-4')
    if (blocked.kind !== 'blocked') throw new Error('not blocked')
    await made.networks.decide(blocked.event.id, 'keep-blocked')
    made.browser.now += MINUTE
    expect(await made.again().txKey('secret-4')).toMatchObject({
      kind: 'blocked',
      event: { id: blocked.event.id, state: 'kept' },
    })
    expect(await made.networks.knownTxKeys('secret-4')).toHaveLength(1)
  })

  it('64 does not offer to accept what one node alone says', async () => {
    const made = await setup()
    await made.networks.txKey('secret-4')
    node(made, 'one.example').txKey = fakeTxKey(2)
    node(made, 'two.example').down = true
    made.browser.now += 11 * MINUTE
    const blocked = await made.networks.txKey('secret-4')
    if (blocked.kind !== 'blocked') throw new Error('not blocked')
    expect(securityEventView(blocked.event, 'Secret Network').canAccept).toBe(false)
  })

  it.each([
    ['all zero', base64.encode(new Uint8Array(32))],
    ['a low-order point', base64.encode(new Uint8Array(32).with(0, 1))],
    ['31 bytes', base64.encode(new Uint8Array(31).fill(7))],
    ['33 bytes', base64.encode(new Uint8Array(33).fill(7))],
    ['not base64', '%%%'],
  ])('65 stops for %s', async (_name, txKey) => {
    const made = await setup()
    node(made, 'two.example').txKey = txKey
    expect(await made.networks.txKey('secret-4')).toMatchObject({
      kind: 'blocked',
      event: { kind: 'tx-key-invalid', endpoint: 'https://two.example' },
    })
    expect(await made.networks.knownTxKeys('secret-4')).toEqual([])
  })

  it('says that no node answers instead of trusting an old answer', async () => {
    const made = await setup()
    await made.networks.txKey('secret-4')
    for (const each of made.nodes.values()) each.down = true
    made.browser.now += 11 * MINUTE
    await expect(made.networks.txKey('secret-4')).rejects.toMatchObject({ name: 'ChainError' })
    expect(await made.networks.knownTxKeys('secret-4')).toHaveLength(1)
  })
})

/** Networks over a browser in memory, with a few nodes. */
import { expect } from 'vitest'
import { type FakeBrowser, fakeBrowser } from '../platform.fake'
import { createStore, type Sealer } from '../storage/stored'
import { createKnownChains } from './known-chains'
import { createNetworks, type Networks } from './networks'
import { type FakeNode, fakeNode, fakeTxKey } from './node.fake'

export const OPEN: Sealer = {
  name: async (identity) => identity,
  seal: async (_, plaintext) => plaintext,
  open: async (_, sealed) => sealed,
}
export const MINUTE = 60_000

export interface Setup {
  readonly browser: FakeBrowser
  readonly networks: Networks
  readonly nodes: Map<string, FakeNode>
  changes: number
  /** The same stored state under a new worker. */
  again(): Networks
}

/** Two nodes of secret-4, set by the person, and one stranger of the same network. */
export async function setup(): Promise<Setup> {
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
      chains: createKnownChains({ store: createStore(browser.storage), sealer: OPEN }),
      changed: () => {
        made.changes += 1
      },
    })
  }
  await made.networks.setEndpoints('secret-4', ['https://one.example', 'https://two.example/'])
  return made
}

export function node(made: Setup, host: string): FakeNode {
  const found = made.nodes.get(host)
  if (found === undefined) throw new Error(host)
  return found
}

export function serve(made: Setup, seed: number, hosts = ['one.example', 'two.example']): void {
  for (const host of hosts) node(made, host).txKey = fakeTxKey(seed)
}

/** Both nodes have served the first key, and an hour later both serve another one: it was seen once. */
export async function rotated(): Promise<Setup> {
  const made = await setup()
  await made.networks.txKey('secret-4')
  made.browser.now += 61 * MINUTE
  serve(made, 2)
  expect(await made.networks.txKey('secret-4')).toMatchObject({
    kind: 'blocked',
    event: { kind: 'tx-key-changed', state: 'open', agreedSince: made.browser.now },
  })
  return made
}

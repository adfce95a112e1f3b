import { type Chain, type Client, createClient, getNodeInfo, getTxKey } from '../../chain/index'
import type { NetworkChoice, NetworkView } from '../../messages/popup'
import type { Deps } from '../platform'
import { safeText } from '../review/safe-text'
import { readSettings, updateEndpoints, updateSettings } from '../settings/settings'
import { DEFAULT_SETTINGS } from '../settings/settings-schema'
import { KEYS } from '../storage/keys'
import { readSealed, type Sealer, type Store } from '../storage/stored'
import type { AddedChain } from './added-chain-schema'
import { type CodeHashes, createCodeHashes } from './code-hashes'
import { askHealth, type Health } from './health'
import { builtInChain, chainOfAdded, type KnownChains } from './known-chains'
import { NetworkError } from './network-error'
import { decideSecurityEvent, type SecurityDecision } from './security-decisions'
import type { SecurityEvent } from './security-event-schema'
import { createTxKeys, type TxKeys } from './tx-keys'

export interface Networks extends TxKeys, CodeHashes {
  securityEvents(): Promise<readonly SecurityEvent[]>
  decide(id: string, decision: SecurityDecision): Promise<void>
  active(): Promise<Chain>
  client(chainId: string): Promise<Client>
  choices(): Promise<readonly NetworkChoice[]>
  /** Throws `network/unknown`. */
  choose(chainId: string): Promise<void>
  /** Asks each node which network it belongs to before any of them is kept. Throws ChainError. */
  setEndpoints(chainId: string, endpoints: readonly string[]): Promise<void>
  /** Asks its node which network it belongs to before it is kept. Throws ChainError, `network/known`, `network/too-many`. */
  addChain(chain: AddedChain): Promise<void>
  /** Throws `network/unknown` for a network that was not added. What is known of its keys stays. */
  removeChain(chainId: string): Promise<void>
  health(chainId: string): Health
  checkHealth(chainId: string): Promise<void>
}

export type NetworksParts = Pick<Deps, 'fetch' | 'clock' | 'random' | 'after' | 'alarms'> & {
  readonly store: Store
  readonly sealer: Sealer
  readonly chains: KnownChains
  readonly changed: () => void
}

export function createNetworks(parts: NetworksParts): Networks {
  const { store, chains, changed } = parts
  const clients = new Map<string, Client>()
  const healths = new Map<string, Health>()

  async function chainOf(chainId: string): Promise<Chain> {
    const found = await chains.find(chainId)
    if (found === undefined) throw new NetworkError('network/unknown')
    return found
  }

  async function client(chainId: string): Promise<Client> {
    const chain = await chainOf(chainId)
    const endpoints = (await readSettings(store)).endpoints[chainId] ?? chain.endpoints
    const known = clients.get(chainId)
    if (known !== undefined && sameList(known.endpoints, endpoints)) return known
    const made = clientOf(parts, chain, endpoints)
    clients.set(chainId, made)
    return made
  }

  const keyParts = { ...parts, client }
  const txKeys = createTxKeys(keyParts)

  return {
    ...txKeys,
    ...createCodeHashes(keyParts),
    securityEvents: () => readSealed(store, parts.sealer, KEYS.securityEvents),
    decide: (id, decision) => decideSecurityEvent(keyParts, id, decision),
    client,
    async active() {
      return await chainOf((await readSettings(store)).activeChainId)
    },
    async choices() {
      const { endpoints } = await readSettings(store)
      return (await chains.list()).map((chain) => choiceOf(chain, endpoints[chain.chainId]))
    },
    async choose(chainId) {
      await updateSettings(store, { activeChainId: (await chainOf(chainId)).chainId })
      changed()
    },
    async setEndpoints(chainId, endpoints) {
      const chain = await chainOf(chainId)
      const checked = endpoints.length === 0 ? [] : await checkedEndpoints(parts, chain, endpoints)
      await updateEndpoints(store, chainId, checked)
      healths.delete(chainId)
      await txKeys.recheckTxKey(chainId)
      changed()
    },
    async addChain(added) {
      const asked = clientOf(parts, chainOfAdded(added), [added.endpoint])
      await getNodeInfo(asked)
      if (!added.saysSecret) await getTxKey(asked)
      await chains.add(added)
      changed()
    },
    async removeChain(chainId) {
      if (builtInChain(chainId) !== undefined) throw new NetworkError('network/unknown')
      const { activeChainId } = await readSettings(store)
      if (activeChainId === chainId) {
        await updateSettings(store, { activeChainId: DEFAULT_SETTINGS.activeChainId })
      }
      await updateEndpoints(store, chainId, [])
      await chains.remove(chainId)
      clients.delete(chainId)
      healths.delete(chainId)
      changed()
    },
    health: (chainId) => healths.get(chainId) ?? { kind: 'unknown' },
    async checkHealth(chainId) {
      healths.set(chainId, await askHealth(await client(chainId), healths.get(chainId), parts.clock()))
      changed()
    },
  }
}

export function networkView(chain: Chain, health: Health): NetworkView {
  const { chainId, name, symbol, denom, decimals, testnet } = chain
  const height = health.kind === 'unknown' ? undefined : health.height
  return {
    chainId,
    name,
    symbol,
    denom,
    decimals,
    testnet,
    health: health.kind,
    ...(height === undefined ? {} : { height: height.toString() }),
    ...(health.kind === 'offline' ? { message: health.message } : {}),
    ...(health.kind === 'behind' ? { blockTime: health.blockTime } : {}),
  }
}

function clientOf(
  { fetch, clock, after }: NetworksParts,
  chain: Chain,
  endpoints: readonly string[],
): Client {
  return createClient({ chain, endpoints, fetch, clock: { now: clock, after } })
}

async function checkedEndpoints(
  parts: NetworksParts,
  chain: Chain,
  endpoints: readonly string[],
): Promise<readonly string[]> {
  const checked = await Promise.all(
    endpoints.map(async (endpoint) => {
      const client = clientOf(parts, chain, [endpoint])
      await getNodeInfo(client)
      return client.endpoints
    }),
  )
  return [...new Set(checked.flat())]
}

function choiceOf(chain: Chain, endpoints: readonly string[] | undefined): NetworkChoice {
  const { chainId, name, testnet } = chain
  return {
    chainId,
    name: safeText(name, 60),
    testnet,
    endpoints: endpoints ?? chain.endpoints,
    custom: endpoints !== undefined,
    added: builtInChain(chainId) === undefined,
  }
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index])
}

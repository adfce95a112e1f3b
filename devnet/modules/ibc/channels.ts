import { ibcError } from './ibc-errors'

/** A chain at the other end. */
export interface Counterparty {
  readonly chainId: string
  /** How its account addresses begin. */
  readonly prefix: string
}

/** One end of a channel, always open, unordered and of version ics20-1. */
export interface Channel {
  readonly portId: string
  readonly channelId: string
  readonly otherPortId: string
  readonly otherChannelId: string
  readonly chain: Counterparty
  readonly connectionId: string
  readonly clientId: string
}

/** Chain id, address prefix, and the two numbers of its channel on the port `transfer` (Protocol 9.4). */
const CHAINS: readonly (readonly [string, string, number, number])[] = [
  ['cosmoshub-4', 'cosmos', 0, 235],
  ['osmosis-1', 'osmo', 1, 88],
  ['columbus-5', 'terra', 2, 16],
  ['sentinelhub-2', 'sent', 3, 50],
  ['juno-1', 'juno', 8, 48],
  ['phoenix-1', 'terra', 16, 3],
  ['gravity-bridge-3', 'gravity', 17, 79],
  ['stargaze-1', 'stars', 19, 48],
  ['axelar-dojo-1', 'axelar', 20, 12],
  ['akashnet-2', 'akash', 21, 43],
  ['kaiyo-1', 'kujira', 22, 10],
  ['injective-1', 'inj', 23, 88],
  ['stride-1', 'stride', 37, 40],
  ['agoric-3', 'agoric', 51, 10],
  ['migaloo-1', 'migaloo', 57, 4],
  ['jackal-1', 'jkl', 62, 2],
  ['core-1', 'persistence', 64, 82],
  ['quicksilver-2', 'quick', 65, 52],
  ['archway-1', 'archway', 84, 21],
  ['noble-1', 'noble', 88, 17],
  ['dydx-mainnet-1', 'dydx', 89, 2],
  ['celestia', 'celestia', 91, 14],
  ['neutron-1', 'neutron', 144, 1551],
  ['kava_2222-10', 'kava', 158, 148],
  ['Oraichain', 'orai', 217, 135],
]

const ICS20_PORT = 'wasm.secret1tqmms5awftpuhalcv5h5mg76fa0tkdz4jv9ex4'
const AXELAR_PORT = 'wasm.secret1yxjmepvyl2c25vnt53cr2dpn8amknwausxee83'

/** The channels of the contracts that carry SNIP-20 tokens; the other ends are on `transfer` (Protocol 9.3, 9.4). */
const CONTRACT_CHANNELS: readonly (readonly [string, string, number, number])[] = [
  ['osmosis-1', ICS20_PORT, 44, 476],
  ['juno-1', ICS20_PORT, 45, 163],
  ['kaiyo-1', ICS20_PORT, 46, 44],
  ['axelar-dojo-1', AXELAR_PORT, 61, 69],
  ['migaloo-1', ICS20_PORT, 129, 103],
  ['core-1', ICS20_PORT, 132, 159],
  ['gravity-bridge-3', ICS20_PORT, 148, 150],
  ['neutron-1', ICS20_PORT, 151, 1950],
  ['cosmoshub-4', ICS20_PORT, 187, 1355],
  ['Oraichain', ICS20_PORT, 222, 140],
]

export const TRANSFER_PORT = 'transfer'

/** Every channel of the chain; each chain at the other end has one connection and one client. */
export const CHANNELS: readonly Channel[] = [
  ...CHAINS.map(([chainId, , ours, theirs]) => channelOf(chainId, TRANSFER_PORT, ours, theirs)),
  ...CONTRACT_CHANNELS.map(([chainId, port, ours, theirs]) => channelOf(chainId, port, ours, theirs)),
]

const BY_NAME: ReadonlyMap<string, Channel> = new Map(
  CHANNELS.map((channel) => [`${channel.portId}/${channel.channelId}`, channel]),
)

/** One channel for each connection, in the order of their numbers. */
export const CONNECTIONS: readonly Channel[] = CHANNELS.slice(0, CHAINS.length)

export function findChannel(portId: string, channelId: string): Channel | undefined {
  return BY_NAME.get(`${portId}/${channelId}`)
}

/** Throws `channel not found`. */
export function requireChannel(portId: string, channelId: string): Channel {
  const channel = findChannel(portId, channelId)
  if (channel === undefined) {
    throw ibcError('channelNotFound', `port ID (${portId}) channel ID (${channelId})`)
  }
  return channel
}

function channelOf(chainId: string, portId: string, ours: number, theirs: number): Channel {
  const at = CHAINS.findIndex(([name]) => name === chainId)
  return {
    portId,
    channelId: `channel-${ours}`,
    otherPortId: TRANSFER_PORT,
    otherChannelId: `channel-${theirs}`,
    chain: { chainId, prefix: CHAINS[at]?.[1] ?? '' },
    connectionId: `connection-${at}`,
    clientId: `07-tendermint-${at}`,
  }
}

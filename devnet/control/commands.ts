import type { JsonObject, JsonValue } from '../../src/domain/index'
import { FAULT_RULES } from '../faults/fault'
import { readFault } from '../faults/read-fault'
import { isChannelFate, setChannelFate } from '../modules/ibc/channel-fate'
import { findChannel, TRANSFER_PORT } from '../modules/ibc/channels'
import { currentKeys } from '../modules/registration/registration'
import { jail } from '../modules/slashing/slashing'
import { findValidator } from '../modules/staking/validators'
import { formatGasPrice, parseGasPrice } from '../node/ante-fee'
import { CommandError, readCount, readText } from './command-body'
import { type Network, rotateIoKey } from './network'

/** Something that can be done to a running network. */
export interface Command {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly about: string
  /** Throws an error for the person. */
  readonly run: (network: Network, body: JsonObject) => JsonValue
}

const MAX_BLOCKS = 10_000
const DAY = 86_400
const MAX_SECONDS = 100 * 365 * DAY

/** Every command; one that touches a module's state runs its work through `chain.schedule`, inside a block. */
export const COMMANDS: readonly Command[] = [
  command('GET', '/state', 'what the network is doing', describe),
  command('POST', '/blocks', '{count}: makes blocks at once', ({ blocks }, body) => ({
    height: blocks.produce(readCount(body, 'count', MAX_BLOCKS) ?? 1),
  })),
  command('POST', '/jump', '{seconds, days, blocks}: moves time and height on', jump),
  command('POST', '/rotate-io-key', 'replaces the key that messages are encrypted to', (network) => ({
    height: rotateIoKey(network),
  })),
  command('POST', '/halt', 'stops the blocks that come by themselves', (network) => {
    network.blocks.halt()
    return describe(network)
  }),
  command('POST', '/resume', 'lets them come again', (network) => {
    network.blocks.resume()
    return describe(network)
  }),
  command('POST', '/gas-price', '{price}: the floor of every node, as 0.25uscrt', setGasPrice),
  command('POST', '/jail', '{validator}: keeps a validator from signing, as missed blocks do', jailValidator),
  command('POST', '/channel', '{channel, fate}: acknowledge, error or drop what goes through it', setFate),
  command('GET', '/faults', 'the faults there are', () =>
    Object.entries(FAULT_RULES).map(([kind, { about, member = null }]) => ({ kind, member, about })),
  ),
  command(
    'POST',
    '/faults',
    '{kind, ..., path, times, probability, node}: makes something go wrong',
    addFault,
  ),
  command('DELETE', '/faults', '{node}: makes everything go right again', clearFaults),
]

function command(method: Command['method'], path: string, about: string, run: Command['run']): Command {
  return { method, path, about, run }
}

function describe({ chain, blocks, nodes }: Network): JsonObject {
  const { height, timeMs } = chain.blocks.latest
  return {
    chain_id: chain.chainId,
    height,
    time: new Date(timeMs).toISOString(),
    halted: blocks.isHalted,
    mempool: chain.mempool.size,
    gas_price: formatGasPrice(chain.gasPrice),
    io_key: Buffer.from(currentKeys(chain.store, chain.enclave).io.publicKey).toString('base64'),
    nodes: nodes.map(({ lcdUrl, rpcUrl, faults }) => ({
      lcd: lcdUrl,
      rpc: rpcUrl,
      faults: faults.list().map((fault) => ({ ...fault })),
    })),
  }
}

function jump({ blocks }: Network, body: JsonObject): JsonValue {
  const days = readCount(body, 'days', MAX_SECONDS / DAY) ?? 0
  const seconds = (readCount(body, 'seconds', MAX_SECONDS) ?? 0) + days * DAY
  const count = readCount(body, 'blocks', MAX_BLOCKS)
  if (seconds === 0 && count === undefined) {
    throw new CommandError('Say how far: {"seconds": 60}, {"days": 21} or {"blocks": 10}.')
  }
  return { height: blocks.jump({ seconds, blocks: count ?? 1 }) }
}

function setGasPrice({ chain }: Network, body: JsonObject): JsonValue {
  chain.gasPrice = parseGasPrice(readText(body, 'price'))
  return { gas_price: formatGasPrice(chain.gasPrice) }
}

function jailValidator({ chain, blocks }: Network, body: JsonObject): JsonValue {
  const operator = readText(body, 'validator')
  if (findValidator(chain.store, operator) === undefined) {
    throw new CommandError(`There is no validator ${operator}.`)
  }
  chain.schedule((context) => jail(context, operator))
  return { height: blocks.produce() }
}

function setFate({ chain, blocks }: Network, body: JsonObject): JsonValue {
  const [channelId, fate] = [readText(body, 'channel'), readText(body, 'fate')]
  if (findChannel(TRANSFER_PORT, channelId) === undefined) {
    throw new CommandError(`There is no channel ${channelId} on the port transfer.`)
  }
  if (!isChannelFate(fate)) throw new CommandError('A fate is acknowledge, error or drop.')
  chain.schedule(({ store }) => setChannelFate(store, channelId, fate))
  return { height: blocks.produce() }
}

function addFault(network: Network, body: JsonObject): JsonValue {
  const { node, ...fault } = body
  const [target] = nodesOf(network, { node: node ?? 0 })
  target?.faults.add(readFault(fault))
  return describe(network)
}

function clearFaults(network: Network, body: JsonObject): JsonValue {
  for (const { faults } of nodesOf(network, body)) faults.clear()
  return describe(network)
}

/** The node that is named, counted from 0; all of them when none is. */
function nodesOf({ nodes }: Network, body: JsonObject): Network['nodes'] {
  const at = readCount(body, 'node', nodes.length - 1)
  return at === undefined ? nodes : nodes.slice(at, at + 1)
}

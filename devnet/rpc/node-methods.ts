import { base64 } from '@scure/base'
import type { JsonObject } from '../../src/domain/index'
import { type ConsensusValidator, consensusSet } from '../modules/staking/consensus-set'
import { FIRST_CONSENSUS_KEY } from '../modules/staking/staking-genesis'
import { consensusAddressBytes } from '../modules/validator-address'
import { blockHash } from '../node/block-log'
import { NODE_INFO } from '../node/node-info'
import { timeInFull } from '../node/time-text'
import type { Store } from '../store/store'
import { abciQuery } from './abci-query'
import { hexText } from './block-json'
import { CONSENSUS_PARAMS, validatorToJson } from './block-methods'
import { failure } from './rpc-error'
import type { RpcContext, RpcMethod } from './rpc-method'

/** The methods about the node itself, and those that reach the application. */
export const NODE_METHODS: Readonly<Record<string, RpcMethod>> = {
  health: { args: {}, run: () => ({}) },
  status: { args: {}, run: status },
  net_info: {
    args: {},
    run: () => ({
      listening: true,
      listeners: [`Listener(@${NODE_INFO.listenAddress})`],
      n_peers: '0',
      peers: [],
    }),
  },
  genesis: { args: {}, run: (context) => ({ genesis: genesis(context) }) },
  genesis_chunked: {
    args: { chunk: 'int' },
    run: (context, args) => {
      const chunk = args.int('chunk') ?? 0
      if (chunk !== 0) throw failure(`there are 1 chunks, ${chunk} is invalid`)
      const text = new TextEncoder().encode(JSON.stringify(genesis(context)))
      return { chunk: '0', total: '1', data: base64.encode(text) }
    },
  },
  abci_info: { args: {}, run: abciInfo },
  abci_query: {
    args: { path: 'text', data: 'hexBytes', height: 'int', prove: 'bool' },
    run: (context, args) => ({ response: abciQuery(context.node, args) }),
  },
}

function status({ node }: RpcContext): JsonObject {
  const { chain, latest } = node
  const earliest = chain.blocks.find(chain.blocks.lowest) ?? latest
  const hash = hexText(blockHash(latest))
  const earliestHash = hexText(blockHash(earliest))
  return {
    node_info: {
      protocol_version: { p2p: '8', block: '11', app: '0' },
      id: NODE_INFO.id,
      listen_addr: NODE_INFO.listenAddress,
      network: chain.chainId,
      version: NODE_INFO.cometVersion,
      channels: '40202122233038606100',
      moniker: NODE_INFO.moniker,
      other: { tx_index: 'on', rpc_address: NODE_INFO.rpcAddress },
    },
    sync_info: {
      latest_block_hash: hash,
      latest_app_hash: hash,
      latest_block_height: String(latest.height),
      latest_block_time: timeInFull(latest.timeMs),
      earliest_block_hash: earliestHash,
      earliest_app_hash: earliestHash,
      earliest_block_height: String(earliest.height),
      earliest_block_time: timeInFull(earliest.timeMs),
      catching_up: false,
    },
    validator_info: validatorToJson(ownValidator(chain.store)),
  }
}

/** The validator that this node runs: the first of the network, whether it signs at present or not. */
function ownValidator(store: Store): ConsensusValidator {
  const publicKey = FIRST_CONSENSUS_KEY
  const address = consensusAddressBytes(publicKey)
  return (
    consensusSet(store).find((one) => hexText(one.address) === hexText(address)) ?? {
      publicKey,
      address,
      power: 0n,
    }
  )
}

/** The beginning as far as clients ask; the state itself is in the application. */
function genesis({ node: { chain } }: RpcContext): JsonObject {
  return {
    genesis_time: timeInFull(chain.genesisMs),
    chain_id: chain.chainId,
    initial_height: '1',
    consensus_params: CONSENSUS_PARAMS,
    validators: [],
    app_hash: '',
    app_state: {},
  }
}

function abciInfo({ node: { latest } }: RpcContext): JsonObject {
  return {
    response: {
      data: NODE_INFO.appName,
      version: NODE_INFO.appVersion,
      last_block_height: String(latest.height),
      last_block_app_hash: base64.encode(blockHash(latest)),
    },
  }
}

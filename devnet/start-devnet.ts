import { sha256 } from '@noble/hashes/sha2.js'
import { base64 } from '@scure/base'
import { DEV_ACCOUNTS } from './accounts'
import { BlockProducer } from './block-producer'
import { createControlServer } from './control/control-server'
import { rotateIoKey } from './control/network'
import type { Devnet, DevnetContract, DevnetOptions } from './devnet'
import { Enclave } from './enclave/enclave'
import { FAUCET_ADDRESS } from './faucet/faucet'
import { createFaucetServer } from './faucet/faucet-server'
import { Faults } from './faults/faults'
import { NodeView } from './faults/node-view'
import { listenOnLoopback } from './http-server'
import { findByLabel, requireContract } from './modules/compute/registry'
import { parseGasPrice } from './node/ante-fee'
import { evenClock, realClock } from './node/block-clock'
import { Chain } from './node/chain'
import { GENESIS_LABELS } from './node/genesis'
import { BlockEvents } from './rpc/block-events'
import { type StartedNode, startNode } from './start-node'
import { StateFile } from './state-file'

export type { Devnet, DevnetOptions } from './devnet'

const DEFAULT_CHAIN_ID = 'secretdev-1'
const DEFAULT_BLOCK_MS = 1_000
const DEFAULT_SEED = 'sotto devnet'
/** The first moment of a chain whose time is the same at every run. */
const EVEN_GENESIS = Date.UTC(2026, 0, 1)

/**
 * Starts a local Secret Network on loopback and resolves when it answers.
 * Any number of them run side by side in one process. Throws when a port is taken or the state file is another chain's.
 */
export async function startDevnet(options: DevnetOptions = {}): Promise<Devnet> {
  const { blockMs = DEFAULT_BLOCK_MS, faucetPort = 0, controlPort = 0, byHand = false } = options
  const seed = readSeed(options.seed ?? DEFAULT_SEED)
  const { chain, file } = await openChain(options, seed, blockMs)
  const running: { stop(): unknown }[] = []
  const stop = async (): Promise<void> => {
    await Promise.all(running.splice(0).map((one) => one.stop()))
    file?.save(chain.toState())
    await file?.flush()
  }
  try {
    const nodes = await startNodes(chain, seed, options, running)
    const faucetUrl = await serve(createFaucetServer(chain), faucetPort, running)
    const blocks = new BlockProducer(chain, byHand ? 0 : blockMs)
    running.push(blocks)
    const network = { chain, blocks, nodes }
    const controlUrl = await serve(createControlServer(network), controlPort, running)
    const [first] = nodes
    if (first === undefined) throw new Error('A network has at least one node.')
    return {
      lcdUrl: first.lcdUrl,
      rpcUrl: first.rpcUrl,
      faults: first.faults,
      nodes,
      faucetUrl,
      controlUrl,
      chainId: chain.chainId,
      accounts: DEV_ACCOUNTS,
      contracts: genesisContracts(chain),
      nextBlock: () => blocks.produce(),
      jump: (by) => blocks.jump(by),
      halt: () => blocks.halt(),
      resume: () => blocks.resume(),
      rotateIoKey: () => rotateIoKey(network),
      state: () => chain.toState(),
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The chain where an earlier run left it, or at its genesis; from now on it is saved with every block that holds something. */
async function openChain(options: DevnetOptions, seed: Uint8Array, blockMs: number) {
  const { chainId = DEFAULT_CHAIN_ID, gasPrice, stateFile } = options
  const enclave = new Enclave(seed)
  const file = stateFile === undefined ? undefined : new StateFile(stateFile)
  const saved = file?.read({ chainId, ioPublicKey: base64.encode(enclave.keysAt(0).io.publicKey) })
  const chain = new Chain({
    chainId,
    enclave,
    faucet: FAUCET_ADDRESS,
    ...timingOf(options, blockMs, saved?.latest.timeMs ?? 0),
    ...(gasPrice !== undefined && { gasPrice: parseGasPrice(gasPrice) }),
    ...(saved && { saved }),
  })
  file?.save(chain.toState())
  await file?.flush()
  chain.onBlock(({ txs }) => {
    if (txs.length > 0) file?.save(chain.toState())
  })
  return { chain, file }
}

/** A chain that had jumped ahead of the real time goes on from there. */
function timingOf({ evenTime = false }: DevnetOptions, blockMs: number, latestMs: number) {
  if (evenTime) return { genesisMs: EVEN_GENESIS, clock: evenClock(EVEN_GENESIS, blockMs) }
  const clock = realClock(Date.now)
  clock.jump(Math.max(0, latestMs - Date.now()))
  return { genesisMs: Date.now(), clock }
}

/** The nodes, each on the port after that of the one before. */
async function startNodes(
  chain: Chain,
  seed: Uint8Array,
  { lcdPort = 0, rpcPort = 0, nodes: count = 1 }: DevnetOptions,
  running: { stop(): unknown }[],
): Promise<StartedNode[]> {
  const blockEvents = new BlockEvents(chain)
  const portAfter = (port: number, at: number): number => (port === 0 ? 0 : port + at)
  const nodes: StartedNode[] = []
  for (let at = 0; at < count; at++) {
    const view = new NodeView(chain, new Faults(Uint8Array.from([...seed, at])))
    const ports = { lcd: portAfter(lcdPort, at), rpc: portAfter(rpcPort, at) }
    const node = await startNode(view, blockEvents, ports)
    running.push(node)
    nodes.push(node)
  }
  return nodes
}

async function serve(
  server: ReturnType<typeof createFaucetServer>,
  port: number,
  running: { stop(): unknown }[],
): Promise<string> {
  const url = await listenOnLoopback(server, port)
  running.push({ stop: () => server.close() })
  return url
}

function genesisContracts(chain: Chain): Devnet['contracts'] {
  const find = (label: string): DevnetContract => {
    const address = findByLabel(chain.store, label) ?? ''
    return { address, codeHash: requireContract(chain.store, address).code.codeHash }
  }
  const { sscrt, receiver, oracle } = GENESIS_LABELS
  return { sscrt: find(sscrt), receiver: find(receiver), oracle: find(oracle) }
}

function readSeed(seed: Uint8Array | string): Uint8Array {
  return typeof seed === 'string' ? sha256(new TextEncoder().encode(seed)) : seed
}

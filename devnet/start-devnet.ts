import { sha256 } from '@noble/hashes/sha2.js'
import { base64 } from '@scure/base'
import { DEV_ACCOUNTS, type DevAccount } from './accounts'
import { Enclave } from './enclave/enclave'
import { FAUCET_ADDRESS } from './faucet/faucet'
import { createFaucetServer } from './faucet/faucet-server'
import { listenOnLoopback } from './http-server'
import { createLcdServer } from './lcd/lcd-server'
import { findByLabel, requireContract } from './modules/compute/registry'
import { evenClock, realClock } from './node/block-clock'
import { Chain } from './node/chain'
import { GENESIS_LABELS } from './node/genesis'
import { StateFile } from './state-file'

export interface DevnetOptions {
  /** 0, the default, takes a free port. */
  readonly lcdPort?: number
  readonly faucetPort?: number
  /** Milliseconds from block to block; 1,000 by default. */
  readonly blockMs?: number
  /**
   * The consensus seed: 32 bytes, or any text, which is hashed to them. The same one by default at every start.
   * With `evenTime` everything that happens follows from it.
   */
  readonly seed?: Uint8Array | string
  /** Where the state is kept; in memory alone without it. */
  readonly stateFile?: string
  readonly chainId?: string
  /** Blocks count time from a fixed day instead of reading the clock. */
  readonly evenTime?: boolean
}

export interface DevnetContract {
  readonly address: string
  /** 64 lower-case hex digits. */
  readonly codeHash: string
}

export interface Devnet {
  readonly lcdUrl: string
  readonly faucetUrl: string
  readonly chainId: string
  readonly accounts: readonly DevAccount[]
  readonly contracts: { readonly sscrt: DevnetContract; readonly receiver: DevnetContract }
  /** Ends the blocks, closes every connection and writes the state file. */
  stop(): Promise<void>
}

const DEFAULT_CHAIN_ID = 'secretdev-1'
const DEFAULT_BLOCK_MS = 1_000
const DEFAULT_SEED = 'sotto devnet'

/**
 * Starts a local Secret Network on loopback and resolves when it answers.
 * Any number of them run side by side in one process. Throws when a port is taken or the state file is another chain's.
 */
export async function startDevnet(options: DevnetOptions = {}): Promise<Devnet> {
  const { chainId = DEFAULT_CHAIN_ID, blockMs = DEFAULT_BLOCK_MS, lcdPort = 0, faucetPort = 0 } = options
  const enclave = new Enclave(readSeed(options.seed ?? DEFAULT_SEED))
  const file = options.stateFile === undefined ? undefined : new StateFile(options.stateFile)
  const saved = file?.read({ chainId, ioPublicKey: base64.encode(enclave.keysAt(0).io.publicKey) })
  const timing = timingOf(options, blockMs)
  const chain = new Chain({ chainId, enclave, faucet: FAUCET_ADDRESS, ...timing, ...(saved && { saved }) })
  file?.save(chain.toState())
  await file?.flush()
  const lcd = createLcdServer(chain)
  const faucet = createFaucetServer(chain)
  const lcdUrl = await listenOnLoopback(lcd, lcdPort)
  const faucetUrl = await listenOnLoopback(faucet, faucetPort).catch(async (error: unknown) => {
    await lcd.close()
    throw error
  })
  const timer = setInterval(() => {
    if (chain.produceBlock().txs.length > 0) file?.save(chain.toState())
  }, blockMs)
  const stop = async (): Promise<void> => {
    clearInterval(timer)
    file?.save(chain.toState())
    await Promise.all([lcd.close(), faucet.close(), file?.flush()])
  }
  return { lcdUrl, faucetUrl, chainId, accounts: DEV_ACCOUNTS, contracts: genesisContracts(chain), stop }
}

/** The first moment of a chain whose time is the same at every run. */
const EVEN_GENESIS = Date.UTC(2026, 0, 1)

function timingOf({ evenTime = false }: DevnetOptions, blockMs: number) {
  return evenTime
    ? { genesisMs: EVEN_GENESIS, clock: evenClock(EVEN_GENESIS, blockMs) }
    : { genesisMs: Date.now(), clock: realClock(Date.now) }
}

function genesisContracts(chain: Chain): Devnet['contracts'] {
  const find = (label: string): DevnetContract => {
    const address = findByLabel(chain.store, label) ?? ''
    return { address, codeHash: requireContract(chain.store, address).code.codeHash }
  }
  return { sscrt: find(GENESIS_LABELS.sscrt), receiver: find(GENESIS_LABELS.receiver) }
}

function readSeed(seed: Uint8Array | string): Uint8Array {
  return typeof seed === 'string' ? sha256(new TextEncoder().encode(seed)) : seed
}

import type { DevAccount } from './accounts'
import type { Jump } from './block-producer'
import type { ChainState } from './node/chain-state'
import type { DevnetNode } from './start-node'

export interface DevnetOptions {
  /** 0, the default, takes a free port; further nodes take the ports after it. */
  readonly lcdPort?: number
  readonly rpcPort?: number
  readonly faucetPort?: number
  readonly controlPort?: number
  /** Milliseconds from block to block; 1,000 by default. */
  readonly blockMs?: number
  /** Blocks come only when they are asked for: `nextBlock`, `jump` or the control endpoint. */
  readonly byHand?: boolean
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
  /** The floor of every node, such as `0.0125uscrt`. */
  readonly gasPrice?: string
  /** How many nodes serve the one chain, each with interfaces and faults of its own; 1 by default. */
  readonly nodes?: number
}

export interface DevnetContract {
  readonly address: string
  /** 64 lower-case hex digits. */
  readonly codeHash: string
}

/** A running network. The interfaces and faults named here directly are those of its first node. */
export interface Devnet extends DevnetNode {
  readonly nodes: readonly DevnetNode[]
  readonly faucetUrl: string
  readonly controlUrl: string
  readonly chainId: string
  readonly accounts: readonly DevAccount[]
  readonly contracts: {
    readonly sscrt: DevnetContract
    readonly receiver: DevnetContract
    readonly oracle: DevnetContract
  }
  /** Makes a block at once; its height. */
  nextBlock(): number
  /** Moves time and height on at once; the last height. */
  jump(by: Jump): number
  /** Stops the blocks that come by themselves. */
  halt(): void
  resume(): void
  /** Replaces the key that messages are encrypted to, in a block of its own; its height. */
  rotateIoKey(): number
  /** All that the chain holds. */
  state(): ChainState
  /** Ends the blocks, closes every connection and writes the state file. */
  stop(): Promise<void>
}

import { sha256 } from '@noble/hashes/sha2.js'
import type { Channel } from '../../enclave/enclave-cipher'
import type { Context } from '../../node/context'
import type { VmEnv } from '../../vm/contract-env'
import type { ContractRuntime } from './contract-runtime'
import type { Located } from './registry'

/** What all calls that come from one message share. */
export interface CallTree {
  /** Everything that comes out of any of them goes back through the first sender's channel. */
  readonly channel: Channel
  /** How many contracts have run so far, so that no two are given the same randomness. */
  readonly count: { calls: number }
  /** Finds what runs a contract's code. */
  readonly runtimeOf: (context: Context, codeHash: string) => ContractRuntime
  /** The enclave's secret that randomness comes from. */
  readonly randomSeed: Uint8Array
}

/** The environment of a call; a query is in no transaction and gets nothing random (Protocol 12.4). */
export function envOf(
  context: Context,
  tree: CallTree,
  { record, code }: Located,
  rules: { readonly random: boolean; readonly query: boolean },
): VmEnv {
  const { block, tx } = context
  return {
    block: { height: block.height, timeNs: BigInt(block.timeMs) * 1_000_000n, chainId: block.chainId },
    contract: { address: record.address, codeHash: code.codeHash },
    transaction: rules.query ? undefined : tx,
    random: rules.random && !rules.query ? randomOf(context, tree, record.address) : undefined,
  }
}

/** Follows from the enclave's seed, the block, the transaction, the contract and how many ran before it. */
function randomOf({ block, tx }: Context, tree: CallTree, address: string): Uint8Array {
  tree.count.calls += 1
  const place = `${block.chainId}/${block.height}/${tx?.hash ?? ''}/${address}/${tree.count.calls}`
  return sha256(Uint8Array.from([...tree.randomSeed, ...new TextEncoder().encode(place)]))
}

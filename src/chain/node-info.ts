import * as v from 'valibot'
import { readAnswer, timeSchema, uintText } from './answer'
import type { Client } from './client'
import { NODE_INFO_PATH, type NodeInfo, readNodeInfo } from './network-of'

const block = v.object({
  block: v.object({ header: v.object({ chain_id: v.string(), height: uintText(), time: timeSchema }) }),
})

export interface LatestBlock {
  readonly chainId: string
  readonly height: bigint
  /** Milliseconds since 1970. */
  readonly time: number
}

/** Who the node is. Throws `chain/wrong-chain` when every node belongs to another network, or another ChainError. Protocol 4.1. */
export async function getNodeInfo(client: Client, signal?: AbortSignal): Promise<NodeInfo> {
  return readNodeInfo(await client.request({ path: NODE_INFO_PATH, signal }))
}

/** The newest block the node has; its time tells how far behind the node is. Throws ChainError. Protocol 4.1. */
export async function getLatestBlock(client: Client, signal?: AbortSignal): Promise<LatestBlock> {
  const path = '/cosmos/base/tendermint/v1beta1/blocks/latest'
  const { header } = readAnswer(block, await client.request({ path, signal })).block
  return { chainId: header.chain_id, height: header.height, time: header.time }
}

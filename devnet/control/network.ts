import type { BlockProducer } from '../block-producer'
import { rotateKeys } from '../modules/registration/registration'
import type { Chain } from '../node/chain'
import type { DevnetNode } from '../start-node'

/** The network as commands reach it. */
export interface Network {
  readonly chain: Chain
  readonly blocks: BlockProducer
  readonly nodes: readonly DevnetNode[]
}

/** Replaces the network's keys in a block of its own, as an upgrade does; its height (Protocol 1.8). */
export function rotateIoKey({ chain, blocks }: Network): number {
  chain.schedule(({ store }) => rotateKeys(store))
  return blocks.produce()
}

import type { StoreDump } from '../store/store'
import type { Block } from './block-log'
import type { StoredTx } from './stored-tx'

/** All that a chain needs to go on where it stopped. */
export interface ChainState {
  readonly version: 5
  readonly chainId: string
  /** Base64; the state is worthless under other keys, so it names the ones it was made with. */
  readonly ioPublicKey: string
  readonly latest: Block
  /** The blocks that hold transactions. */
  readonly blocks: readonly Block[]
  readonly transactions: readonly StoredTx[]
  readonly store: StoreDump
}

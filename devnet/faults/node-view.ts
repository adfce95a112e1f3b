import { sha256 } from '@noble/hashes/sha2.js'
import { hex } from '@scure/base'
import { AbciError } from '../node/abci-error'
import { type GasPrice, parseGasPrice } from '../node/ante-fee'
import type { Block } from '../node/block-log'
import type { Chain } from '../node/chain'
import { type CheckResult, refusalOf } from '../node/check-result'
import { txHash } from '../node/transaction'
import type { IndexedTx, TxMatches } from '../node/tx-index'
import type { Condition } from '../node/tx-query'
import { Faults } from './faults'

const MEMPOOL_FULL = 20

/** One node of the network: the chain as this node sees and serves it. */
export class NodeView {
  readonly chain: Chain
  readonly faults: Faults

  constructor(chain: Chain, faults = new Faults(new Uint8Array())) {
    this.chain = chain
    this.faults = faults
  }

  /** The last block this node knows of. */
  get latest(): Block {
    const { latest } = this.chain.blocks
    const behind = this.faults.current('lag')?.blocks ?? 0
    return behind === 0 ? latest : (this.chain.blocks.find(latest.height - behind) ?? this.#oldest())
  }

  get gasPrice(): GasPrice {
    const price = this.faults.current('gas-price')?.price
    return price === undefined ? this.chain.gasPrice : parseGasPrice(price)
  }

  /** `path` is that of the request, by which faults may be limited. */
  findTx(hash: string, path: string): IndexedTx | undefined {
    const found = this.chain.transactions.find(hash)
    if (found === undefined || found.height > this.latest.height) return undefined
    if (this.faults.take('other-tx', path) === undefined) return found
    const other = this.#everything()
      .page({ start: 0, count: 2, descending: true })
      .find((one) => one.hash !== hash)
    return { ...(other ?? found), hash, height: found.height, index: found.index }
  }

  search(conditions: readonly Condition[]): TxMatches {
    return this.chain.transactions.search(conditions, this.latest.height)
  }

  broadcast(bytes: Uint8Array, path: string): CheckResult {
    const refusal = this.faults.take('refuse-tx', path)
    if (refusal !== undefined) {
      return { ...refusalOf(new AbciError('sdk', MEMPOOL_FULL, refusal.log)), hash: txHash(bytes) }
    }
    // A lost transaction passed every check, so the client has no sign of it.
    const isLost = this.faults.take('lose-tx', path) !== undefined
    const result = isLost
      ? this.chain.check(bytes, this.gasPrice)
      : this.chain.broadcast(bytes, this.gasPrice)
    if (this.faults.take('tx-hash', path) === undefined) return result
    return { ...result, hash: hex.encode(sha256(new TextEncoder().encode(result.hash))).toUpperCase() }
  }

  #everything(): TxMatches {
    return this.search([])
  }

  #oldest(): Block {
    const { blocks } = this.chain
    return blocks.find(blocks.lowest) ?? blocks.latest
  }
}

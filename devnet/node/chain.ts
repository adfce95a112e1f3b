import { base64 } from '@scure/base'
import { txHash } from '../../src/chain/codec/index'
import type { Address } from '../../src/domain/index'
import type { EnclaveKeys } from '../enclave/enclave-keys'
import { findAccount } from '../modules/auth'
import { BANK_MESSAGES } from '../modules/bank-messages'
import { Compute } from '../modules/compute/compute'
import { computeMessages } from '../modules/compute-messages'
import type { MessageHandlers } from '../modules/message-handler'
import { Store } from '../store/store'
import { AbciError, sdkError } from './abci-error'
import { type Block, BlockLog } from './block-log'
import type { ChainState } from './chain-state'
import type { BlockInfo, Context } from './context'
import { runTransaction, type TxResult } from './deliver'
import { GasMeter } from './gas-meter'
import { writeGenesis } from './genesis'
import { decodeTransaction, type Transaction } from './transaction'
import { type IndexedTx, TxIndex, txFromStored, txToStored } from './tx-index'

export interface ChainOptions {
  readonly chainId: string
  readonly keys: EnclaveKeys
  readonly faucet: Address
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** What an earlier run left; without it the chain starts at its genesis. */
  readonly saved?: ChainState
}

/** What a node says when it takes or refuses a transaction at its door. */
export type CheckResult = Pick<TxResult, 'code' | 'codespace' | 'log'> & { readonly hash: string }

/** Encrypted queries may use this much on a node (Protocol 4.6). */
const QUERY_GAS = 10_000_000n

/** One node that is the whole chain: state, mempool, blocks. Everything it does is synchronous and deterministic. */
export class Chain {
  readonly chainId: string
  readonly keys: EnclaveKeys
  readonly compute: Compute
  readonly blocks: BlockLog
  readonly transactions = new TxIndex()
  /** The state after the last block: what queries read. */
  readonly store: Store
  readonly handlers: MessageHandlers
  readonly #now: () => number
  #mempool = new Map<string, Transaction>()
  /** The state with the sequences and fees of the mempool already taken. */
  #checkStore: Store

  constructor({ chainId, keys, faucet, now, saved }: ChainOptions) {
    this.chainId = chainId
    this.keys = keys
    this.#now = now
    this.compute = new Compute(keys.io)
    this.handlers = { ...BANK_MESSAGES, ...computeMessages(this.compute) }
    const latest: Block = saved?.latest ?? { chainId, height: 1, timeMs: now(), txHashes: [] }
    this.blocks = new BlockLog(latest)
    this.store = saved === undefined ? new Store() : Store.fromDump(saved.store)
    for (const block of saved?.blocks ?? []) this.blocks.restore(block)
    for (const tx of saved?.transactions ?? []) this.transactions.add(txFromStored(tx))
    if (saved === undefined) writeGenesis(this.store, blockInfo(latest), faucet)
    this.#checkStore = this.store.branch()
  }

  /** Takes a transaction into the mempool if it passes the node's checks. */
  broadcast(bytes: Uint8Array): CheckResult {
    const tx = tryDecode(bytes)
    if (tx instanceof AbciError) return { ...refusal(tx), hash: txHash(bytes) }
    if (this.#mempool.has(tx.hash)) return { ...refusal(sdkError('txInMempool', '')), log: '', hash: tx.hash }
    const { code, codespace, log } = this.#run(this.#checkStore, this.#nextBlock(), tx, 'check')
    if (code === 0) this.#mempool.set(tx.hash, tx)
    return { code, codespace, log, hash: tx.hash }
  }

  /** Runs a transaction without its signature and forgets the outcome; throws AbciError when it cannot be read. */
  simulate(bytes: Uint8Array): TxResult {
    return this.#run(this.store.branch(), this.#nextBlock(), decodeTransaction(bytes), 'simulate')
  }

  /** The sequence an account's next transaction needs, counting those still in the mempool. */
  pendingSequence(address: Address): bigint {
    return findAccount(this.#checkStore, address)?.sequence ?? 0n
  }

  /** Puts the mempool into a block. */
  produceBlock(): Block {
    const header = this.#nextBlock()
    const waiting = [...this.#mempool.values()]
    this.#mempool = new Map()
    for (const [index, tx] of waiting.entries()) this.#include(tx, header, index)
    const block: Block = { ...header, txHashes: waiting.map(({ hash }) => hash) }
    this.blocks.append(block)
    this.#checkStore = this.store.branch()
    return block
  }

  /** Where queries run: on the last block, writing nowhere. */
  queryContext(): Context {
    const { store } = this
    return {
      store: store.branch(),
      block: blockInfo(this.blocks.latest),
      gas: new GasMeter(QUERY_GAS),
      events: [],
      txIndex: 0,
    }
  }

  toState(): ChainState {
    return {
      version: 1,
      chainId: this.chainId,
      ioPublicKey: base64.encode(this.keys.io.publicKey),
      latest: this.blocks.latest,
      blocks: this.blocks.withTransactions(),
      transactions: this.transactions.all().map(txToStored),
      store: this.store.dump(),
    }
  }

  #include(tx: Transaction, block: BlockInfo, index: number): void {
    const result = this.#run(this.store, block, tx, 'deliver', index)
    const { height, timeMs } = block
    const indexed: IndexedTx = { ...result, hash: tx.hash, height, index, timeMs, bytes: tx.bytes }
    this.transactions.add(indexed)
  }

  #run(
    store: Store,
    block: BlockInfo,
    tx: Transaction,
    mode: 'check' | 'deliver' | 'simulate',
    txIndex = 0,
  ): TxResult {
    return runTransaction({ store, block, txIndex }, tx, mode, this.handlers)
  }

  /** Block time never stands still or goes back, even if the clock does. */
  #nextBlock(): BlockInfo {
    const { height, timeMs } = this.blocks.latest
    return { chainId: this.chainId, height: height + 1, timeMs: Math.max(this.#now(), timeMs + 1) }
  }
}

function blockInfo({ chainId, height, timeMs }: Block): BlockInfo {
  return { chainId, height, timeMs }
}

function tryDecode(bytes: Uint8Array): Transaction | AbciError {
  try {
    return decodeTransaction(bytes)
  } catch (error) {
    if (error instanceof AbciError) return error
    throw error
  }
}

function refusal({ code, codespace, message }: AbciError): Pick<TxResult, 'code' | 'codespace' | 'log'> {
  return { code, codespace, log: message }
}

import { base64 } from '@scure/base'
import type { Address } from '../../src/domain/index'
import type { Enclave } from '../enclave/enclave'
import { findAccount } from '../modules/auth/accounts'
import { Compute } from '../modules/compute/compute'
import { proposerAt } from '../modules/staking/consensus-set'
import { History } from '../store/history'
import { Store } from '../store/store'
import { sdkError } from './abci-error'
import type { AnteMode } from './ante'
import { DEFAULT_GAS_PRICE, type GasPrice } from './ante-fee'
import { createModules } from './application'
import type { BlockClock } from './block-clock'
import { type Block, BlockLog } from './block-log'
import type { ChainModule } from './chain-module'
import type { ChainOptions } from './chain-options'
import type { ChainState } from './chain-state'
import { type CheckResult, checkBytes, refusalOf } from './check-result'
import type { BlockInfo, Context } from './context'
import { runTransaction, type TxResult } from './deliver'
import { type ChainEvent, withMode } from './events'
import { GasMeter } from './gas-meter'
import { fundAccounts, writeContracts } from './genesis'
import { Mempool } from './mempool'
import { Router } from './router'
import { txFromStored, txToStored } from './stored-tx'
import { decodeTransaction, type Transaction } from './transaction'
import { type IndexedTx, TxIndex } from './tx-index'

/** A block with all that happened in it. */
export interface BlockResult {
  readonly block: Block
  readonly txs: readonly IndexedTx[]
  /** What the modules emitted around the transactions. */
  readonly events: readonly ChainEvent[]
}

/** Encrypted queries may use this much on a node (Protocol 4.6). */
const QUERY_GAS = 10_000_000n
const NO_PRICE: GasPrice = { ...DEFAULT_GAS_PRICE, tenThousandths: 0n }
const NO_LIMIT = (1n << 64n) - 1n

/** One node that is the whole chain: state, mempool, blocks. Everything it does is synchronous and deterministic. */
export class Chain {
  readonly chainId: string
  readonly enclave: Enclave
  readonly compute: Compute
  readonly clock: BlockClock
  /** The time of the first block of this run or, when it goes on from an earlier one, of its start. */
  readonly genesisMs: number
  readonly blocks: BlockLog
  readonly transactions = new TxIndex()
  /** The state after the last block. */
  readonly store: Store
  readonly history: History
  readonly router: Router
  readonly mempool = new Mempool()
  gasPrice: GasPrice
  readonly #modules: readonly ChainModule[]
  readonly #verified = new Set<string>()
  readonly #scheduled: ((context: Context) => void)[] = []
  readonly #listeners = new Set<(result: BlockResult) => void>()
  /** The state with the sequences and fees of the mempool already taken. */
  #checkStore: Store

  constructor({
    chainId,
    enclave,
    faucet,
    clock,
    genesisMs,
    gasPrice = DEFAULT_GAS_PRICE,
    saved,
  }: ChainOptions) {
    this.chainId = chainId
    this.enclave = enclave
    this.clock = clock
    this.genesisMs = genesisMs
    this.gasPrice = gasPrice
    this.compute = new Compute(enclave)
    this.#modules = createModules(this.compute)
    this.router = new Router(this.#modules)
    this.store = saved === undefined ? new Store() : Store.fromDump(saved.store)
    this.history = new History(this.store)
    this.blocks = new BlockLog(saved?.latest ?? this.#genesis(faucet))
    for (const block of saved?.blocks ?? []) this.blocks.restore(block)
    for (const tx of saved?.transactions ?? []) this.transactions.add(txFromStored(tx))
    this.#checkStore = this.store.branch()
  }

  /** Takes a transaction into the mempool if it passes the node's checks; each node has its own floor for the price. */
  broadcast(bytes: Uint8Array, gasPrice = this.gasPrice): CheckResult {
    return checkBytes(bytes, (tx) => {
      if (this.mempool.has(tx.hash)) return { ...refusalOf(sdkError('txInMempool', '')), log: '' }
      const result = this.#run(this.#checkStore, this.#nextBlock(), tx, 'check', { gasPrice })
      if (result.code === 0) this.mempool.add(tx)
      return result
    })
  }

  /** What `broadcast` would say to a transaction, which is forgotten again. */
  check(bytes: Uint8Array, gasPrice = this.gasPrice): CheckResult {
    return checkBytes(bytes, (tx) =>
      this.#run(this.#checkStore.branch(), this.#nextBlock(), tx, 'check', { gasPrice }),
    )
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
  produceBlock(): BlockResult {
    const header = this.#nextBlock()
    this.#takeProposals(header)
    const state = this.store.branch()
    const events: ChainEvent[] = []
    const around = this.#blockContext(state, header, events)
    for (const module of this.#modules) module.beginBlock?.(around)
    for (const work of this.#scheduled.splice(0)) work(around)
    const begun = events.length
    const txs = this.mempool.drain().map((tx, index) => this.#include(state, tx, header, index))
    for (const module of this.#modules) module.endBlock?.(around)
    // Nobody left to sign would halt a real chain; here the last one goes on.
    const proposer = proposerAt(this.store, header.height) ?? this.blocks.latest.proposer
    this.history.commit(state, header.height)
    const block: Block = { ...header, proposer, txHashes: txs.map(({ hash }) => hash) }
    this.blocks.append(block)
    for (const tx of txs) this.transactions.add(tx)
    this.#checkStore = this.store.branch()
    const result: BlockResult = { block, txs, events: events.map((found, at) => withMode(found, at < begun)) }
    for (const listener of this.#listeners) listener(result)
    return result
  }

  /** Does something to the state at the beginning of the next block, as a decision of the whole network. */
  schedule(work: (context: Context) => void): void {
    this.#scheduled.push(work)
  }

  /** Tells of every block from now on, after it counts. Returns how to stop that. */
  onBlock(listener: (result: BlockResult) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Where queries run: on a block's state, the last one's by default, writing nowhere. */
  queryContext(store = this.store, block: BlockInfo = this.blocks.latest): Context {
    return { store: store.branch(), block, gas: new GasMeter(QUERY_GAS), events: [], router: this.router }
  }

  toState(): ChainState {
    return {
      version: 5,
      chainId: this.chainId,
      ioPublicKey: base64.encode(this.enclave.keysAt(0).io.publicKey),
      latest: this.blocks.latest,
      blocks: this.blocks.withTransactions(),
      transactions: this.transactions.all().map(txToStored),
      store: this.store.dump(),
    }
  }

  /** Lets the modules' own accounts broadcast, through a node that asks no price. */
  #takeProposals(header: BlockInfo): void {
    const context = this.queryContext(this.store, header)
    const proposals = this.#modules.flatMap((module) => module.propose?.(context) ?? [])
    for (const bytes of proposals) this.broadcast(bytes, NO_PRICE)
  }

  /** Writes the first state; returns the block that has it. */
  #genesis(faucet: Address): Block {
    const first: BlockInfo = { chainId: this.chainId, height: 1, timeMs: this.genesisMs }
    const context = this.#blockContext(this.store, first, [])
    fundAccounts(context, faucet)
    for (const module of this.#modules) module.genesis?.(context)
    writeContracts(context, this.compute)
    return { ...first, proposer: proposerAt(this.store, first.height) ?? '', txHashes: [] }
  }

  #include(store: Store, tx: Transaction, block: BlockInfo, index: number): IndexedTx {
    const result = this.#run(store, block, tx, 'deliver', { index })
    const { height, timeMs } = block
    return { ...result, hash: tx.hash, height, index, timeMs, bytes: tx.bytes }
  }

  #run(
    store: Store,
    block: BlockInfo,
    tx: Transaction,
    mode: AnteMode,
    { index = 0, gasPrice = this.gasPrice } = {},
  ): TxResult {
    const base = { store, block, router: this.router, tx: { index, hash: tx.hash } }
    return runTransaction(base, tx, { mode, gasPrice, verified: this.#verified })
  }

  #blockContext(store: Store, block: BlockInfo, events: ChainEvent[]): Context {
    return { store, block, gas: new GasMeter(NO_LIMIT), events, router: this.router }
  }

  #nextBlock(): BlockInfo {
    const { height, timeMs } = this.blocks.latest
    return { chainId: this.chainId, height: height + 1, timeMs: this.clock.next(height + 1, timeMs) }
  }
}

import type { Any } from '@bufbuild/protobuf/wkt'
import type { Address } from '../../../src/domain/index'
import { DEV_ACCOUNTS } from '../../accounts'
import type { AnyMessage } from '../../codec/any-message'
import { decimalOf } from '../../math/decimal'
import type { ChainModule } from '../../node/chain-module'
import { atomically, type Context } from '../../node/context'
import type { ChainEvent } from '../../node/events'
import { GasMeter } from '../../node/gas-meter'
import { Router } from '../../node/router'
import { Store } from '../../store/store'
import { mintCoins } from '../bank/bank'
import { bankModule } from '../bank/bank-module'
import { GOV } from '../module-address'
import { upgradeModule } from '../upgrade/upgrade-module'
import { createGovModule } from './gov-module'
import { type GovParams, LOCAL_GOV_PARAMS } from './gov-params'
import type { VotingPower } from './voting-power'

/** Account a, b, c and d. */
export const [A, B, C, D] = DEV_ACCOUNTS.map(({ address }) => address) as [Address, Address, Address, Address]

/** A stakes 60 with itself, B 40 with itself; C has 20 of the tokens at A and D 10 at B. */
export const POWER: VotingPower = {
  bondedValidators: () => [
    { operator: A, tokens: 80n, shares: decimalOf(80n) },
    { operator: B, tokens: 50n, shares: decimalOf(100n) },
  ],
  delegationsOf: (_, voter) => {
    if (voter === A) return [{ operator: A, shares: decimalOf(60n) }]
    if (voter === B) return [{ operator: B, shares: decimalOf(80n) }]
    if (voter === C) return [{ operator: A, shares: decimalOf(20n) }]
    return voter === D ? [{ operator: B, shares: decimalOf(20n) }] : []
  },
  totalBonded: () => 130n,
}

const GENESIS_MS = 1_700_000_000_000
const START = 10_000_000_000n

/** For tests: governance with its neighbours, where the test says who has a vote and what time it is. */
export class GovChain {
  readonly store = new Store()
  height = 1
  timeMs = GENESIS_MS
  readonly #modules: readonly ChainModule[]
  readonly #router: Router

  constructor(params: GovParams = LOCAL_GOV_PARAMS, others: readonly ChainModule[] = []) {
    this.#modules = [upgradeModule, bankModule, createGovModule(POWER, params), ...others]
    this.#router = new Router(this.#modules)
    for (const address of [A, B, C, D, GOV]) mintCoins(this.store, address, { denom: 'uscrt', amount: START })
    for (const module of this.#modules) module.genesis?.(this.context())
  }

  context(events: ChainEvent[] = []): Context {
    const block = { chainId: 'secretdev-1', height: this.height, timeMs: this.timeMs }
    return { store: this.store, block, gas: new GasMeter(10n ** 12n), events, router: this.#router }
  }

  /** Runs a message as a transaction would; throws AbciError and changes nothing. */
  run(message: AnyMessage): { readonly answer: Any; readonly events: readonly ChainEvent[] } {
    const events: ChainEvent[] = []
    const answer = atomically(this.context(events), (inner) => this.#router.run(inner, message))
    return { answer, events }
  }

  /** A block so many seconds later: what happened around its transactions. */
  pass(seconds: number): readonly ChainEvent[] {
    this.height++
    this.timeMs += seconds * 1_000
    const events: ChainEvent[] = []
    for (const module of this.#modules) module.beginBlock?.(this.context(events))
    for (const module of this.#modules) module.endBlock?.(this.context(events))
    return events
  }
}

/** The attributes of the first event of a type, by name. */
export function attributesOf(events: readonly ChainEvent[], type: string): Record<string, string> {
  const found = events.find((event) => event.type === type)
  return Object.fromEntries((found?.attributes ?? []).map(({ key, value }) => [key, value]))
}

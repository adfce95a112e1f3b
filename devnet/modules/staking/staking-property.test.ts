import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Decimal, decimalOf } from '../../math/decimal'
import type { Chain } from '../../node/chain'
import { startTestChain } from '../../wallet.fake'
import { getOwners, getSupplyOf } from '../bank/balances'
import { getBalance } from '../bank/bank'
import { communityPool, DISTRIBUTION } from '../distribution/community-pool'
import { rewardsOf } from '../distribution/validator-rewards'
import { delegationsOf, delegationsTo } from './delegations'
import { BONDED_POOL, NOT_BONDED_POOL } from './pools'
import { redelegationWays } from './redelegations'
import { pass, Staker, withdrawMessage } from './stakers.fake'
import { unbondingPairs, unbondingsOf } from './unbondings'
import { setJailed } from './validator-set'
import { allValidators } from './validators'

/** One thing that somebody does, with numbers that say who, with whom and how much. */
interface Step {
  readonly what: 'delegate' | 'undelegate' | 'redelegate' | 'cancel' | 'withdraw' | 'jump' | 'jail' | 'create'
  readonly who: number
  readonly where: number
  readonly amount: bigint
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    what: fc.constantFrom(
      'delegate',
      'undelegate',
      'redelegate',
      'cancel',
      'withdraw',
      'jump',
      'jail',
      'create',
    ),
    who: fc.nat(2),
    where: fc.nat(5),
    amount: fc.oneof(fc.bigInt(-1n, 10n), fc.bigInt(1n, 3_000_000n), fc.constant(2_000_000n)),
  }),
  { minLength: 5, maxLength: 25 },
)

function pick(names: readonly string[], at: number): string {
  return names[at % names.length] ?? ''
}

class World {
  readonly chain: Chain = startTestChain()
  readonly people = [1, 2, 3].map((number) => Staker.funded(this.chain, number, 10n ** 10n))

  /** Everybody has a stake and something on its way back to begin with. */
  constructor() {
    const [first] = allValidators(this.chain.store)
    for (const staker of this.people) {
      staker.delegate(first?.operator ?? '', 5_000_000)
      staker.undelegate(first?.operator ?? '', 2_000_000)
    }
  }

  /** Only what the chain refuses in its own words may go wrong: anything else is thrown. */
  take({ what, who, where, amount }: Step): void {
    const { chain, people } = this
    const staker = people[who] ?? (people[0] as Staker)
    const all = allValidators(chain.store).map(({ operator }) => operator)
    const [some, other] = [pick(all, where), pick(all, where + 1)]
    const mine = delegationsOf(chain.store, staker.address).map(({ operator }) => operator)
    const here = mine.length === 0 || where === 5 ? some : pick(mine, where)
    if (what === 'delegate') staker.delegate(some, amount)
    if (what === 'undelegate') staker.undelegate(here, amount)
    if (what === 'redelegate') staker.redelegate(here, other, amount)
    if (what === 'withdraw') staker.send(withdrawMessage(staker.address, here))
    if (what === 'create') staker.createValidator(amount)
    if (what === 'jump') pass(chain, Number(amount % 100n))
    if (what === 'jail') this.#jail(some, amount % 2n === 0n)
    if (what === 'cancel') this.#cancel(staker, where, amount)
  }

  #cancel(staker: Staker, where: number, amount: bigint): void {
    const { store } = this.chain
    const pairs = unbondingPairs(store, staker.address)
    const pair = pairs[where % Math.max(pairs.length, 1)]
    const [entry] = pair === undefined ? [] : unbondingsOf(store, pair)
    if (pair === undefined || entry === undefined) return
    const whole = where === 0 || amount > entry.balance
    staker.cancel(pair.operator, whole ? entry.balance : amount, entry.creationHeight)
  }

  #jail(operator: string, jailed: boolean): void {
    this.chain.schedule(({ store }) => setJailed(store, operator, jailed))
    this.chain.produceBlock()
  }

  get onTheWay(): bigint {
    return this.people
      .flatMap(({ address }) => unbondingPairs(this.chain.store, address))
      .flatMap((pair) => unbondingsOf(this.chain.store, pair))
      .reduce((sum, { balance }) => sum + balance, 0n)
  }

  check(): void {
    const { store } = this.chain
    const held = (address: typeof DISTRIBUTION) => getBalance(store, address, 'uscrt')
    const validators = allValidators(store)
    const tokens = (bonded: boolean) =>
      validators
        .filter(({ status }) => (status === 'bonded') === bonded)
        .reduce((sum, one) => sum + one.tokens, 0n)
    expect(held(BONDED_POOL)).toBe(tokens(true))
    expect(held(NOT_BONDED_POOL)).toBe(tokens(false) + this.onTheWay)
    for (const { operator, shares, tokens } of validators) {
      const all = delegationsTo(store, operator).reduce((sum, one) => sum + one.shares, 0n)
      expect(all).toBe(shares)
      expect(decimalOf(tokens)).toBe(shares)
      const { outstanding, commission, current } = rewardsOf(store, operator)
      const of = (coins: typeof outstanding) => coins.get('uscrt') ?? 0n
      expect(of(outstanding)).toBeGreaterThanOrEqual(of(commission) + of(current))
    }
    const owed = validators.reduce(
      (sum, { operator }) => sum + (rewardsOf(store, operator).outstanding.get('uscrt') ?? 0n),
      communityPool(store).get('uscrt') ?? 0n,
    ) as Decimal
    expect(owed).toBe(decimalOf(held(DISTRIBUTION)))
    const everything = getOwners(store, 'uscrt').reduce((sum, { amount }) => sum + amount, 0n)
    expect(everything).toBe(getSupplyOf(store, 'uscrt'))
  }

  /** Everybody leaves; what they staked is theirs again. */
  leave(): void {
    for (const staker of this.people) {
      for (const { operator } of allValidators(this.chain.store)) {
        const mine = delegationsTo(this.chain.store, operator).find(
          ({ delegator }) => delegator === staker.address,
        )
        if (mine === undefined) continue
        pass(this.chain, 90)
        expect(staker.undelegate(operator, mine.shares / 10n ** 18n)).toMatchObject({ code: 0, log: '' })
      }
    }
    const [before, coming] = [this.people.map(({ scrt }) => scrt), this.onTheWay]
    pass(this.chain, 90)
    const sum = (amounts: bigint[]) => amounts.reduce((all, one) => all + one, 0n)
    expect(sum(this.people.map(({ scrt }) => scrt)) - sum(before)).toBeGreaterThanOrEqual(coming)
    expect(this.onTheWay).toBe(0n)
    const ways = this.people.flatMap(({ address }) => redelegationWays(this.chain.store, address))
    expect(ways).toEqual([])
  }
}

it('keeps its books, whatever people do', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const world = new World()
      for (const step of taken) {
        world.take(step)
        world.check()
      }
      world.leave()
      world.check()
    }),
    { numRuns: 25 },
  )
})

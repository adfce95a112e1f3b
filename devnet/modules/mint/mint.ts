import {
  type Decimal,
  decimalOf,
  divide,
  formatDecimal,
  multiply,
  ONE,
  parseDecimal,
  truncate,
  ZERO,
} from '../../math/decimal'
import type { Context } from '../../node/context'
import { event } from '../../node/events'
import type { Store } from '../../store/store'
import { getSupplyOf } from '../bank/balances'
import { mintToModule, sendCoins } from '../bank/bank'
import { FEE_COLLECTOR, moduleAddress } from '../module-address'
import { totalBonded } from '../staking/validator-set'

export interface MintParams {
  readonly denom: string
  readonly rateChange: Decimal
  readonly max: Decimal
  readonly min: Decimal
  readonly goalBonded: Decimal
  readonly blocksPerYear: bigint
}

const MINT = moduleAddress('mint')
const STATE = 'mint/state'
const FIRST_INFLATION = '0.13'
const DEFAULT: MintParams = {
  denom: 'uscrt',
  rateChange: parseDecimal('0.13') ?? ZERO,
  max: parseDecimal('0.2') ?? ZERO,
  min: parseDecimal('0.07') ?? ZERO,
  goalBonded: parseDecimal('0.67') ?? ZERO,
  blocksPerYear: 6_311_520n,
}

export function mintParams(store: Store): MintParams {
  const text = store.area(STATE).get('params')
  if (text === undefined) return DEFAULT
  const stored: Record<keyof MintParams, string> = JSON.parse(text)
  return {
    denom: stored.denom,
    rateChange: BigInt(stored.rateChange) as Decimal,
    max: BigInt(stored.max) as Decimal,
    min: BigInt(stored.min) as Decimal,
    goalBonded: BigInt(stored.goalBonded) as Decimal,
    blocksPerYear: BigInt(stored.blocksPerYear),
  }
}

export function setMintParams(store: Store, params: MintParams): void {
  const text = JSON.stringify(params, (_, value) => (typeof value === 'bigint' ? String(value) : value))
  store.area(STATE).set('params', text)
}

export function inflation(store: Store): Decimal {
  return (parseDecimal(store.area(STATE).get('inflation') ?? FIRST_INFLATION) ?? ZERO) as Decimal
}

/** In uscrt. */
export function annualProvisions(store: Store): Decimal {
  const { denom } = mintParams(store)
  return multiply(inflation(store), decimalOf(getSupplyOf(store, denom)))
}

export function bondedRatio(store: Store): Decimal {
  const supply = getSupplyOf(store, mintParams(store).denom)
  return supply === 0n ? ZERO : divide(decimalOf(totalBonded(store)), decimalOf(supply))
}

/** Makes a block's new coins; the less is staked, the more of them. */
export function mintBlock(context: Context): void {
  const { store } = context
  const { denom, blocksPerYear } = mintParams(store)
  store.area(STATE).set('inflation', formatDecimal(nextInflation(store)))
  const provisions = annualProvisions(store)
  const amount = truncate(divide(provisions, decimalOf(blocksPerYear)))
  if (amount > 0n) {
    const coins = [{ denom, amount }]
    mintToModule(context, MINT, coins)
    sendCoins(context, MINT, FEE_COLLECTOR, coins)
  }
  context.events.push(
    event('mint', [
      ['bonded_ratio', formatDecimal(bondedRatio(store))],
      ['inflation', formatDecimal(inflation(store))],
      ['annual_provisions', formatDecimal(provisions)],
      ['amount', String(amount)],
    ]),
  )
}

function nextInflation(store: Store): Decimal {
  const { rateChange, max, min, goalBonded, blocksPerYear } = mintParams(store)
  const distance = (ONE - divide(bondedRatio(store), goalBonded)) as Decimal
  const change = divide(multiply(distance, rateChange), decimalOf(blocksPerYear))
  const next = (inflation(store) + change) as Decimal
  return next > max ? max : next < min ? min : next
}

/** Which fees are offered for a transaction, and what a choice among them means. */

import type { Fee } from '../../chain/codec/index'
import {
  type Chain,
  type FeeAllowance,
  feeFor,
  isCovered,
  parseGasPrice,
  type Simulation,
} from '../../chain/index'
import { type Coin, SottoError } from '../../domain/index'
import type { FeeChoice, FeeChoices, FeeLevel, FeePayer } from '../../messages/popup'
import { coinView } from '../review/coin-words'
import type { Learned } from '../review/learned'
import type { ChosenFee } from './chosen-fee'
import type { FeeFacts } from './fee-facts'
import { gasClass, MOST_GAS } from './gas-table'

/** Everything that the offers depend on. */
export interface FeeSituation {
  readonly chain: Chain
  /** As the site set it. */
  readonly site: Fee
  /** As it stands now. */
  readonly fee: Fee
  readonly chosen: ChosenFee | undefined
  /** Why the fee must not be touched, if so. */
  readonly fixed: string | undefined
  /** What such a transaction takes by the table. */
  readonly usualGas: bigint
  readonly typeUrls: readonly string[]
  readonly facts: FeeFacts
  readonly now: number
}

const LEVELS = ['low', 'average', 'high'] as const satisfies readonly FeeLevel[]

export function feeChoices(situation: FeeSituation): FeeChoices {
  const { chain, site, fee, chosen, fixed } = situation
  if (fixed !== undefined) return { kind: 'fixed', reason: fixed }
  const gas = suggestedGas(situation)
  return {
    kind: 'open',
    chosen: chosen?.cost?.level ?? 'site',
    site: { coins: site.amount.map(coinView), gas: site.gas.toString() },
    levels: LEVELS.map((level) => {
      const amount = feeFor(gas, levelPrice(situation, level))
      return { level, gas: gas.toString(), coins: [coinView({ denom: chain.denom, amount })] }
    }),
    custom: {
      gas: chosen?.cost?.gas ?? gas.toString(),
      price: chosen?.cost?.price ?? levelPrice(situation, 'average'),
    },
    payer: fee.granter,
    payers: coveringAllowances(situation).map((allowance) => payerView(allowance, situation)),
  }
}

/** The fee after one more choice. Throws SottoError with a sentence for the person when it cannot be had. */
export function chosenAfter(situation: FeeSituation, choice: FeeChoice): ChosenFee {
  const { chosen, fixed } = situation
  if (fixed !== undefined) throw new SottoError('fee/fixed', `${fixed} Nothing was changed.`)
  const { cost, granter } = chosen ?? {}
  const payer = granter === undefined ? {} : { granter }
  switch (choice.kind) {
    case 'site':
      return payer
    case 'level': {
      const gas = suggestedGas(situation).toString()
      const price = levelPrice(situation, choice.level)
      return { cost: { level: choice.level, gas, price, denom: situation.chain.denom }, ...payer }
    }
    case 'custom':
      return { cost: customCost(situation, choice), ...payer }
    case 'payer':
      return { ...(cost === undefined ? {} : { cost }), ...chosenPayer(situation, choice.granter) }
    default:
      return choice satisfies never
  }
}

/** By the chain's own trial where there was one that makes sense, else by the table and the site's own word. */
function suggestedGas({ site, usualGas, facts }: FeeSituation): bigint {
  const tried = triedGas(facts.trial)
  if (tried !== undefined) return gasClass((tried * 13n + 9n) / 10n)
  const asked = site.gas <= MOST_GAS ? site.gas : 0n
  return gasClass(asked > usualGas ? asked : usualGas)
}

/** A node may answer anything: nothing runs for nothing, and nothing fits that is more than a block. */
function triedGas(trial: Learned<Simulation> | undefined): bigint | undefined {
  if (trial?.kind !== 'known' || trial.value.kind !== 'passes') return undefined
  const { gasUsed } = trial.value
  return gasUsed > 0n && gasUsed <= MOST_GAS ? gasUsed : undefined
}

function levelPrice(situation: FeeSituation, level: FeeLevel): string {
  const price = situation.chain.gasPrices[level]
  const floor = floorPrice(situation)
  return floor !== undefined && isLess(price, floor) ? floor : price
}

/** The highest floor that is believed, as a multiple of the highest level. */
const BELIEVED = 10n

/** The node's lowest price; undefined while it is not known, and when no honest node would ask for it. */
export function floorPrice({ chain, facts }: Pick<FeeSituation, 'chain' | 'facts'>): string | undefined {
  if (facts.floor.kind !== 'known') return undefined
  const floor = parseGasPrice(facts.floor.value)
  const most = (parseGasPrice(chain.gasPrices.high) ?? 0n) * BELIEVED
  return floor === undefined || floor > most ? undefined : facts.floor.value
}

function isLess(a: string, b: string): boolean {
  return (parseGasPrice(a) ?? 0n) < (parseGasPrice(b) ?? 0n)
}

function customCost(
  situation: FeeSituation,
  { gas, price }: Extract<FeeChoice, { readonly kind: 'custom' }>,
): ChosenFee['cost'] {
  if (BigInt(gas) > MOST_GAS) {
    throw new SottoError('fee/gas', `A block holds ${MOST_GAS} units of gas at most. Set a lower limit.`)
  }
  const floor = floorPrice(situation)
  if (floor !== undefined && isLess(price, floor)) {
    throw new SottoError('fee/price', `The node takes no price below ${floor}. Set a higher one.`)
  }
  return { level: 'custom', gas, price, denom: situation.chain.denom }
}

function chosenPayer(situation: FeeSituation, granter: string): Pick<ChosenFee, 'granter'> {
  if (granter === situation.site.granter) return {}
  const offered = coveringAllowances(situation).some((allowance) => allowance.granter === granter)
  if (granter === '' || offered) return { granter }
  throw new SottoError('fee/payer', 'That account cannot pay this fee now. Choose another one.')
}

function coveringAllowances({ facts, fee, typeUrls, now }: FeeSituation): readonly FeeAllowance[] {
  if (facts.allowances.kind !== 'known') return []
  return facts.allowances.value.filter((given) => isCovered(given, { coins: fee.amount, typeUrls, now }))
}

function payerView(allowance: FeeAllowance, { chain, now }: FeeSituation): FeePayer {
  const { granter, limit, period, expires } = allowance
  const limits = [
    ...(limit.length === 0 ? [] : [amountOf(limit, chain.denom)]),
    ...(period === undefined
      ? []
      : [amountOf(period.resetsAt <= now ? period.limit : period.canSpend, chain.denom)]),
  ]
  const left = limits.reduce<bigint | undefined>(
    (least, next) => (least !== undefined && least < next ? least : next),
    undefined,
  )
  return {
    granter,
    ...(left === undefined ? {} : { limit: coinView({ denom: chain.denom, amount: left }) }),
    ...(expires === undefined ? {} : { expires }),
  }
}

export function amountOf(coins: readonly Coin[], denom: string): bigint {
  return coins.reduce((sum, coin) => (coin.denom === denom ? sum + coin.amount : sum), 0n)
}

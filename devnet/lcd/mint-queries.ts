import { formatDecimal } from '../math/decimal'
import { annualProvisions, mintParams, inflation as readInflation } from '../modules/mint/mint'
import type { LcdHandler } from './lcd-request'

export const inflation: LcdHandler = (_, { store }) => ({ inflation: formatDecimal(readInflation(store)) })

export const provisions: LcdHandler = (_, { store }) => ({
  annual_provisions: formatDecimal(annualProvisions(store)),
})

export const params: LcdHandler = (_, { store }) => {
  const all = mintParams(store)
  return {
    params: {
      mint_denom: all.denom,
      inflation_rate_change: formatDecimal(all.rateChange),
      inflation_max: formatDecimal(all.max),
      inflation_min: formatDecimal(all.min),
      goal_bonded: formatDecimal(all.goalBonded),
      blocks_per_year: String(all.blocksPerYear),
    },
  }
}

import type { RequestContext, RiskRule } from './risk-rule'

type Rule = RiskRule<RequestContext>

/** In uscrt: no ordinary transaction costs that much. */
const HIGH_FEE = 5_000_000n
/** How many times the usual gas is far above it. */
const FAR_ABOVE = 5n

const feeHigh: Rule = {
  name: 'fee-high',
  level: 'caution',
  check: ({ fee }) =>
    fee?.amount.some(({ denom, amount }) => denom === 'uscrt' && amount > HIGH_FEE) === true
      ? 'The fee is unusually high.'
      : undefined,
}

const gasHigh: Rule = {
  name: 'gas-high',
  level: 'caution',
  check({ fee, usualGas }) {
    return fee !== undefined && usualGas > 0n && fee.gas > FAR_ABOVE * usualGas
      ? 'The gas limit is far above the usual, and all of it is paid for whether it is used or not.'
      : undefined
  },
}

export const FEE_RULES: readonly Rule[] = [feeHigh, gasHigh]

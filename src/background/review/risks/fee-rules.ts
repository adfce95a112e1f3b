import type { ChainMessage } from '../../../chain/codec/index'
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
  check({ fee, messages }) {
    const usual = messages.reduce((sum, { message }) => sum + usualGas(message), 0n)
    return fee !== undefined && messages.length > 0 && fee.gas > FAR_ABOVE * usual
      ? 'The gas limit is far above the usual, and all of it is paid for whether it is used or not.'
      : undefined
  },
}

/** A generous limit for one such message. Protocol 5. */
function usualGas(message: ChainMessage): bigint {
  switch (message.kind) {
    case 'store-code':
      return 5_000_000n
    case 'instantiate':
    case 'migrate':
      return 800_000n
    case 'execute':
    case 'authz-exec':
      return 500_000n
    default:
      return 200_000n
  }
}

export const FEE_RULES: readonly Rule[] = [feeHigh, gasHigh]

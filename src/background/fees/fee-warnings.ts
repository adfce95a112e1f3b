/** What is wrong with a fee as it stands, whoever set it. */
import { feeFor, isCovered } from '../../chain/index'
import type { Warning } from '../../messages/popup'
import { safeText } from '../review/safe-text'
import { caution, danger, short } from '../review/words'
import { amountOf, type FeeSituation, floorPrice } from './fee-choices'
import { MOST_GAS } from './gas-table'

export function feeWarnings(situation: FeeSituation): readonly Warning[] {
  return [...gasWarnings(situation), ...granterWarnings(situation), ...trialWarnings(situation)]
}

function gasWarnings(situation: FeeSituation): readonly Warning[] {
  const { chain, fee } = situation
  if (fee.gas === 0n)
    return [caution('It has no gas, so the network will refuse it. Choose another fee below.')]
  if (fee.gas > MOST_GAS) {
    return [caution('Its gas limit is more than a block holds, so the network will refuse it.')]
  }
  const floor = floorPrice(situation)
  if (floor === undefined || amountOf(fee.amount, chain.denom) >= feeFor(fee.gas, floor)) return []
  return [caution('The fee is lower than the node takes, so it may be refused. Choose a higher one.')]
}

function granterWarnings({ fee, facts, typeUrls, now }: FeeSituation): readonly Warning[] {
  if (fee.granter === '' || facts.allowances.kind !== 'known') return []
  const allowance = facts.allowances.value.find(({ granter }) => granter === fee.granter)
  if (allowance === undefined) {
    return [danger(`${short(fee.granter)} does not pay fees for this account. The network will refuse it.`)]
  }
  if (isCovered(allowance, { coins: fee.amount, typeUrls, now })) return []
  return [
    danger(`The allowance of ${short(fee.granter)} does not cover this fee. The network will refuse it.`),
  ]
}

/** What the chain would say to the messages, whoever pays. */
export function trialWarnings({ facts: { trial } }: FeeSituation): readonly Warning[] {
  if (trial?.kind !== 'known' || trial.value.kind !== 'refused') return []
  const { message, detail } = trial.value
  // Said already, and better, by the comparison of the account's numbers.
  if (/account sequence mismatch/i.test(detail)) return []
  return [danger(`The chain would refuse this now. ${message} (The node says: ${safeText(detail, 200)})`)]
}

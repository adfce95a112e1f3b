/** A network that a site suggests, as the person sees it. */
import type { Chain } from '../../chain/index'
import type { AddChainReview, Warning } from '../../messages/popup'
import type { AddedChain } from '../networks/added-chain-schema'
import { chainOfAdded } from '../networks/known-chains'
import { safeText } from './safe-text'
import { caution, danger } from './words'

export function addChainReview(suggested: AddedChain, known: readonly Chain[]): AddChainReview {
  const { chainId, name, endpoint, denom } = suggested
  const { symbol, decimals } = chainOfAdded(suggested)
  return {
    kind: 'add-chain',
    chainId,
    name: safeText(name, 60),
    endpoint,
    symbol: safeText(symbol, 20),
    denom: safeText(denom, 128),
    decimals,
    warnings: warningsFor(suggested, known),
  }
}

function warningsFor({ name, symbol, denom, endpoint }: AddedChain, known: readonly Chain[]): Warning[] {
  const warnings: Warning[] = []
  if (known.some((chain) => isSameText(chain.name, name))) {
    warnings.push(danger('You have another network of this name. This one is not the same.'))
  }
  if (denom !== 'uscrt' && isSameText(symbol, 'SCRT')) {
    warnings.push(danger('Its coin calls itself SCRT and is another one.'))
  }
  if (new URL(endpoint).hostname.split('.').some((label) => label.startsWith('xn--'))) {
    warnings.push(caution('The address of its node holds letters of another script and may imitate another.'))
  }
  return warnings
}

function isSameText(a: string, b: string): boolean {
  return fold(a) === fold(b)
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim()
}

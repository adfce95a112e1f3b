import type { PermitReview, Warning } from '../../messages/popup'
import { safeText } from './safe-text'
import type { SignRequest } from './sign-request'
import { rawTruth } from './tx-review'
import { caution, danger } from './words'

type PermitRequest = Extract<SignRequest, { readonly kind: 'permit' }>

/** `labels` names the contracts that the person has in the list of tokens. */
export function reviewPermit(
  { params, doc, signBytes }: PermitRequest,
  labels: ReadonlyMap<string, string>,
): PermitReview {
  return {
    kind: 'permit',
    name: safeText(params.permitName, 200),
    permissions: params.permissions.map((permission) => safeText(permission, 80)),
    tokens: params.allowedTokens.map((contract) => {
      const label = labels.get(contract)
      return {
        contract: safeText(contract, 80),
        ...(label === undefined ? {} : { label: safeText(label, 80) }),
      }
    }),
    ...(params.expires === undefined ? {} : { expires: params.expires }),
    chainId: params.chainId,
    warnings: permitWarnings(params),
    raw: rawTruth(doc, signBytes),
  }
}

function permitWarnings({ permissions, blanket, expires }: PermitRequest['params']): readonly Warning[] {
  const warnings: Warning[] = [
    caution('Whoever has this permit can read what it allows, not only this site.'),
  ]
  if (permissions.includes('owner')) {
    warnings.push(danger('The permission “owner” reads everything that you can read yourself.'))
  }
  if (blanket) warnings.push(danger('It is for every token there is, those you get later too.'))
  if (expires === undefined) {
    warnings.push(caution('It has no end: it holds until you revoke it with a transaction at each token.'))
  }
  return warnings
}

import { builtInNamesake, builtInToken } from '../../chain/index'
import type { PermitReview, Warning } from '../../messages/popup'
import { LONGEST_NAME } from '../permits/remembered-name'
import { type EarlierPermits, earlierPermitWarnings, hasEnded } from './earlier-permits'
import { momentWords } from './moment-words'
import { safeText } from './safe-text'
import type { SignRequest } from './sign-request'
import { rawTruth } from './tx-review'
import { caution, danger, short } from './words'

type PermitRequest = Extract<SignRequest, { readonly kind: 'permit' }>

export interface PermitContext extends Omit<EarlierPermits, 'nameOf'> {
  /** The names of the contracts that the person has in the list of tokens. */
  readonly labels: ReadonlyMap<string, string>
}

export function reviewPermit(
  { params, doc, signBytes }: PermitRequest,
  { labels, ...earlier }: PermitContext,
): PermitReview {
  const { chainId, allowedTokens, blanket, created, expires } = params
  const nameOf = (contract: string): string => labelOf(contract, chainId, labels) ?? short(contract)
  const tokens = blanket ? [] : allowedTokens.map((contract) => tokenView(contract, chainId, labels))
  return {
    kind: 'permit',
    name: safeText(params.permitName, LONGEST_NAME),
    permissions: params.permissions.map((name) => ({
      name: safeText(name, 80),
      text: RIGHTS.get(name) ?? 'do what contracts mean by this, which Sotto does not know',
    })),
    tokens,
    ...(created === undefined ? {} : { starts: dateWords(created) }),
    ...(expires === undefined ? {} : { expires: dateWords(expires) }),
    chainId,
    warnings: [
      ...permitWarnings(params, earlier.now),
      ...tokenWarnings(tokens, chainId),
      ...earlierPermitWarnings(params, { ...earlier, nameOf }),
    ],
    raw: rawTruth(doc, signBytes),
  }
}

/** Protocol 6.2, 6.4. */
const RIGHTS: ReadonlyMap<string, string> = new Map([
  ['balance', 'read your balance'],
  ['history', 'read your transfers, all of them, past and future'],
  ['allowance', 'read who may spend for you, and how much'],
  [
    'owner',
    'read everything that you can read yourself: balances, transfers, collectibles and their private parts',
  ],
])

type TokenView = PermitReview['tokens'][number]

function tokenView(contract: string, chainId: string, labels: ReadonlyMap<string, string>): TokenView {
  const label = labelOf(contract, chainId, labels)
  return { contract: safeText(contract, 80), ...(label === undefined ? {} : { label }) }
}

function labelOf(contract: string, chainId: string, labels: ReadonlyMap<string, string>): string | undefined {
  const label = builtInToken(chainId, contract)?.symbol ?? labels.get(contract)
  return label === undefined ? undefined : safeText(label, 80)
}

/** The codec has checked that it is a date. */
function dateWords(moment: string): string {
  return momentWords(Math.floor(Date.parse(moment) / 1000)) ?? safeText(moment, 40)
}

function permitWarnings(params: PermitRequest['params'], now: number): readonly Warning[] {
  const { permissions, blanket, created, expires } = params
  const warnings: Warning[] = [
    caution('Whoever has this permit can read what it allows, not only this site.'),
  ]
  if (permissions.includes('owner')) {
    warnings.push(danger('The permission “owner” reads everything that you can read yourself.'))
  }
  if (!permissions.every((permission) => RIGHTS.has(permission))) {
    warnings.push(caution('It asks for a permission that Sotto does not know.'))
  }
  if (blanket) warnings.push(danger('It is for every token there is, those you get later too.'))
  if (expires === undefined) {
    warnings.push(caution('It has no end: it holds until you revoke it with a transaction at each token.'))
  } else if (created !== undefined && Date.parse(expires) <= Date.parse(created)) {
    warnings.push(caution('It ends before it begins, so no contract will take it.'))
  } else if (hasEnded(expires, now)) {
    warnings.push(caution('This permit has already ended.'))
  }
  return warnings
}

function tokenWarnings(tokens: readonly TokenView[], chainId: string): readonly Warning[] {
  const unseen = tokens.filter(({ label }) => label === undefined).length
  const warnings: Warning[] = []
  if (unseen > 0) {
    const which =
      unseen === tokens.length ? 'no contract in it' : `${unseen} of its ${tokens.length} contracts`
    const known = unseen === tokens.length ? 'knows' : 'does not know'
    warnings.push(caution(`Sotto, with your list of tokens, ${known} ${which}.`))
  }
  for (const { label, contract } of tokens) {
    const namesake = label === undefined ? undefined : builtInNamesake(chainId, label, contract)
    if (namesake !== undefined) {
      warnings.push(
        danger(
          `This ${label} is not the one that Sotto knows, which is ${namesake.address}, but another contract.`,
        ),
      )
    }
  }
  if (hasTwoOfOneName(tokens)) {
    warnings.push(caution('Two different contracts in it have the same name. Compare their addresses.'))
  }
  return warnings
}

function hasTwoOfOneName(tokens: readonly TokenView[]): boolean {
  const contracts = new Map(tokens.map(({ label, contract }) => [label?.toLowerCase(), contract]))
  return tokens.some(({ label, contract }) => {
    return label !== undefined && contracts.get(label.toLowerCase()) !== contract
  })
}

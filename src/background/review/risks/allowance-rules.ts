import type { Allowance, Authorization, ChainMessage } from '../../../chain/codec/index'
import type { ContractAction } from '../../../chain/index'
import { UNLIMITED } from '../token-context'
import { short } from '../words'
import type { MessageContext, RiskRule } from './risk-rule'

type Rule = RiskRule<MessageContext>

/** An end that is further away is as good as none. In seconds: two years of 365 days. */
const FAR_SECONDS = 2 * 365 * 86_400

/** What somebody else may take from the account from now on. */
interface Given {
  readonly to: string
  readonly unlimited: boolean
  readonly ends: End
}

/** The moment in Unix seconds; undefined where there is none, and endless where it cannot be told, as that of a block. */
type End = number | undefined

function given({ at: { action, message } }: MessageContext): readonly Given[] {
  return action === undefined ? grantsOf(message) : rightsOf(action)
}

/** The right to spend tokens, or to move collectibles: of one, of all, or of so many of one kind. */
function rightsOf(action: ContractAction): readonly Given[] {
  switch (action.kind) {
    case 'increase-allowance':
      return [{ to: action.spender, unlimited: action.amount >= UNLIMITED, ends: action.expiration }]
    case 'nft-approve':
      return [{ to: action.spender, unlimited: false, ends: endOf(action.expires) }]
    case 'nft-approve-all':
      return [{ to: action.operator, unlimited: false, ends: endOf(action.expires) }]
    case 'nft-access':
      if (action.address === undefined || !givesTransfer(action)) return []
      return [{ to: action.address, unlimited: false, ends: endOf(action.expires) }]
    case 'item-give-permission': {
      const { allowed, transfer = 0n, transferExpiry } = action
      return transfer === 0n
        ? []
        : [{ to: allowed, unlimited: transfer >= UNLIMITED, ends: endOf(transferExpiry) }]
    }
    default:
      return []
  }
}

type NftAccess = Extract<ContractAction, { readonly kind: 'nft-access' }>

function givesTransfer({ transfer }: NftAccess): boolean {
  return transfer === 'all' || transfer === 'approve_token'
}

function endOf(expires: NftAccess['expires']): End {
  if (expires === undefined || expires === 'never') return undefined
  return 'atTime' in expires ? expires.atTime : Number.POSITIVE_INFINITY
}

/** Those inside of what is run for others count too: whoever signs gives them. */
function grantsOf(message: ChainMessage): readonly Given[] {
  switch (message.kind) {
    case 'fee-grant':
      return [{ to: message.grantee, ...allowanceOf(message.allowance) }]
    case 'authz-grant': {
      const { authorization, expiration } = message.grant
      return [{ to: message.grantee, unlimited: isUnlimited(authorization), ends: secondsOf(expiration) }]
    }
    case 'authz-exec':
      return message.messages.flatMap(grantsOf)
    default:
      return []
  }
}

function secondsOf(moment: { readonly seconds: bigint } | undefined): End {
  return moment === undefined ? undefined : Number(moment.seconds)
}

function isUnlimited(authorization: Authorization | undefined): boolean {
  if (authorization?.kind === 'send') return authorization.spendLimit.length === 0
  return authorization?.kind === 'generic'
}

function allowanceOf(allowance: Allowance | undefined): Pick<Given, 'unlimited' | 'ends'> {
  switch (allowance?.kind) {
    case 'basic':
      return { unlimited: allowance.spendLimit.length === 0, ends: secondsOf(allowance.expiration) }
    case 'periodic':
      // Each period has its own limit, so only what has no end adds up without one.
      return { unlimited: false, ends: secondsOf(allowance.basic?.expiration) }
    case 'allowed-messages':
      return allowanceOf(allowance.allowance)
    default:
      return { unlimited: false, ends: Number.POSITIVE_INFINITY }
  }
}

const unlimited: Rule = {
  name: 'allowance-unlimited',
  level: 'danger',
  check(context) {
    const found = given(context).find((one) => one.unlimited)
    return found === undefined
      ? undefined
      : `There is no limit to what ${short(found.to)} may take. Ask the site for the amount that it needs.`
  },
}

const endless: Rule = {
  name: 'allowance-without-end',
  level: 'caution',
  check(context) {
    const all = given(context)
    const found = all.find(({ ends }) => ends === undefined)
    if (found !== undefined)
      return `What you allow ${short(found.to)} has no end: it holds until you take it back.`
    const far = all.find(({ ends = 0 }) => ends > context.now / 1000 + FAR_SECONDS)
    return far === undefined
      ? undefined
      : `What you allow ${short(far.to)} may hold for more than two years. Take it back when it is no longer needed.`
  },
}

export const ALLOWANCE_RULES: readonly Rule[] = [unlimited, endless]

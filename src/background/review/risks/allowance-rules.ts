import type { Allowance, Authorization, ChainMessage } from '../../../chain/codec/index'
import type { ContractAction } from '../../../chain/index'
import { UNLIMITED } from '../token-context'
import { short } from '../words'
import type { MessageContext, RiskRule } from './risk-rule'

type Rule = RiskRule<MessageContext>

/** What somebody else may take from the account from now on. */
interface Given {
  readonly to: string
  readonly unlimited: boolean
  readonly endless: boolean
}

function given({ at: { action, message } }: MessageContext): Given | undefined {
  if (action?.kind === 'increase-allowance') {
    return {
      to: action.spender,
      unlimited: action.amount >= UNLIMITED,
      endless: action.expiration === undefined,
    }
  }
  return action === undefined ? grantOf(message) : collectibleRights(action)
}

/** The right to move collectibles: of one, of all, or of so many of one kind. */
function collectibleRights(action: ContractAction): Given | undefined {
  switch (action.kind) {
    case 'nft-approve':
      return { to: action.spender, unlimited: false, endless: isEndless(action.expires) }
    case 'nft-approve-all':
      return { to: action.operator, unlimited: false, endless: isEndless(action.expires) }
    case 'nft-access':
      if (action.address === undefined || !givesTransfer(action)) return undefined
      return { to: action.address, unlimited: false, endless: isEndless(action.expires) }
    case 'item-give-permission':
      if (action.transfer === undefined || action.transfer === 0n) return undefined
      return {
        to: action.allowed,
        unlimited: action.transfer >= UNLIMITED,
        endless: isEndless(action.transferExpiry),
      }
    default:
      return undefined
  }
}

type NftAccess = Extract<ContractAction, { readonly kind: 'nft-access' }>

function givesTransfer({ transfer }: NftAccess): boolean {
  return transfer === 'all' || transfer === 'approve_token'
}

function isEndless(expiry: NftAccess['expires']): boolean {
  return expiry === undefined || expiry === 'never'
}

function grantOf(message: ChainMessage): Given | undefined {
  if (message.kind === 'fee-grant') {
    const { unlimited, endless } = allowanceOf(message.allowance)
    return { to: message.grantee, unlimited, endless }
  }
  if (message.kind !== 'authz-grant') return undefined
  const { authorization, expiration } = message.grant
  return {
    to: message.grantee,
    unlimited: isUnlimited(authorization),
    endless: expiration === undefined,
  }
}

function isUnlimited(authorization: Authorization | undefined): boolean {
  if (authorization?.kind === 'send') return authorization.spendLimit.length === 0
  return authorization?.kind === 'generic'
}

function allowanceOf(allowance: Allowance | undefined): Pick<Given, 'unlimited' | 'endless'> {
  switch (allowance?.kind) {
    case 'basic':
      return { unlimited: allowance.spendLimit.length === 0, endless: allowance.expiration === undefined }
    case 'periodic':
      // Each period has its own limit, so only what has no end adds up without one.
      return { unlimited: false, endless: allowance.basic?.expiration === undefined }
    case 'allowed-messages':
      return allowanceOf(allowance.allowance)
    default:
      return { unlimited: false, endless: false }
  }
}

const unlimited: Rule = {
  name: 'allowance-unlimited',
  level: 'danger',
  check(context) {
    const found = given(context)
    return found?.unlimited === true
      ? `There is no limit to what ${short(found.to)} may take. Ask the site for the amount that it needs.`
      : undefined
  },
}

const endless: Rule = {
  name: 'allowance-without-end',
  level: 'caution',
  check(context) {
    const found = given(context)
    return found?.endless === true
      ? `What you allow ${short(found.to)} has no end: it holds until you take it back.`
      : undefined
  },
}

export const ALLOWANCE_RULES: readonly Rule[] = [unlimited, endless]

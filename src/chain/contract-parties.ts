import type { Address } from '../domain/index'
import type { ContractAction } from './contract-message'
import type { NftAccess } from './snip721-action'

/** What an address gets or is by a message: `contract` receives tokens with a message, `spender` and `operator` may move them later, `viewer` may only read. */
export type PartyRole =
  | 'recipient'
  | 'contract'
  | 'spender'
  | 'operator'
  | 'viewer'
  | 'owner'
  | 'minter'
  | 'admin'

export interface Party {
  readonly role: PartyRole
  readonly address: Address
  /** The code hash by which a receiving contract is called, where the message says one. */
  readonly codeHash?: string | undefined
}

/** Every address that a message names, with its part in it, in the order of the message; decoys are nobody. */
export function partiesOf(action: ContractAction): readonly Party[] {
  switch (action.kind) {
    case 'transfer':
    case 'transfer-from':
    case 'mint':
    case 'burn':
    case 'burn-from':
      return action.movements.flatMap((one) => moved('recipient', one))
    case 'send':
    case 'send-from':
      return action.movements.flatMap((one) => moved('contract', one))
    case 'nft-transfer':
    case 'nft-burn':
      return action.nftMovements.flatMap((one) => moved('recipient', one))
    case 'nft-send':
      return action.nftMovements.flatMap((one) => moved('contract', one))
    case 'item-transfer':
      return action.itemMovements.flatMap((one) => moved('recipient', { ...one, owner: one.from }))
    case 'item-send':
      return action.itemMovements.flatMap((one) => moved('contract', { ...one, owner: one.from }))
    case 'nft-mint':
      return action.mints.flatMap(({ owner }) => party('recipient', owner))
    case 'nft-mint-clones':
      return party('recipient', action.mint.owner)
    case 'item-curate':
    case 'item-mint':
      return action.items.flatMap(({ balances }) =>
        balances.flatMap((one) => party('recipient', one.address)),
      )
    case 'item-burn':
      return action.items.flatMap(({ balances }) => balances.flatMap((one) => party('owner', one.address)))
    default:
      return rightsOf(action)
  }
}

type RightsAction = Exclude<
  ContractAction,
  | { readonly movements: unknown }
  | { readonly nftMovements: unknown }
  | { readonly itemMovements: unknown }
  | {
      readonly kind: 'nft-mint' | 'nft-mint-clones' | 'item-curate' | 'item-mint' | 'item-burn'
    }
>

function rightsOf(action: RightsAction): readonly Party[] {
  switch (action.kind) {
    case 'increase-allowance':
    case 'decrease-allowance':
    case 'nft-approve':
    case 'nft-revoke':
      return party('spender', action.spender)
    case 'nft-approve-all':
    case 'nft-revoke-all':
      return party('operator', action.operator)
    case 'nft-access':
      return party(accessRole(action.transfer), action.address)
    case 'item-give-permission':
      return party(action.transfer === undefined ? 'viewer' : 'spender', action.allowed)
    case 'item-revoke-permission':
      return [...party('owner', action.owner), ...party('spender', action.allowed)]
    case 'change-admin':
      return party('admin', action.address)
    case 'item-change-admin':
      return party('admin', action.newAdmin)
    case 'item-remove-admin':
      return party('admin', action.currentAdmin)
    case 'add-minters':
    case 'remove-minters':
    case 'set-minters':
    case 'item-add-minters':
    case 'item-remove-minters':
      return action.minters.flatMap((one) => party('minter', one))
    case 'item-add-curators':
    case 'item-remove-curators':
      return action.curators.flatMap((one) => party('minter', one))
    default:
      return noParties(action)
  }
}

/** The rest is between the account and the contract alone. */
function noParties(
  _action: Extract<
    RightsAction,
    {
      readonly kind:
        | 'redeem'
        | 'deposit'
        | 'create-viewing-key'
        | 'set-viewing-key'
        | 'revoke-permit'
        | 'revoke-all-permits'
        | 'delete-permit-revocation'
        | 'register-receive'
        | 'set-contract-status'
        | 'add-supported-denoms'
        | 'remove-supported-denoms'
        | 'set-notification-status'
        | 'nft-make-private'
        | 'nft-reveal'
        | 'nft-set-metadata'
        | 'nft-set-royalty'
        | 'nft-register-receive'
        | 'nft-stop-transactions'
        | 'item-change-metadata'
    }
  >,
): readonly Party[] {
  return []
}

function accessRole(transfer: NftAccess | undefined): PartyRole {
  if (transfer === 'all') return 'operator'
  return transfer === 'approve_token' ? 'spender' : 'viewer'
}

interface Moved {
  readonly owner?: Address | undefined
  readonly recipient: Address | undefined
  readonly recipientCodeHash: string | undefined
}

function moved(role: 'recipient' | 'contract', one: Moved): readonly Party[] {
  const { owner, recipient, recipientCodeHash: codeHash } = one
  const receiver = party(role, recipient)
  const called = role === 'contract' && codeHash !== undefined
  return [...party('owner', owner), ...(called ? receiver.map((each) => ({ ...each, codeHash })) : receiver)]
}

function party(role: PartyRole, address: Address | undefined): readonly Party[] {
  return address === undefined ? [] : [{ role, address }]
}

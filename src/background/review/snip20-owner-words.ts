import type { Snip20Action } from '../../chain/index'
import { fact, type MessageWords, short, words } from './words'

export type OwnerAction = Extract<
  Snip20Action,
  {
    readonly kind:
      | 'register-receive'
      | 'change-admin'
      | 'set-contract-status'
      | 'add-minters'
      | 'remove-minters'
      | 'set-minters'
      | 'add-supported-denoms'
      | 'remove-supported-denoms'
      | 'set-notification-status'
  }
>

const STATUS = {
  normal_run: 'work as usual',
  stop_all_but_redeems: 'stop everything but turning tokens back into coins',
  stop_all: 'stop everything',
} as const

/** What only the owner of a contract can do. `token` is the token's name. */
export function ownerWords(action: OwnerAction, token: string): MessageWords {
  const title = `Manage ${token}`
  switch (action.kind) {
    case 'change-admin':
      return words({
        title,
        sentence: `Make ${short(action.address)} the owner of the ${token} contract`,
        facts: [fact('New owner', action.address)],
      })
    case 'add-minters':
    case 'remove-minters':
    case 'set-minters':
      return words({
        title,
        sentence: `${MINTERS[action.kind]} create ${token}: ${addressCount(action.minters)}`,
        facts: addressFacts('Minter', action.minters),
      })
    case 'add-supported-denoms':
    case 'remove-supported-denoms':
      return words({
        title,
        sentence: `${action.kind === 'add-supported-denoms' ? 'Let' : 'No longer let'} people turn these coins into ${token}`,
        facts: action.denoms.map((denom) => fact('Coin', denom)),
      })
    case 'set-contract-status':
      return words({ title, sentence: `Have the ${token} contract ${STATUS[action.level]}` })
    case 'set-notification-status':
      return words({
        title,
        sentence: `Turn notifications of the ${token} contract ${action.enabled ? 'on' : 'off'}`,
      })
    case 'register-receive':
      return words({
        title,
        sentence: `Let ${token} tell a contract when it receives tokens`,
        facts: [fact('Code hash', action.codeHash)],
      })
    default:
      return action satisfies never
  }
}

const MINTERS = {
  'add-minters': 'Also let these accounts',
  'remove-minters': 'No longer let these accounts',
  'set-minters': 'Let these accounts and no others',
} as const

export function addressCount(addresses: readonly string[]): string {
  const [only] = addresses
  return addresses.length === 1 && only !== undefined ? short(only) : `${addresses.length} of them`
}

export function addressFacts(label: string, addresses: readonly string[]): MessageWords['facts'] {
  return addresses.map((address) => fact(label, address))
}

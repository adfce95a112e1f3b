import type { Snip20Action } from '../../chain/index'
import { coinName } from './coin-words'
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
        sentence: letWords(LETS[action.kind], action.minters, `create ${token}`),
        facts: addressFacts('Minter', action.minters),
      })
    case 'add-supported-denoms':
    case 'remove-supported-denoms':
      return words({
        title,
        sentence: `${action.kind === 'add-supported-denoms' ? 'Let' : 'No longer let'} people turn these coins into ${token}`,
        facts: action.denoms.map((denom) => fact('Coin', coinName(denom))),
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

const LETS = { 'add-minters': 'also', 'remove-minters': 'no-longer', 'set-minters': 'only' } as const

/** Who may do something, or no longer: one by its address, several by their number, with the addresses in the facts. */
export function letWords(
  how: 'also' | 'no-longer' | 'only',
  addresses: readonly string[],
  does: string,
): string {
  const [only] = addresses
  const who = addresses.length === 1 && only !== undefined ? short(only) : `${addresses.length} accounts`
  switch (how) {
    case 'also':
      return `Also let ${who} ${does}`
    case 'no-longer':
      return `No longer let ${who} ${does}`
    case 'only':
      return addresses.length === 0 ? `Let nobody ${does}` : `Let ${who} and nobody else ${does}`
    default:
      return how satisfies never
  }
}

export function addressFacts(label: string, addresses: readonly string[]): MessageWords['facts'] {
  return addresses.map((address) => fact(label, address))
}

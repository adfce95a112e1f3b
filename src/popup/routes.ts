/** Where one is in the unlocked wallet. */
export type Route =
  | { readonly kind: 'home' }
  | { readonly kind: 'activity' }
  | { readonly kind: 'sites' }
  | { readonly kind: 'site'; readonly origin: string }
  /** Without an address: the account in use. */
  | { readonly kind: 'receive'; readonly address?: string }
  | { readonly kind: 'approvals' }
  | { readonly kind: 'token'; readonly contract: string }
  | { readonly kind: 'entry'; readonly id: string }
  | { readonly kind: 'security'; readonly id: string }
  | AccountRoute
  | SettingsRoute

/** The places under Settings. */
export interface SettingsRoute {
  readonly kind:
    | 'settings'
    | 'accounts-and-backup'
    | 'backup-file'
    | 'restore-backup'
    | 'security-settings'
    | 'change-password'
    | 'passkeys'
    | 'add-passkey'
    | 'forget-wallet'
    | 'network'
    | 'prices'
    | 'about'
}

/** The places for accounts, for what they come from, and for the address book. */
export type AccountRoute =
  | { readonly kind: 'accounts' }
  | { readonly kind: 'account'; readonly address: string }
  | { readonly kind: 'add-account' }
  | { readonly kind: 'secret'; readonly secretId: string }
  /** The recovery phrase itself. */
  | { readonly kind: 'phrase'; readonly secretId: string }
  /** The used accounts that a phrase leads to. */
  | { readonly kind: 'found'; readonly secretId: string }
  | { readonly kind: 'contacts' }
  /** One entry of the address book; a new one when the address is not in it, and it may be empty. */
  | { readonly kind: 'contact'; readonly address: string }

/** Goes to a place. */
export type Go = (route: Route) => void

export type Tab = 'home' | 'activity' | 'sites' | 'settings'

export const HOME: Route = { kind: 'home' }

/** The place that a page was opened for; home when its address names none that a page may begin with. */
export function firstRoute(place: string | undefined): Route {
  switch (place) {
    case 'backup-file':
    case 'restore-backup':
    case 'add-passkey':
      return { kind: place }
    default:
      return HOME
  }
}

/** The place one step back; undefined at home. */
export function parentOf(route: Route): Route | undefined {
  switch (route.kind) {
    case 'home':
      return undefined
    case 'entry':
      return { kind: 'activity' }
    case 'site':
      return { kind: 'sites' }
    case 'activity':
    case 'sites':
    case 'settings':
    case 'approvals':
    case 'token':
    case 'security':
      return HOME
    case 'accounts-and-backup':
    case 'security-settings':
    case 'network':
    case 'prices':
    case 'about':
      return { kind: 'settings' }
    case 'accounts':
    case 'contacts':
    case 'backup-file':
      return { kind: 'accounts-and-backup' }
    case 'restore-backup':
      return { kind: 'backup-file' }
    case 'change-password':
    case 'passkeys':
    case 'forget-wallet':
      return { kind: 'security-settings' }
    case 'add-passkey':
      return { kind: 'passkeys' }
    case 'receive':
      return route.address === undefined ? HOME : { kind: 'account', address: route.address }
    case 'account':
    case 'add-account':
    case 'secret':
      return { kind: 'accounts' }
    case 'phrase':
    case 'found':
      return { kind: 'secret', secretId: route.secretId }
    case 'contact':
      return { kind: 'contacts' }
    default:
      return route satisfies never
  }
}

/** True where one fills something in or decides: such a place has the screen to itself. */
export function isTask({ kind }: Route): boolean {
  switch (kind) {
    case 'approvals':
    case 'security':
    case 'backup-file':
    case 'restore-backup':
    case 'change-password':
    case 'add-passkey':
    case 'forget-wallet':
    case 'phrase':
    case 'found':
    case 'add-account':
    case 'contact':
      return true
    default:
      return false
  }
}

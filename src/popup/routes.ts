/** Where one is in the unlocked wallet. */
export type Route =
  | { readonly kind: 'home' }
  | { readonly kind: 'activity' }
  | { readonly kind: 'sites' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'receive' }
  | { readonly kind: 'approvals' }
  | { readonly kind: 'token'; readonly contract: string }
  | { readonly kind: 'entry'; readonly id: string }
  | { readonly kind: 'security'; readonly id: string }

/** Goes to a place. */
export type Go = (route: Route) => void

export type Tab = 'home' | 'activity' | 'sites' | 'settings'

export const HOME: Route = { kind: 'home' }

/** The place one step back; undefined at home. */
export function parentOf(route: Route): Route | undefined {
  switch (route.kind) {
    case 'home':
      return undefined
    case 'entry':
      return { kind: 'activity' }
    case 'activity':
    case 'sites':
    case 'settings':
    case 'receive':
    case 'approvals':
    case 'token':
    case 'security':
      return HOME
    default:
      return route satisfies never
  }
}

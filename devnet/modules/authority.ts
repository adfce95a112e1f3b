import { AbciError } from '../node/abci-error'
import { GOV } from './module-address'

/** Throws unless a message comes from the gov module, that is from a passed proposal (Protocol 3.6). */
export function checkAuthority(authority: string): void {
  if (authority === GOV) return
  throw new AbciError(
    'gov',
    13,
    `invalid authority; expected ${GOV}, got ${authority}: expected gov account as only signer for proposal message`,
  )
}

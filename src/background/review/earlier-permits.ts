/** A contract revokes permits by their name, so two of one name go together. Protocol 6.4. */
import { ANY_TOKEN, type PermitParams } from '../../chain/codec/index'
import type { Warning } from '../../messages/popup'
import { rememberedName } from '../permits/remembered-name'
import type { SignedPermit } from '../permits/signed-permit-schema'
import { listWords } from './coin-words'
import { safeText } from './safe-text'
import { caution, note } from './words'

export interface EarlierPermits {
  /** What was signed here, newest first, by any account on any network. */
  readonly signed: readonly SignedPermit[]
  readonly signer: Pick<SignedPermit, 'account' | 'origin'>
  /** Milliseconds since 1970. */
  readonly now: number
  /** How a contract is called in a sentence. */
  readonly nameOf: (contract: string) => string
}

const MOST_NAMED = 3

/** Says which permits that still hold would be revoked together with this one. */
export function earlierPermitWarnings(params: PermitParams, earlier: EarlierPermits): readonly Warning[] {
  const { signed, signer, now, nameOf } = earlier
  const namesakes = signed
    .filter(({ account, chainId }) => account === signer.account && chainId === params.chainId)
    .filter(({ name, expires }) => name === rememberedName(params.permitName) && !hasEnded(expires, now))
    .map(({ origin, tokens }) => ({ origin, tokens: sharedTokens(tokens, params.allowedTokens) }))
    .filter(({ tokens }) => tokens.length > 0)
  if (namesakes.length === 0) return []
  const sites = [...new Set(namesakes.map(({ origin }) => safeText(origin, 300)))]
  const tokens = [...new Set(namesakes.flatMap((permit) => permit.tokens))]
  const places = tokens.includes(ANY_TOKEN)
    ? 'every token'
    : someOf([...new Set(tokens.map(nameOf))], 'contracts')
  const all = namesakes.length === 1 ? 'both' : 'all of them'
  const text = `You signed a permit of this name before, for ${places}, for ${someOf(sites, 'sites')}. Revoking one revokes ${all}.`
  // The same site again is its own affair; another one loses its permit with this one.
  return [namesakes.every(({ origin }) => origin === signer.origin) ? note(text) : caution(text)]
}

/** True when a permit with that end is worth nothing any more. */
export function hasEnded(expires: string | undefined, now: number): boolean {
  return expires !== undefined && Date.parse(expires) <= now
}

/** Where both hold; `ANY_TOKEN` alone when that is everywhere. */
function sharedTokens(one: readonly string[], other: readonly string[]): readonly string[] {
  if (one.includes(ANY_TOKEN)) return other
  return other.includes(ANY_TOKEN) ? one : one.filter((contract) => other.includes(contract))
}

function someOf(names: readonly string[], kind: string): string {
  const rest = names.length - MOST_NAMED
  return listWords(rest > 0 ? [...names.slice(0, MOST_NAMED), `${rest} more ${kind}`] : names)
}

import type { Address } from '../../src/domain/index'
import type { QueryCall } from './contract'
import { momentOf } from './last-block'
import type { MessageFields } from './message-fields'
import { checkRevocations, isRevoked } from './permit-revocations'
import { readSigner, type SignedMessage } from './signed-document'
import { genericError } from './std-error'

/** How one contract reads permits. */
export interface PermitRules {
  /** SNIP-24.1: permits may say when they begin and end, and may be for any token (Protocol 6.5). */
  readonly dated: boolean
  /** What a contract says that verifies on its own, or one that lets the host verify (Protocol 6.3). */
  readonly badSignature: 'names the reason' | 'gives no reason'
}

export interface OpenPermit {
  readonly signer: Address
  readonly permissions: readonly string[]
}

interface PermitParams {
  readonly name: string
  readonly allowedTokens: readonly string[]
  readonly chainId: string
  readonly permissions: readonly string[]
  readonly created: string | undefined
  readonly expires: string | undefined
}

const ANY_TOKEN = 'ANY_TOKEN'

/** Permissions as the contracts print them in their refusals. */
const PERMISSION_NAMES: Readonly<Record<string, string>> = {
  allowance: 'Allowance',
  balance: 'Balance',
  history: 'History',
  owner: 'Owner',
}

/** Checks token, dates, revocation and signature, in the real contract's order, and tells who signed (Protocol 6.4). */
export function openPermit(call: QueryCall, permit: MessageFields, rules: PermitRules): OpenPermit {
  const params = readParams(permit.fields('params'), rules)
  const signature = permit.fields('signature')
  checkTokens(params, call.env.contract.address, rules)
  const created = checkDates(params, momentOf(call.env).time)
  const { address: signer, verify } = readSigner(signature, () => badSignature(rules))
  if (rules.dated) checkRevocations(call.storage, signer, created)
  if (isRevoked(call.storage, signer, params.name)) {
    throw genericError(`Permit ${JSON.stringify(params.name)} was revoked by account "${signer}"`)
  }
  verify(params.chainId, signedMessage(params))
  return { signer, permissions: params.permissions }
}

/** True if the permit gives this permission, or `owner`, which gives all. */
export function permits(permit: OpenPermit, permission: string): boolean {
  return permit.permissions.includes(permission) || permit.permissions.includes('owner')
}

/** The list at the end of every refusal: `[Balance, History]`. */
export function printPermissions({ permissions }: OpenPermit): string {
  return `[${permissions.map((name) => PERMISSION_NAMES[name] ?? name).join(', ')}]`
}

/** The dates are no part of what an older contract rebuilds, so a permit that has them fails its signature there. */
function readParams(fields: MessageFields, { dated }: PermitRules): PermitParams {
  return {
    name: fields.string('permit_name'),
    allowedTokens: fields.strings('allowed_tokens'),
    chainId: fields.string('chain_id'),
    permissions: fields.strings('permissions'),
    created: dated ? fields.optionalString('created') : undefined,
    expires: dated ? fields.optionalString('expires') : undefined,
  }
}

function checkTokens({ allowedTokens, created }: PermitParams, token: Address, { dated }: PermitRules): void {
  if (dated && allowedTokens.includes(ANY_TOKEN)) {
    if (allowedTokens.length > 1) throw genericError('Blanket permits cannot contain other allowed tokens')
    if (created === undefined) throw genericError('Blanket permits must have a `created` time')
    return
  }
  if (allowedTokens.includes(token)) return
  const allowed = allowedTokens.map((address) => JSON.stringify(address)).join(', ')
  throw genericError(`Permit doesn't apply to token "${token}", allowed tokens: [${allowed}]`)
}

/** Throws unless `now`, in Unix seconds, is within the dates; returns when the permit was created. */
function checkDates({ created, expires }: PermitParams, now: number): number | undefined {
  const begin = created === undefined ? undefined : secondsOf(created)
  if (begin !== undefined && begin > now) throw genericError('Permit `created` after current block time')
  if (expires !== undefined && secondsOf(expires) <= now) throw genericError('Permit has expired')
  return begin
}

/** Unix seconds of a time in ISO 8601, which must be in UTC. */
function secondsOf(time: string): number {
  const milliseconds = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(time) ? Date.parse(time) : Number.NaN
  if (Number.isNaN(milliseconds)) throw genericError('ISO 8601 string could not be parsed')
  if (!time.endsWith('Z')) throw genericError('ISO 8601 string not in Zulu (UTC+0)')
  if (milliseconds < 0) throw genericError('Date time before January 1, 1970 0:00:00 UTC not supported')
  return Math.floor(milliseconds / 1000)
}

/** What is signed; absent dates are left out. */
function signedMessage({ name, allowedTokens, permissions, created, expires }: PermitParams): SignedMessage {
  const value = { allowed_tokens: allowedTokens, created, expires, permissions, permit_name: name }
  return { type: 'query_permit', value }
}

function badSignature({ badSignature }: PermitRules): Error {
  const text = 'Failed to verify signatures for the given permit'
  return genericError(badSignature === 'names the reason' ? `${text}: IncorrectSignature` : text)
}

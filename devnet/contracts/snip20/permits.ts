import { sha256 } from '@noble/hashes/sha2.js'
import { base64 } from '@scure/base'
import { accountBytesOf, verifySignature } from '../../../src/crypto/index'
import { type Address, addressFromBytes } from '../../../src/domain/index'
import type { ContractStorage, QueryCall } from '../contract'
import type { MessageFields } from '../message-fields'
import { genericError } from '../std-error'

/** The permission a query needs, and how the contract prints it in its refusals. */
const PERMISSION_NAMES: Readonly<Record<string, string>> = {
  allowance: 'Allowance',
  balance: 'Balance',
  history: 'History',
  owner: 'Owner',
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
}

/** Checks token, revocation and signature, in the real contract's order, and tells who signed (Protocol 6.4). */
export function openPermit(call: QueryCall, permit: MessageFields): OpenPermit {
  const params = readParams(permit.fields('params'))
  const signature = permit.fields('signature')
  const token = call.env.contract.address
  if (!params.allowedTokens.includes(token)) {
    const allowed = params.allowedTokens.map((address) => JSON.stringify(address)).join(', ')
    throw genericError(`Permit doesn't apply to token "${token}", allowed tokens: [${allowed}]`)
  }
  const publicKey = decodeBytes(signature.fields('pub_key').string('value'), 33)
  const signer = addressFromBytes(accountBytesOf(publicKey))
  if (isRevoked(call.storage, signer, params.name)) {
    throw genericError(`Permit "${params.name}" was revoked by account "${signer}"`)
  }
  const digest = sha256(new TextEncoder().encode(signedText(params)))
  if (!verifySignature(publicKey, digest, decodeBytes(signature.string('signature'), 64))) {
    throw badSignature()
  }
  return { signer, permissions: params.permissions }
}

/** Throws unless the permit gives this permission or `owner`, which gives all. */
export function requirePermission(permit: OpenPermit, permission: string): void {
  if (permit.permissions.includes(permission) || permit.permissions.includes('owner')) return
  const printed = permit.permissions.map((name) => PERMISSION_NAMES[name] ?? name).join(', ')
  throw genericError(`No permission to query ${permission}, got permissions [${printed}]`)
}

export function revokePermit(storage: ContractStorage, account: Address, name: string): void {
  storage.set(`revoked/${account}/${name}`, '1')
}

function isRevoked(storage: ContractStorage, account: Address, name: string): boolean {
  return storage.get(`revoked/${account}/${name}`) !== undefined
}

function readParams(fields: MessageFields): PermitParams {
  return {
    name: fields.string('permit_name'),
    allowedTokens: fields.strings('allowed_tokens'),
    chainId: fields.string('chain_id'),
    permissions: fields.strings('permissions'),
  }
}

/** The signed document: keys sorted, lists in the given order, and no HTML escaping. */
function signedText({ name, allowedTokens, chainId, permissions }: PermitParams): string {
  return JSON.stringify({
    account_number: '0',
    chain_id: chainId,
    fee: { amount: [{ amount: '0', denom: 'uscrt' }], gas: '1' },
    memo: '',
    msgs: [
      { type: 'query_permit', value: { allowed_tokens: allowedTokens, permissions, permit_name: name } },
    ],
    sequence: '0',
  })
}

function decodeBytes(text: string, length: number): Uint8Array {
  let bytes: Uint8Array
  try {
    bytes = base64.decode(text)
  } catch (cause) {
    if (cause instanceof Error) throw badSignature()
    throw cause
  }
  if (bytes.length !== length) throw badSignature()
  return bytes
}

function badSignature(): Error {
  return genericError('Failed to verify signatures for the given permit: IncorrectSignature')
}

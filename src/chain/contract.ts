import * as v from 'valibot'
import { type Address, type CodeHash, isAddress, parseCodeHash } from '../domain/index'
import { readAnswer, uintText } from './answer'
import { transportError } from './chain-error'
import type { Client } from './client'

/** The public facts about a contract. */
export interface ContractInfo {
  readonly contract: Address
  readonly codeId: bigint
  readonly creator: string
  readonly label: string
  /** Who may migrate it to other code; undefined when nobody can. */
  readonly admin: Address | undefined
  readonly requiresGovernance: boolean
}

const hashAnswer = v.object({ code_hash: v.pipe(v.string(), v.regex(/^[0-9a-fA-F]{64}$/)) })
const infoAnswer = v.object({
  contract_address: v.string(),
  contract_info: v.object({
    code_id: uintText(),
    creator: v.nullish(v.string(), ''),
    label: v.optional(v.string(), ''),
    admin: v.optional(v.union([v.literal(''), v.custom<Address>(isAddress)]), ''),
    require_governance: v.optional(v.boolean(), false),
  }),
})

/**
 * The hash of the code a contract runs, cached with the client; `fresh` asks again, as before signing.
 * Throws ChainError, `chain/not-found` for an address that is no contract. Protocol 4.6.
 */
export async function getCodeHash(
  client: Client,
  contract: Address,
  options: { readonly fresh?: boolean; readonly signal?: AbortSignal } = {},
): Promise<CodeHash> {
  const cached = options.fresh === true ? undefined : client.codeHashes.get(contract)
  if (cached !== undefined) return parseCodeHash(await cached)
  const pending = askCodeHash(client, contract, options.signal)
  client.codeHashes.set(contract, pending)
  // A failure is nobody's answer for later; this caller still gets it below.
  pending.catch(() => {
    if (client.codeHashes.get(contract) === pending) client.codeHashes.delete(contract)
  })
  return pending
}

/** Who made a contract, from which code, and who may change it. Throws ChainError. Protocol 4.6. */
export async function getContractInfo(
  client: Client,
  contract: Address,
  signal?: AbortSignal,
): Promise<ContractInfo> {
  const path = `/compute/v1beta1/info/${contract}`
  const { contract_address, contract_info: info } = readAnswer(
    infoAnswer,
    await client.request({ path, signal }),
  )
  if (contract_address !== contract) throw transportError('chain/bad-answer')
  return {
    contract,
    codeId: info.code_id,
    creator: info.creator,
    label: info.label,
    admin: info.admin === '' ? undefined : info.admin,
    requiresGovernance: info.require_governance,
  }
}

async function askCodeHash(client: Client, contract: Address, signal?: AbortSignal): Promise<CodeHash> {
  const path = `/compute/v1beta1/code_hash/by_contract_address/${contract}`
  return parseCodeHash(readAnswer(hashAnswer, await client.request({ path, signal })).code_hash)
}

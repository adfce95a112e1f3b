import * as v from 'valibot'
import { type Address, type CodeHash, isAddress, parseCodeHash } from '../domain/index'
import { readAnswer, uintText } from './answer'
import { ChainError, transportError } from './chain-error'
import { type Client, outcome } from './client'
import { askWitnesses, countSites } from './witnesses'

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

const WITNESSES = 2

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

export interface NamedCodeHash {
  readonly endpoint: string
  readonly codeHash: CodeHash
}

/** Independent nodes name different code for one contract. */
export class CodeHashDisagreement extends ChainError {
  readonly answers: readonly NamedCodeHash[]

  constructor(answers: readonly NamedCodeHash[]) {
    super(
      'chain/code-hash-disagreement',
      'The nodes disagree about the code of this contract, so nothing is encrypted for it. Nothing was sent. Try again later or choose other nodes in Settings.',
    )
    this.answers = answers
  }
}

/**
 * The hash of the code a contract runs, by the word of two independent nodes where the chain has them. Cached with the
 * client; `fresh` asks again, as before signing, and joins a question that is on its way. Throws ChainError:
 * `chain/not-found` for an address that is no contract, `chain/unconfirmed` for one node's word, CodeHashDisagreement.
 * Protocol 4.6, 8.
 */
export async function getCodeHash(
  client: Client,
  contract: Address,
  options: { readonly fresh?: boolean; readonly signal?: AbortSignal } = {},
): Promise<CodeHash> {
  const known = client.codeHashes.get(contract)
  if (known !== undefined && !(options.fresh === true && known.settled)) return await known.answer
  const asked = { answer: askCodeHash(client, contract, options.signal), settled: false }
  client.codeHashes.set(contract, asked)
  try {
    return await asked.answer
  } catch (error) {
    // A failure is nobody's answer for later.
    if (client.codeHashes.get(contract) === asked) client.codeHashes.delete(contract)
    throw error
  } finally {
    asked.settled = true
  }
}

/** The hash of the code stored under an id, by the word of one node: enough to warn by. Throws ChainError. Protocol 4.6. */
export async function getCodeHashById(
  client: Client,
  codeId: bigint,
  signal?: AbortSignal,
): Promise<CodeHash> {
  const path = `/compute/v1beta1/code_hash/by_code_id/${codeId}`
  return parseCodeHash(readAnswer(hashAnswer, await client.request({ path, signal })).code_hash)
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
  const replies = await askWitnesses(client.endpoints, {
    atOnce: WITNESSES,
    ask: (endpoint) => outcome(nameCodeHash(client, endpoint, { contract, signal })),
    isAnswer: (reply) => !(reply instanceof ChainError) || reply.code === 'chain/not-found',
  })
  const answers = replies.flatMap((reply) => (reply instanceof ChainError ? [] : [reply]))
  const [first] = answers
  if (first === undefined) throw failureOf(replies)
  if (answers.some(({ codeHash }) => codeHash !== first.codeHash)) throw new CodeHashDisagreement(answers)
  const sites = countSites(answers.map(({ endpoint }) => endpoint))
  if (sites === 1 && countSites(client.endpoints) > 1) throw transportError('chain/unconfirmed')
  return first.codeHash
}

async function nameCodeHash(
  client: Client,
  endpoint: string,
  { contract, signal }: { readonly contract: Address; readonly signal: AbortSignal | undefined },
): Promise<NamedCodeHash> {
  const request = { path: `/compute/v1beta1/code_hash/by_contract_address/${contract}`, signal }
  // An only node is worth a second try, as for any other question.
  const isOnly = client.endpoints.length === 1
  const answer = await (isOnly ? client.request(request) : client.requestFrom(endpoint, request))
  return { endpoint, codeHash: parseCodeHash(readAnswer(hashAnswer, answer).code_hash) }
}

/** That there is no such contract counts for more than a node that is away. */
function failureOf(replies: readonly (NamedCodeHash | ChainError)[]): ChainError {
  const failures = replies.flatMap((reply) => (reply instanceof ChainError ? [reply] : []))
  const telling = failures.find(({ code }) => code === 'chain/not-found')
  return telling ?? failures.at(-1) ?? transportError('chain/offline')
}

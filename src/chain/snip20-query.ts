import * as v from 'valibot'
import type { Address, CodeHash, JsonObject, JsonValue } from '../domain/index'
import { uintText } from './answer'
import type { Client } from './client'
import { ContractError } from './contract-error'
import { queryContract } from './contract-query'

/** What a token says about itself. Amounts everywhere are in base units of `decimals`. */
export interface TokenInfo {
  readonly name: string
  readonly symbol: string
  readonly decimals: number
  /** Undefined where the token keeps it private. */
  readonly totalSupply: bigint | undefined
}

/** A private balance, or the contract's word that the viewing key is not the account's. */
export type PrivateBalance =
  | { readonly kind: 'balance'; readonly amount: bigint }
  | { readonly kind: 'wrong-key'; readonly message: string }

export interface TokenContract {
  readonly contract: Address
  readonly codeHash: CodeHash
  readonly ioPublicKey: Uint8Array
  readonly signal?: AbortSignal | undefined
}

const MAX_DECIMALS = 24
/** No control characters, and none that hide, join or turn the direction of what stands around them. */
const visible = v.regex(/^[^\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]+$/u)
const tokenInfoSchema = v.object({
  token_info: v.object({
    name: v.pipe(v.string(), v.nonEmpty(), v.maxLength(64), visible),
    symbol: v.pipe(v.string(), v.nonEmpty(), v.maxLength(24), visible),
    decimals: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_DECIMALS)),
    total_supply: v.nullish(uintText(128)),
  }),
})
const balanceSchema = v.union([
  v.object({ balance: v.object({ amount: uintText(128) }) }),
  v.object({ viewing_key_error: v.object({ msg: v.pipe(v.string(), v.maxLength(500)) }) }),
])
const createdKeySchema = v.object({
  create_viewing_key: v.object({ key: v.pipe(v.string(), v.nonEmpty(), v.maxLength(512)) }),
})

/** The query by which a token names itself. Protocol 6.2. */
function tokenInfoQuery(): JsonObject {
  return { token_info: {} }
}

/** Reads the answer to `token_info`. Throws ContractError `contract/unreadable`. Protocol 6.2. */
export function readTokenInfo(json: JsonValue): TokenInfo {
  const { token_info: info } = check(tokenInfoSchema, json, 'about itself')
  return {
    name: info.name,
    symbol: info.symbol,
    decimals: info.decimals,
    totalSupply: info.total_supply ?? undefined,
  }
}

/** The query for a private balance; it holds the viewing key, so it only ever travels sealed. Protocol 6.2. */
function balanceQuery(address: Address, viewingKey: string): JsonObject {
  return { balance: { address, key: viewingKey } }
}

/** Reads the answer to `balance`. Throws ContractError `contract/unreadable`. Protocol 6.2, 6.3. */
export function readBalance(json: JsonValue): PrivateBalance {
  const answer = check(balanceSchema, json, 'about the balance')
  if ('balance' in answer) return { kind: 'balance', amount: answer.balance.amount }
  return { kind: 'wrong-key', message: answer.viewing_key_error.msg }
}

/** The viewing key in the answer to `create_viewing_key`; undefined when the answer is another one. Protocol 6.1. */
export function readCreatedViewingKey(json: JsonValue): string | undefined {
  const parsed = v.safeParse(createdKeySchema, json)
  return parsed.success ? parsed.output.create_viewing_key.key : undefined
}

/** Asks a token who it is. Throws ContractError, ChainError. Protocol 6.2. */
export async function getTokenInfo(client: Client, token: TokenContract): Promise<TokenInfo> {
  return readTokenInfo(await queryContract(client, { ...token, query: tokenInfoQuery() }))
}

/** Asks a token for an account's balance by viewing key, which travels inside the encrypted query only. Throws ContractError, ChainError. Protocol 6.2. */
export async function getTokenBalance(
  client: Client,
  token: TokenContract & { readonly address: Address; readonly viewingKey: string },
): Promise<PrivateBalance> {
  const { address, viewingKey, ...contract } = token
  return readBalance(await queryContract(client, { ...contract, query: balanceQuery(address, viewingKey) }))
}

function check<S extends v.GenericSchema>(schema: S, json: JsonValue, about: string): v.InferOutput<S> {
  const parsed = v.safeParse(schema, json)
  if (parsed.success) return parsed.output
  const sentence = `The token's answer ${about} makes no sense, so it is not shown.`
  throw new ContractError('contract/unreadable', sentence, '')
}

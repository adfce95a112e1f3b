import type { Address, Coin, JsonValue } from '../../src/domain/index'

/** The state of one contract; what is written is dropped when the transaction fails. */
export interface ContractStorage {
  get(key: string): string | undefined
  set(key: string, value: string): void
  remove(key: string): void
}

export interface ContractEnv {
  readonly block: { readonly height: number; readonly timeMs: number; readonly chainId: string }
  readonly contract: { readonly address: Address; readonly codeHash: string }
  /** The transaction the call is part of; there is none in a query or at genesis. The hash is upper-case hex. */
  readonly transaction?: { readonly hash: string; readonly index: number }
}

/** What a contract may ask of the rest of the chain. */
export interface ContractQuerier {
  balance(address: Address, denom: string): bigint
  /** Asks another contract; throws ContractError when there is none or it refuses. */
  contract(address: Address, codeHash: string, query: JsonValue): JsonValue
}

/** A query cannot write: its storage throws on `set` and `remove`. */
export interface QueryCall {
  readonly env: ContractEnv
  readonly storage: ContractStorage
  readonly querier: ContractQuerier
}

export interface ExecuteCall extends QueryCall {
  readonly sender: Address
  readonly funds: readonly Coin[]
}

/** Messages a contract sends; they run depth-first after it returns, and a failure undoes everything. */
export type ContractMessage =
  | {
      readonly kind: 'execute'
      readonly contract: Address
      readonly codeHash: string
      readonly message: JsonValue
      readonly funds: readonly Coin[]
    }
  | { readonly kind: 'send'; readonly to: Address; readonly amount: readonly Coin[] }

/** Encrypted to the sender unless `encrypted` is false. */
export interface LogAttribute {
  readonly key: string
  readonly value: string
  readonly encrypted: boolean
}

export interface ContractResult {
  readonly messages: readonly ContractMessage[]
  readonly log: readonly LogAttribute[]
  /** Bytes for the sender, as text; empty when there are none. */
  readonly data: string
}

/** Which of the two contract interfaces the code speaks; it decides how errors are printed and encoded (Protocol 2.3). */
export type Generation = 'v0.10' | 'v1'

/**
 * A contract that devnet runs in place of WebAssembly.
 * Each entry takes the message as JSON and either returns or throws ContractError; nothing else may be thrown.
 */
export interface Contract {
  readonly generation: Generation
  instantiate(call: ExecuteCall, message: JsonValue): ContractResult
  execute(call: ExecuteCall, message: JsonValue): ContractResult
  /** The answer as text, usually JSON padded with spaces. */
  query(call: QueryCall, message: JsonValue): string
}

/** Answers are padded so that their length says little (Protocol 1.3). */
const RESPONSE_BLOCK_SIZE = 256

/** An answer as JSON text, padded with spaces to a multiple of 256 bytes. */
export function paddedAnswer(answer: JsonValue): string {
  return padded(JSON.stringify(answer))
}

/** The same for an answer that is written already. */
export function padded(text: string): string {
  const over = Buffer.byteLength(text) % RESPONSE_BLOCK_SIZE
  return text + ' '.repeat((RESPONSE_BLOCK_SIZE - over) % RESPONSE_BLOCK_SIZE)
}

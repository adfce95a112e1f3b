import { base64 } from '@scure/base'
import type { Coin } from '../../src/domain/index'
import type { Generation } from './contract-exports'

/** Where and when a contract runs. */
export interface VmEnv {
  readonly block: {
    readonly height: number
    /** Nanoseconds since 1970. */
    readonly timeNs: bigint
    readonly chainId: string
  }
  readonly contract: { readonly address: string; readonly codeHash: string }
  /** Undefined in a query. `hash` is upper-case hex. */
  readonly transaction: { readonly index: number; readonly hash: string } | undefined
  /** 32 bytes for a contract that needs them; only the newer generation can be given any. */
  readonly random: Uint8Array | undefined
}

/** Who called a contract, and with what money. */
export interface VmCaller {
  readonly sender: string
  readonly funds: readonly Coin[]
}

/** What is asked of a contract; the message is JSON. */
export type VmCall =
  | {
      readonly kind: 'instantiate' | 'execute' | 'migrate'
      readonly caller: VmCaller
      readonly message: Uint8Array
    }
  | { readonly kind: 'query' | 'reply' | 'sudo'; readonly message: Uint8Array }

export interface EntryCall {
  /** The exported function. */
  readonly entry: string
  readonly args: readonly Uint8Array[]
}

const OLD_NAMES = { instantiate: 'init', execute: 'handle' } as const
const NS_PER_SECOND = 1_000_000_000n

/** The entry point for a call and the regions it takes, which differ by generation. Source: Protocol 12.1 and 12.4. */
export function entryCall(generation: Generation, env: VmEnv, call: VmCall): EntryCall {
  return generation === 'v1' ? newEntryCall(env, call) : oldEntryCall(env, call)
}

function oldEntryCall(env: VmEnv, call: VmCall): EntryCall {
  const { message } = call
  switch (call.kind) {
    case 'instantiate':
    case 'execute':
      return { entry: OLD_NAMES[call.kind], args: [oldEnv(env, call.caller), message] }
    case 'migrate':
      return { entry: call.kind, args: [oldEnv(env, call.caller), message] }
    case 'query':
      return { entry: call.kind, args: [message] }
    case 'reply':
    case 'sudo':
      // Contracts of this generation have no such entry, so calling it fails as on the chain.
      return { entry: call.kind, args: [oldEnv(env, { sender: '', funds: [] }), message] }
    default:
      return call satisfies never
  }
}

function newEntryCall(env: VmEnv, call: VmCall): EntryCall {
  const { message } = call
  switch (call.kind) {
    case 'instantiate':
    case 'execute':
      return { entry: call.kind, args: [newEnv(env), newInfo(call.caller), message] }
    case 'migrate':
    case 'query':
    case 'reply':
    case 'sudo':
      return { entry: call.kind, args: [newEnv(env), message] }
    default:
      return call satisfies never
  }
}

function oldEnv({ block, contract }: VmEnv, { sender, funds }: VmCaller): Uint8Array {
  return encodeJson({
    block: {
      height: block.height,
      time: Number(block.timeNs / NS_PER_SECOND),
      chain_id: block.chainId,
    },
    message: { sender, sent_funds: funds.map(coinJson) },
    contract: { address: contract.address },
    contract_key: null,
    contract_code_hash: contract.codeHash,
    transaction: null,
  })
}

function newEnv({ block, contract, transaction, random }: VmEnv): Uint8Array {
  return encodeJson({
    block: {
      height: block.height,
      time: block.timeNs.toString(),
      chain_id: block.chainId,
      ...(random && { random: base64.encode(random) }),
    },
    contract: { address: contract.address, code_hash: contract.codeHash },
    transaction: transaction ? { index: transaction.index, hash: transaction.hash } : null,
  })
}

function newInfo({ sender, funds }: VmCaller): Uint8Array {
  return encodeJson({ sender, funds: funds.map(coinJson) })
}

function coinJson({ denom, amount }: Coin) {
  return { denom, amount: amount.toString() }
}

function encodeJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value))
}

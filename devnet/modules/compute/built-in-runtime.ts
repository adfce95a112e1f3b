import { base64 } from '@scure/base'
import { type Address, type JsonValue, parseAddress } from '../../../src/domain/index'
import type {
  Contract,
  ContractMessage,
  ContractQuerier,
  ContractResult,
  ContractStorage,
  QueryCall,
} from '../../contracts/contract'
import { ContractError, genericError, parseError, type StdError } from '../../contracts/std-error'
import type { ContractFailure, ContractResponse, SubMessage } from '../../vm/contract-result'
import { VmError } from '../../vm/vm-error'
import type { VmMessage } from '../../vm/vm-message'
import { type ContractRuntime, encodeJson, type RuntimeHost } from './contract-runtime'

/** What storage costs in wasm gas: a read, a write, and each byte (Protocol 5). */
const READ_GAS = 1_000n
const WRITE_GAS = 2_000n
const BYTE_GAS = 30n
/** What a contract's own work costs, which nobody counts here. */
const CALL_GAS = 6_000_000n

/** Runs one of devnet's own contracts, written in TypeScript against the same rules as WebAssembly. */
export function builtInRuntime(contract: Contract): ContractRuntime {
  const { generation } = contract
  const failing = <T>(run: () => T): T | ContractFailure => {
    try {
      return run()
    } catch (error) {
      if (error instanceof ContractError) return failureOf(error.std, generation)
      throw error
    }
  }
  return {
    generation,
    needsRandom: false,
    call: (host, call) =>
      failing((): ContractResponse => {
        if (call.kind !== 'instantiate' && call.kind !== 'execute') throw new VmError('failed-call')
        host.gas.consume(CALL_GAS)
        const { sender, funds } = call.caller
        const full = { ...queryCall(host), sender: parseAddress(sender), funds }
        return toResponse(contract[call.kind](full, parseMessage(call.message)))
      }),
    query: (host, message) =>
      failing(() => {
        host.gas.consume(CALL_GAS)
        const answer = contract.query(queryCall(host), parseMessage(message))
        return { kind: 'answer', answer: new TextEncoder().encode(answer) }
      }),
  }
}

function queryCall(host: RuntimeHost): QueryCall {
  const { block, contract, transaction } = host.env
  return {
    env: {
      block: { height: block.height, timeMs: Number(block.timeNs / 1_000_000n), chainId: block.chainId },
      contract: { address: parseAddress(contract.address), codeHash: contract.codeHash },
      ...(transaction && { transaction }),
    },
    storage: meteredStorage(host),
    querier: querierOf(host),
  }
}

function meteredStorage({ state, gas, readOnly }: RuntimeHost): ContractStorage {
  const charge = (base: bigint, text: string): void => gas.consume(base + BYTE_GAS * BigInt(text.length))
  const write = (text: string): void => {
    if (readOnly) throw new VmError('unauthorized-write')
    charge(WRITE_GAS, text)
  }
  return {
    get(key) {
      const value = state.get(key)
      charge(READ_GAS, key + (value ?? ''))
      return value
    },
    set(key, value) {
      write(key + value)
      state.set(key, value)
    },
    remove(key) {
      write(key)
      state.delete(key)
    },
  }
}

/** A contract that asks another one sees its refusal as an error of its own. */
function querierOf(host: RuntimeHost): ContractQuerier {
  const ask = (request: JsonValue): JsonValue => readAnswer(host.query(encodeJson(request)))
  return {
    balance(address, denom) {
      const answer = ask({ bank: { balance: { address, denom } } }) as { amount: { amount: string } }
      return BigInt(answer.amount.amount)
    },
    contract: (contract_addr, callback_code_hash, query) =>
      ask({ wasm: { smart: { contract_addr, callback_code_hash, msg: base64.encode(encodeJson(query)) } } }),
  }
}

interface SystemResult {
  readonly Ok?: { readonly Ok?: string; readonly Err?: JsonValue }
  readonly Err?: JsonValue
}

function readAnswer(bytes: Uint8Array): JsonValue {
  const result: SystemResult = JSON.parse(new TextDecoder().decode(bytes))
  if (result.Ok === undefined) throw genericError(`Querier system error: ${JSON.stringify(result.Err)}`)
  const { Ok: answer, Err: refusal } = result.Ok
  if (answer !== undefined) return JSON.parse(new TextDecoder().decode(base64.decode(answer)))
  throw genericError(
    `Querier contract error: ${typeof refusal === 'string' ? refusal : JSON.stringify(refusal)}`,
  )
}

function toResponse({ messages, log, data }: ContractResult): ContractResponse {
  return {
    kind: 'response',
    messages: messages.map(toSubMessage),
    attributes: log,
    events: [],
    data: data === '' ? undefined : new TextEncoder().encode(data),
  }
}

function toSubMessage(message: ContractMessage): SubMessage {
  return { id: 0n, replyOn: 'never', gasLimit: undefined, message: toVmMessage(message) }
}

function toVmMessage(message: ContractMessage): VmMessage {
  if (message.kind === 'send')
    return { kind: 'send', from: undefined, to: message.to, amount: message.amount }
  const { contract, codeHash, funds } = message
  return {
    kind: 'execute',
    contract: contract satisfies Address,
    codeHash,
    message: encodeJson(message.message),
    funds,
  }
}

function failureOf(std: StdError, generation: 'v0.10' | 'v1'): ContractFailure {
  if (generation === 'v0.10') return { kind: 'failure', generation, error: std }
  return { kind: 'failure', generation, error: textOf(std) }
}

/** How the newer generation writes the same errors. */
function textOf(std: StdError): string {
  if ('generic_err' in std) return `Generic error: ${std.generic_err.msg}`
  if ('parse_err' in std) return `Error parsing into type ${std.parse_err.target}: ${std.parse_err.msg}`
  if ('not_found' in std) return `${std.not_found.kind} not found`
  return 'Unauthorized'
}

function parseMessage(message: Uint8Array): JsonValue {
  try {
    return JSON.parse(new TextDecoder().decode(message))
  } catch (cause) {
    if (cause instanceof SyntaxError) throw parseError('Message', `Invalid JSON: ${cause.message}`)
    throw cause
  }
}

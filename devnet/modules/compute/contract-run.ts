import type { Address } from '../../../src/domain/index'
import type { Context } from '../../node/context'
import { event } from '../../node/events'
import type { VmCaller } from '../../vm/contract-env'
import type { ContractFailure, ContractResponse } from '../../vm/contract-result'
import { VmError } from '../../vm/vm-error'
import { sendCoins } from '../bank/bank'
import { checkCoins } from '../coins'
import { type CallTree, envOf } from './call-tree'
import { callDepthExceeded, contractRefused, enclaveFailed, type Operation } from './compute-errors'
import { emitContractEvents } from './contract-events'
import type { ChangingCall, RuntimeHost } from './contract-runtime'
import { answerQuery } from './query-chain'
import type { Located } from './registry'
import { MeteredGas } from './vm-gas'

const MAX_CALL_DEPTH = 100
const MAX_QUERY_DEPTH = 10
/** Every contract that is loaded costs this (Protocol 5). */
const INSTANCE_GAS = 20_000n

/** One call of a contract, somewhere in the tree that a message started. */
export interface Run extends Located {
  readonly tree: CallTree
  readonly depth: number
  readonly call: ChangingCall
  /** The funds are the contract's already, as those are that came from another chain. */
  readonly prepaid?: boolean
}

/** A contract that asks or is asked; `queryDepth` counts contracts that ask each other. */
interface Asked extends Located {
  readonly tree: CallTree
  readonly queryDepth: number
}

/** Carries out what a contract wants done, and may put other data in place of its own. */
export type Dispatch = (context: Context, run: Run, response: ContractResponse) => Uint8Array | undefined

/** Runs a contract and, through `dispatch`, the messages it sends; returns its data. Throws AbciError with the sealed reason. */
export function runContract(context: Context, run: Run, dispatch: Dispatch): Uint8Array | undefined {
  const { record, code, tree, call, depth } = run
  if (depth > MAX_CALL_DEPTH) throw callDepthExceeded()
  context.gas.consume(INSTANCE_GAS, `Loading Compute module: ${call.kind}`)
  if ('caller' in call || call.kind === 'sudo') {
    announceCall(context, record.address, 'caller' in call ? call.caller.sender : '')
  }
  if ('caller' in call && run.prepaid !== true) receiveFunds(context, record.address, call.caller)
  const runtime = tree.runtimeOf(context, code.codeHash)
  const env = envOf(context, tree, run, { random: runtime.needsRandom, query: false })
  const host = hostOf(context, { ...run, queryDepth: 0 }, { env, readOnly: false })
  const outcome = inEnclave(context, call.kind, () => runtime.call(host, call))
  if (outcome.kind === 'failure') throw refusalOf(call.kind, outcome, tree)
  emitContractEvents(
    context,
    { address: record.address, generation: runtime.generation },
    outcome,
    tree.channel,
  )
  return dispatch(context, run, outcome) ?? outcome.data
}

/** Runs a query on a contract. Throws AbciError with the sealed reason. */
export function runQuery(context: Context, target: Asked, message: Uint8Array): Uint8Array {
  const { code, tree } = target
  const runtime = tree.runtimeOf(context, code.codeHash)
  const env = envOf(context, tree, target, { random: false, query: true })
  const host = hostOf(context, target, { env, readOnly: true })
  const outcome = inEnclave(context, 'query', () => runtime.query(host, message))
  if (outcome.kind === 'failure') throw refusalOf('query', outcome, tree)
  return outcome.answer
}

function hostOf(context: Context, target: Asked, rules: Pick<RuntimeHost, 'env' | 'readOnly'>): RuntimeHost {
  const { record, code, tree } = target
  return {
    ...rules,
    state: context.store.area(`compute/state/${record.address}`),
    gas: new MeteredGas(context.gas),
    query: (request) =>
      answerQuery(context, request, {
        generation: tree.runtimeOf(context, code.codeHash).generation,
        smart: (asked, message) => askContract(context, target, asked, message),
      }),
  }
}

function askContract(context: Context, asking: Asked, asked: Located, message: Uint8Array): Uint8Array {
  const { tree, queryDepth } = asking
  if (queryDepth >= MAX_QUERY_DEPTH) throw enclaveFailed('query', 'exceeded recursion limit')
  context.gas.consume(INSTANCE_GAS, 'Loading CosmWasm module: query')
  return runQuery(context, { ...asked, tree, queryDepth: queryDepth + 1 }, message)
}

function announceCall(context: Context, contract: Address, sender: string): void {
  context.events.push(
    event('message', [
      ['module', 'compute'],
      ['sender', sender],
      ['contract_address', contract],
    ]),
  )
}

/** What the contract gets with the call is its own before it runs. */
function receiveFunds(context: Context, contract: Address, { sender, funds }: VmCaller): void {
  if (funds.length === 0) return
  checkCoins(funds)
  sendCoins(context, sender as Address, contract, funds)
}

function inEnclave<T>({ gas }: Context, operation: Operation, run: () => T): T {
  try {
    return run()
  } catch (error) {
    // What could not be paid ends the transaction, even where what was used comes to the limit exactly.
    if (error instanceof VmError && error.code === 'out-of-gas') gas.consume(gas.left + 1n, 'wasm contract')
    if (error instanceof VmError) throw enclaveFailed(operation, error.message)
    throw error
  }
}

/** Turns a contract's refusal into the node's error: sealed to the sender, or printed if the input was in the open. */
function refusalOf(operation: Operation, failure: ContractFailure, { channel }: CallTree): Error {
  const plain = typeof failure.error === 'string' ? failure.error : JSON.stringify(failure.error)
  const detail = channel.kind === 'sealed' ? `encrypted: ${channel.sealText(plain)}` : printFailure(failure)
  return contractRefused(operation, detail, plain)
}

/**
 * The error as the node prints it when nothing was encrypted.
 * The node writes `encrypted: ` before every generic error, also before one that is not: clients rely on the shape.
 */
function printFailure({ error }: ContractFailure): string {
  if (typeof error === 'string') return `encrypted: ${error}`
  const [name = '', body] = Object.entries(error)[0] ?? []
  const fields = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {}
  if (name === 'generic_err') return `encrypted: ${String(fields['msg'])}`
  if (name === 'parse_err') return `parsing ${String(fields['target'])}: ${String(fields['msg'])}`
  if (name === 'not_found') return `not found: ${String(fields['kind'])}`
  return name.replaceAll('_', ' ')
}

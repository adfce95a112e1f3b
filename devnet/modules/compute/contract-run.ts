import type { Address, JsonValue } from '../../../src/domain/index'
import type { StoredCode } from '../../contracts/catalog'
import type { ContractEnv, ContractMessage, ContractQuerier, LogAttribute } from '../../contracts/contract'
import { ContractError, genericError, parseError, printStdError } from '../../contracts/std-error'
import type { Channel } from '../../enclave/enclave-cipher'
import { AbciError } from '../../node/abci-error'
import type { Context } from '../../node/context'
import { event } from '../../node/events'
import { getBalance, send, sendCoins } from '../bank/bank'
import { type Coin, checkCoins } from '../coins'
import { callDepthExceeded, enclaveFailed, type Operation, operationFailed } from './compute-errors'
import { contractStorage, readOnlyStorage } from './contract-storage'
import { type ContractRecord, requireContract } from './registry'

const MAX_CALL_DEPTH = 100
const CALL_GAS = 6_000n
const SUB_CALL_GAS = 20_000n

interface Target {
  readonly record: ContractRecord
  readonly code: StoredCode
  /** Everything that comes out of the whole tree of calls goes back through the first sender's channel. */
  readonly channel: Channel
  /** The message as JSON text. */
  readonly text: string
}

export interface Call extends Target {
  readonly operation: 'instantiate' | 'execute'
  readonly sender: Address
  readonly funds: readonly Coin[]
  readonly depth: number
}

/** Runs a contract and, depth-first, the messages it sends; returns its data. Throws AbciError with the sealed reason. */
export function runContract(context: Context, call: Call): string {
  if (call.depth > MAX_CALL_DEPTH) throw callDepthExceeded()
  const { operation, record, code, sender, funds, channel } = call
  context.events.push(
    event('message', [
      ['module', 'compute'],
      ['sender', sender],
      ['contract_address', record.address],
    ]),
  )
  if (funds.length > 0) {
    checkCoins(funds)
    sendCoins(context, sender, record.address, funds)
  }
  context.gas.consume(CALL_GAS, 'wasm contract')
  const result = asContractCall(operation, channel, () =>
    code.contract[operation](
      {
        env: envOf(context, record, code),
        storage: contractStorage(context, record.address),
        querier: querierOf(context, channel),
        sender,
        funds,
      },
      parseMessage(call.text),
    ),
  )
  context.events.push(logEvent(record.address, result.log, channel))
  for (const message of result.messages) dispatch(context, call, message)
  return result.data
}

/** Runs a query on a contract; returns its answer as text. Throws AbciError with the sealed reason. */
export function runQuery(context: Context, target: Target): string {
  const { record, code, channel } = target
  context.gas.consume(CALL_GAS, 'wasm contract')
  return asContractCall('query', channel, () =>
    code.contract.query(
      {
        env: envOf(context, record, code),
        storage: readOnlyStorage(context, record.address),
        querier: querierOf(context, channel),
      },
      parseMessage(target.text),
    ),
  )
}

function dispatch(context: Context, parent: Call, message: ContractMessage): void {
  try {
    dispatchOne(context, parent, message)
  } catch (error) {
    if (error instanceof AbciError) throw error.at('dispatch: submessages')
    throw error
  }
}

function dispatchOne(context: Context, parent: Call, message: ContractMessage): void {
  const sender = parent.record.address
  switch (message.kind) {
    case 'send':
      send(context, sender, message.to, message.amount)
      return
    case 'execute': {
      context.gas.consume(SUB_CALL_GAS, 'Loading Compute module: execute')
      const { record, code } = requireContract(context.store, message.contract)
      if (message.codeHash.toLowerCase() !== code.codeHash) {
        throw enclaveFailed('execute', 'failed to validate transaction')
      }
      const text = JSON.stringify(message.message)
      const { channel } = parent
      runContract(context, {
        operation: 'execute',
        record,
        code,
        channel,
        text,
        sender,
        funds: message.funds,
        depth: parent.depth + 1,
      })
      return
    }
    default:
      message satisfies never
  }
}

/** Turns a contract's refusal into the node's error: sealed to the sender, or printed if the input was in the open. */
function asContractCall<T>(operation: Operation, channel: Channel, call: () => T): T {
  try {
    return call()
  } catch (error) {
    if (!(error instanceof ContractError)) throw error
    const detail =
      channel.kind === 'sealed'
        ? `encrypted: ${channel.sealText(JSON.stringify(error.std))}`
        : printStdError(error.std)
    throw operationFailed(operation, detail)
  }
}

function logEvent(contract: Address, log: readonly LogAttribute[], channel: Channel) {
  const attributes = log.map(({ key, value, encrypted }): [string, string] =>
    encrypted ? [channel.sealText(key), channel.sealText(value)] : [key, value],
  )
  return event('wasm', [['contract_address', contract], ...attributes])
}

function envOf(context: Context, record: ContractRecord, code: StoredCode): ContractEnv {
  return { block: context.block, contract: { address: record.address, codeHash: code.codeHash } }
}

function querierOf(context: Context, channel: Channel): ContractQuerier {
  return {
    balance: (address, denom) => getBalance(context.store, address, denom),
    contract(address, codeHash, query) {
      const { record, code } = requireContract(context.store, address)
      if (codeHash.toLowerCase() !== code.codeHash)
        throw enclaveFailed('query', 'failed to validate transaction')
      context.gas.consume(SUB_CALL_GAS, 'Loading CosmWasm module: query')
      return parseMessage(askInside(context, { record, code, channel, text: JSON.stringify(query) }))
    },
  }
}

/** A contract that asks another one sees its refusal as an error of its own. */
function askInside(context: Context, target: Target): string {
  const { record, code } = target
  try {
    return code.contract.query(
      {
        env: envOf(context, record, code),
        storage: readOnlyStorage(context, record.address),
        querier: querierOf(context, target.channel),
      },
      parseMessage(target.text),
    )
  } catch (error) {
    if (error instanceof ContractError) throw genericError(`Querier contract error: ${error.message}`)
    throw error
  }
}

function parseMessage(text: string): JsonValue {
  try {
    return JSON.parse(text)
  } catch (cause) {
    if (cause instanceof SyntaxError) throw parseError('Message', `Invalid JSON: ${cause.message}`)
    throw cause
  }
}

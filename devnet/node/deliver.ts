import { encodeTxMsgData, type MessageResponse } from '../../src/chain/codec/index'
import { findHandler, type MessageHandlers } from '../modules/message-handler'
import { AbciError } from './abci-error'
import { type AnteMode, BLOCK_MAX_GAS, runAnte } from './ante'
import { atomically, type Context } from './context'
import { type ChainEvent, event, withMessageIndex } from './events'
import { GasMeter } from './gas-meter'
import type { Transaction } from './transaction'

const PANIC_CODE = 111_222

/** What became of a transaction. `code` 0 is success; `data` is TxMsgData and empty on failure. */
export interface TxResult {
  readonly code: number
  readonly codespace: string
  readonly log: string
  readonly data: Uint8Array
  readonly events: readonly ChainEvent[]
  readonly gasWanted: bigint
  readonly gasUsed: bigint
}

/**
 * Runs a transaction on the context's store.
 * A refusal before its messages changes nothing; a failure inside them keeps the fee and the sequence, no more.
 */
export function runTransaction(
  base: Omit<Context, 'gas' | 'events'>,
  tx: Transaction,
  mode: AnteMode,
  handlers: MessageHandlers,
): TxResult {
  const gas = new GasMeter(mode === 'simulate' ? BLOCK_MAX_GAS : tx.fee.gas)
  const context: Context = { ...base, gas, events: [] }
  const outcome = (failure?: AbciError, data: Uint8Array = new Uint8Array()): TxResult => ({
    code: failure?.code ?? 0,
    codespace: failure?.codespace ?? '',
    log: failure?.message ?? '',
    data,
    events: context.events,
    gasWanted: tx.fee.gas,
    gasUsed: gas.used,
  })
  try {
    atomically(context, (inner) => runAnte(inner, tx, mode, handlers))
    if (mode === 'check') return outcome()
    const responses = atomically(context, (inner) => runMessages(inner, tx, mode, handlers))
    return outcome(undefined, encodeTxMsgData(responses))
  } catch (error) {
    return outcome(error instanceof AbciError ? error : panicOf(error))
  }
}

/** A transaction that breaks the node's own code fails alone, as the chain's recovery has it; blocks go on. */
function panicOf(error: unknown): AbciError {
  return new AbciError('undefined', PANIC_CODE, `recovered: ${String(error)}: panic`)
}

function runMessages(
  context: Context,
  tx: Transaction,
  mode: AnteMode,
  handlers: MessageHandlers,
): MessageResponse[] {
  return tx.body.messages.map((message, index) => {
    const events: ChainEvent[] = []
    const handler = findHandler(handlers, message)
    const action = event('message', [
      ['action', message.typeUrl],
      ['sender', handler.signer(message)],
      ['module', message.typeUrl.split('.')[1] ?? ''],
    ])
    try {
      if (mode === 'simulate' && handler.unsimulated !== undefined) throw handler.unsimulated()
      const response = handler.run({ ...context, events }, message)
      context.events.push(...[action, ...events].map((found) => withMessageIndex(found, index)))
      return response
    } catch (error) {
      if (error instanceof AbciError) throw error.at(`failed to execute message; message index: ${index}`)
      throw error
    }
  })
}

import { create, toBinary } from '@bufbuild/protobuf'
import type { Any } from '@bufbuild/protobuf/wkt'
import { TxMsgDataSchema } from '../codec/gen/abci_pb'
import { signersOf } from '../codec/signers'
import { AbciError } from './abci-error'
import { type AnteRules, BLOCK_MAX_GAS, runAnte } from './ante'
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
  rules: AnteRules,
): TxResult {
  const gas = new GasMeter(rules.mode === 'simulate' ? BLOCK_MAX_GAS : tx.fee.gas)
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
    for (const message of tx.messages) context.router.check(message)
    atomically(context, (inner) => runAnte(inner, tx, rules))
    if (rules.mode === 'check') return outcome()
    const msgResponses = atomically(context, (inner) => runMessages(inner, tx, rules.mode === 'simulate'))
    return outcome(undefined, toBinary(TxMsgDataSchema, create(TxMsgDataSchema, { msgResponses })))
  } catch (error) {
    return outcome(error instanceof AbciError ? error : panicOf(error))
  }
}

/** A transaction that breaks the node's own code fails alone, as the chain's recovery has it; blocks go on. */
function panicOf(error: unknown): AbciError {
  return new AbciError('undefined', PANIC_CODE, `recovered: ${String(error)}: panic`)
}

function runMessages(context: Context, tx: Transaction, simulated: boolean): Any[] {
  return tx.messages.map((message, index) => {
    const events: ChainEvent[] = []
    const unsimulated = context.router.refusalToSimulate(message)
    const action = event('message', [
      ['action', message.typeUrl],
      ['sender', signersOf(message)[0] ?? ''],
      ['module', message.typeUrl.split('.')[1] ?? ''],
    ])
    try {
      if (simulated && unsimulated !== undefined) throw unsimulated
      const answer = context.router.run({ ...context, events }, message)
      context.events.push(...[action, ...events].map((found) => withMessageIndex(found, index)))
      return answer
    } catch (error) {
      if (error instanceof AbciError) throw error.at(`failed to execute message; message index: ${index}`)
      throw error
    }
  })
}

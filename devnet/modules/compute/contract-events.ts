import type { Channel } from '../../enclave/enclave-cipher'
import type { Context } from '../../node/context'
import { type ChainEvent, event } from '../../node/events'
import type { Generation } from '../../vm/contract-exports'
import type { ContractResponse, LogAttribute } from '../../vm/contract-result'
import { invalidEvent } from './compute-errors'

const MIN_TYPE_LENGTH = 2

/**
 * Emits what a contract logged: one `wasm` event, and `wasm-<name>` for each event of the newer generation.
 * Attributes are sealed to the sender one by one unless the contract wants them in the open (Protocol 2.5).
 */
export function emitContractEvents(
  context: Context,
  contract: { readonly address: string; readonly generation: Generation },
  { attributes, events }: ContractResponse,
  channel: Channel,
): void {
  const emit = (type: string, log: readonly LogAttribute[]): void => {
    context.events.push(contractEvent(type, contract.address, log, channel))
  }
  // The older generation's event is there even when it says nothing.
  if (attributes.length > 0 || contract.generation === 'v0.10') emit('wasm', attributes)
  for (const { type, attributes: own } of events) {
    const name = type.trim()
    if (name.length < MIN_TYPE_LENGTH) throw invalidEvent(`Event type too short: '${name}'`)
    emit(`wasm-${name}`, own)
  }
}

function contractEvent(
  type: string,
  address: string,
  log: readonly LogAttribute[],
  channel: Channel,
): ChainEvent {
  const attributes = log.map(({ key, value, encrypted }): [string, string] => {
    checkKey(key)
    return encrypted ? [channel.sealText(key), channel.sealText(value)] : [key, value]
  })
  return event(type, [['contract_address', address], ...attributes])
}

function checkKey(key: string): void {
  const name = key.trim()
  if (name === '') throw invalidEvent('Empty attribute key')
  if (name === 'contract_address' || name.startsWith('_')) {
    throw invalidEvent(`Attribute key starts with reserved prefix _: '${name}'`)
  }
}

import type { ChainMessage, ChainMessageOf, MessageResponse } from '../../src/chain/codec/index'
import type { Address, Coin, JsonObject, JsonValue } from '../../src/domain/index'
import { type AbciError, sdkError } from '../node/abci-error'
import type { Context } from '../node/context'

/** How raw address bytes are written in an amino document: base64 since chain v1.15, bech32 before (Protocol 3.3). */
export type AddressRendering = 'base64' | 'bech32'

/** All that a chain module knows about one of its messages. */
export interface MessageHandler<M extends ChainMessage> {
  readonly aminoType: string
  signer(message: M): Address
  run(context: Context, message: M): MessageResponse
  /** The members as the LCD shows them, without `@type`. */
  toLcd(message: M): JsonObject
  /** The `value` of the message in an amino sign document. */
  toAmino(message: M, rendering: AddressRendering): JsonObject
  /** Why it cannot be simulated; only messages for the enclave have a reason (Protocol 4.5). */
  readonly unsimulated?: () => AbciError
}

export type MessageHandlers = {
  readonly [K in ChainMessage['kind']]?: MessageHandler<ChainMessageOf<K>>
}

/** The handler of a message's module; throws `tx parse error` or `unknown request` when there is none. */
export function findHandler<M extends ChainMessage>(
  handlers: MessageHandlers,
  message: M,
): MessageHandler<M> {
  if (message.kind === 'unknown') {
    throw sdkError('txDecode', `unable to resolve type URL ${message.typeUrl}`)
  }
  const handler = handlers[message.kind]
  if (handler === undefined) throw sdkError('unknownRequest', `unrecognized message type: ${message.typeUrl}`)
  // The table's own type ties each kind to the handler of that kind.
  return handler as unknown as MessageHandler<M>
}

export function coinsToJson(coins: readonly Coin[]): JsonValue {
  return coins.map(({ denom, amount }) => ({ denom, amount: String(amount) }))
}

import { encodeSignDoc, SIGN_MODE } from '../../src/chain/codec/index'
import { encodeAminoJson } from '../../src/crypto/index'
import type { JsonObject } from '../../src/domain/index'
import {
  type AddressRendering,
  coinsToJson,
  findHandler,
  type MessageHandlers,
} from '../modules/message-handler'
import type { Transaction } from './transaction'

export interface SigningContext {
  readonly chainId: string
  readonly accountNumber: bigint
  readonly sequence: bigint
}

/**
 * The bytes a signer may have signed; a signature over any of them counts.
 * Amino documents are rebuilt from the transaction in both renderings of addresses, because clients
 * from before chain v1.15 write bech32 where the chain now writes base64 (Protocol 3.3).
 * Empty when the mode is not one the chain takes.
 */
export function signBytesFor(
  tx: Transaction,
  mode: number,
  context: SigningContext,
  handlers: MessageHandlers,
): Uint8Array[] {
  const { bodyBytes, authInfoBytes } = tx
  const { chainId, accountNumber } = context
  if (mode === SIGN_MODE.direct) return [encodeSignDoc({ bodyBytes, authInfoBytes, chainId, accountNumber })]
  if (mode !== SIGN_MODE.aminoJson) return []
  const renderings: readonly AddressRendering[] = ['base64', 'bech32']
  return renderings.map((rendering) => encodeAminoJson(aminoDocument(tx, rendering, context, handlers)))
}

function aminoDocument(
  tx: Transaction,
  rendering: AddressRendering,
  { chainId, accountNumber, sequence }: SigningContext,
  handlers: MessageHandlers,
): JsonObject {
  const { fee, body } = tx
  return {
    account_number: String(accountNumber),
    chain_id: chainId,
    fee: {
      amount: coinsToJson(fee.amount),
      gas: String(fee.gas),
      ...(fee.granter !== '' && { granter: fee.granter }),
      ...(fee.payer !== '' && { payer: fee.payer }),
    },
    memo: body.memo,
    msgs: body.messages.map((message) => {
      const handler = findHandler(handlers, message)
      return { type: handler.aminoType, value: handler.toAmino(message, rendering) }
    }),
    sequence: String(sequence),
    ...(body.timeoutHeight > 0n && { timeout_height: String(body.timeoutHeight) }),
  }
}

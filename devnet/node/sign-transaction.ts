import type { SigningKey } from '../../src/crypto/index'
import { DEFAULT_GAS_PRICE, type GasPrice } from './ante-fee'
import { encodeSignDoc, encodeTxParts, encodeTxRaw, type TxParts } from './build-tx'

/** A transaction of an account whose key this network holds itself. */
export interface OwnTransaction extends Pick<TxParts, 'messages' | 'sequence'> {
  readonly chainId: string
  readonly accountNumber: bigint
  readonly gas: bigint
  readonly gasPrice?: GasPrice
}

/** Encodes and signs a transaction in the mode DIRECT, with a fee just above its price (Protocol 3.5). */
export function signTransaction(key: SigningKey, transaction: OwnTransaction): Uint8Array {
  const { messages, sequence, chainId, accountNumber, gas, gasPrice = DEFAULT_GAS_PRICE } = transaction
  const { denom, tenThousandths } = gasPrice
  const { bodyBytes, authInfoBytes } = encodeTxParts({
    messages,
    fee: {
      amount: [{ denom, amount: (gas * tenThousandths) / 10_000n + 1n }],
      gas,
      payer: '',
      granter: '',
    },
    publicKey: key.publicKey(),
    sequence,
  })
  const document = encodeSignDoc({ bodyBytes, authInfoBytes, chainId, accountNumber })
  return encodeTxRaw({ bodyBytes, authInfoBytes, signatures: [key.signBytes(document)] })
}

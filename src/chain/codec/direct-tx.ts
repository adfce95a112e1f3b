import { encodeAuthInfo, type Fee, SIGN_MODE } from './auth-info'
import type { ChainMessage } from './chain-message'
import { encodeTxBody } from './tx-body'

/** The body and auth bytes of a transaction made by the wallet itself, to be signed in SIGN_MODE_DIRECT. Protocol 3.5, 10.7. */
export function buildDirectTx(given: {
  readonly messages: readonly ChainMessage[]
  readonly fee: Pick<Fee, 'amount'> & Partial<Pick<Fee, 'granter' | 'payer'>>
  readonly gas: bigint
  readonly memo: string
  readonly publicKey: Uint8Array
  readonly sequence: bigint
}): { bodyBytes: Uint8Array; authInfoBytes: Uint8Array } {
  const { amount, granter = '', payer = '' } = given.fee
  return {
    bodyBytes: encodeTxBody({ messages: given.messages, memo: given.memo }),
    authInfoBytes: encodeAuthInfo({
      publicKey: given.publicKey,
      mode: SIGN_MODE.direct,
      sequence: given.sequence,
      fee: { amount, gas: given.gas, payer, granter },
    }),
  }
}

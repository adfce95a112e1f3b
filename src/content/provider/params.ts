import type { EditOptions } from '../../../types/index.d.ts'
import { copyBytes, encodeBase64 } from './bytes'
import { encodeUtf8, isArray, setPrototypeOf, stringify } from './natives'
import { badRequest } from './page-failure'

/** How the parameters of a page are written down: read once and at once. All of these throw PageFailure. */

/** Bytes as base64. */
export function bytesText(value: unknown): string {
  return encodeBase64(copyBytes(value))
}

/** A text's bytes, or bytes, as base64. */
export function dataText(data: string | Uint8Array): string {
  return typeof data === 'string' ? encodeBase64(encodeUtf8(data)) : bytesText(data)
}

export function toJson(value: object): string {
  let text: string | undefined
  try {
    text = stringify(value)
  } catch {
    // Cyclic, a BigInt, nested too deeply, or a getter of the page that failed: all the same to the wallet.
  }
  if (text === undefined) throw badRequest('The parameters cannot be written as JSON.')
  return text
}

/** One chain id or a list of them. What is neither is passed on as it is, and the wallet refuses it. */
export function listOf(values: string | readonly string[]): readonly unknown[] {
  const list: unknown[] = setPrototypeOf([], null)
  if (!isArray(values)) {
    list[0] = values
    return list
  }
  const { length } = values
  for (let index = 0; index < length; index += 1) list[index] = values[index]
  return list
}

export function keptOf(options: EditOptions | undefined): EditOptions {
  return {
    keepFee: !!options?.keepFee,
    keepMemo: !!options?.keepMemo,
    skipBalanceCheck: !!options?.skipBalanceCheck,
  }
}

/** The document that ADR-36 signs for a text or for bytes. */
export function textDoc(signer: string, data: string | Uint8Array): object {
  return {
    chain_id: '',
    account_number: '0',
    sequence: '0',
    fee: { gas: '0', amount: [] },
    msgs: [{ type: 'sign/MsgSignData', value: { signer, data: dataText(data) } }],
    memo: '',
  }
}

import type { DirectSignDoc, EditOptions, Signed, SuggestedNetwork } from '../../../types/index.d.ts'
import { MAX_PARAMS_LENGTH, type PageMethod } from '../../messages/page'
import { copyBytes, encodeBase64 } from './bytes'
import { encodeUtf8, isArray, NativeString, setPrototypeOf, stringify } from './natives'
import { badRequest } from './page-failure'
import type { Call } from './wire'

/** Each of these reads its parameters once and at once; it throws PageFailure where they cannot be written as JSON. */
export const calls = {
  connect: (chainIds: string | readonly string[]): Call<'connect'> =>
    write('connect', { chainIds: copyList(chainIds) }),

  disconnect: (chainIds: string | readonly string[] | null | undefined): Call<'disconnect'> =>
    write('disconnect', { chainIds: copyList(chainIds ?? []) }),

  getAccount: (chainId: string): Call<'getAccount'> => write('getAccount', { chainId }),

  signAmino: (chainId: string, signer: string, signDoc: object, options?: EditOptions): Call<'signAmino'> =>
    write('signAmino', {
      chainId,
      signer,
      signDoc: toJson(signDoc),
      ...kept(options),
    }),

  signDirect: (
    chainId: string,
    signer: string,
    { doc, accountNumber }: { readonly doc: DirectSignDoc; readonly accountNumber: bigint },
    options?: EditOptions,
  ): Call<'signDirect'> =>
    write('signDirect', {
      chainId,
      signer,
      bodyBytes: encodeBase64(copyBytes(doc.bodyBytes)),
      authInfoBytes: encodeBase64(copyBytes(doc.authInfoBytes)),
      docChainId: doc.chainId,
      accountNumber: NativeString(accountNumber),
      ...kept(options),
    }),

  getTxPublicKey: (chainId: string): Call<'getTxPublicKey'> => write('getTxPublicKey', { chainId }),

  getTxKey: (chainId: string, nonce: Uint8Array): Call<'getTxKey'> =>
    write('getTxKey', { chainId, nonce: encodeBase64(copyBytes(nonce)) }),

  sealMessage: (chainId: string, codeHash: string, message: object): Call<'sealMessage'> =>
    write('sealMessage', { chainId, codeHash, message: toJson(message) }),

  openCiphertext: (chainId: string, ciphertext: Uint8Array, nonce: Uint8Array): Call<'openCiphertext'> =>
    write('openCiphertext', {
      chainId,
      ciphertext: encodeBase64(copyBytes(ciphertext)),
      nonce: encodeBase64(copyBytes(nonce)),
    }),

  addToken: (chainId: string, contract: string, viewingKey?: string): Call<'addToken'> =>
    write('addToken', { chainId, contract, viewingKey }),

  getViewingKey: (chainId: string, contract: string): Call<'getViewingKey'> =>
    write('getViewingKey', { chainId, contract }),
  suggestChain: (chain: SuggestedNetwork): Call<'suggestChain'> => write('suggestChain', chain),

  isConnected: (chainIds: string | readonly string[]): Call<'isConnected'> =>
    write('isConnected', { chainIds: copyList(chainIds) }),

  getNetworks: (): Call<'getNetworks'> => write('getNetworks', {}),

  sendTx: (chainId: string, tx: Uint8Array): Call<'sendTx'> =>
    write('sendTx', { chainId, tx: encodeBase64(copyBytes(tx)) }),

  waitForTx: (chainId: string, hash: Uint8Array): Call<'waitForTx'> =>
    write('waitForTx', { chainId, hash: encodeBase64(copyBytes(hash)) }),

  verifyText: (
    chainId: string,
    signer: string,
    data: string | Uint8Array,
    { publicKey, signature }: Signed,
  ): Call<'verifyText'> =>
    write('verifyText', {
      chainId,
      signer,
      data: encodeBase64(textBytes(data)),
      publicKey: encodeBase64(copyBytes(publicKey)),
      signature: encodeBase64(copyBytes(signature)),
    }),

  getStanding: (): Call<'getStanding'> => write('getStanding', {}),
} as const satisfies { readonly [M in PageMethod]: (...parameters: never[]) => Call<M> }

/** The document that ADR-36 signs for a text or for bytes. */
export function textDoc(signer: string, data: string | Uint8Array): object {
  return {
    chain_id: '',
    account_number: '0',
    sequence: '0',
    fee: { gas: '0', amount: [] },
    msgs: [{ type: 'sign/MsgSignData', value: { signer, data: encodeBase64(textBytes(data)) } }],
    memo: '',
  }
}

function textBytes(data: string | Uint8Array): Uint8Array {
  return typeof data === 'string' ? encodeUtf8(data) : copyBytes(data)
}

function kept(options: EditOptions | undefined): EditOptions {
  return {
    keepFee: !!options?.keepFee,
    keepMemo: !!options?.keepMemo,
    skipBalanceCheck: !!options?.skipBalanceCheck,
  }
}

function write<M extends PageMethod>(method: M, params: object): Call<M> {
  // Some libraries give every object a toJSON, which would turn our fields into text inside of text.
  const text = toJson(setPrototypeOf(params, null))
  if (text.length > MAX_PARAMS_LENGTH) throw badRequest('The parameters are too large.')
  return { method, params: text }
}

function toJson(value: object): string {
  let text: string | undefined
  try {
    text = stringify(value)
  } catch {
    // Cyclic, a BigInt, nested too deeply, or a getter of the page that failed: all the same to the wallet.
  }
  if (text === undefined) throw badRequest('The parameters cannot be written as JSON.')
  return text
}

function copyList(values: string | readonly string[]): string[] {
  const list: string[] = setPrototypeOf([], null)
  if (typeof values === 'string') {
    list[0] = values
    return list
  }
  if (!isArray(values)) throw badRequest('Chain ids are text or a list of texts.')
  const { length } = values
  for (let index = 0; index < length; index += 1) list[index] = values[index]
  return list
}

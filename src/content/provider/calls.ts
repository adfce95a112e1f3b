import { MAX_PARAMS_LENGTH, type PageMethod } from '../../messages/page'
import { copyBytes, encodeBase64 } from './bytes'
import { isArray, NativeString, setPrototypeOf, stringify } from './natives'
import { badRequest } from './page-failure'
import type { DirectSignDoc, EditOptions } from './sotto-surface'
import type { Call } from './wire'

/** A network in our own words. */
interface ChainDescription {
  readonly chainId: string
  readonly name: string
  readonly endpoint: string
  readonly bech32Prefix: string
  readonly coinType: number
  readonly denom: string
  readonly symbol: string
  readonly decimals: number
  readonly saysSecret: boolean
  readonly gasPrices: { readonly low: number; readonly average: number; readonly high: number } | undefined
}

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
      keepFee: options?.keepFee === true,
      keepMemo: options?.keepMemo === true,
    }),

  signDirect: (
    chainId: string,
    signer: string,
    doc: DirectSignDoc,
    accountNumber: bigint,
  ): Call<'signDirect'> =>
    write('signDirect', {
      chainId,
      signer,
      bodyBytes: encodeBase64(copyBytes(doc.bodyBytes)),
      authInfoBytes: encodeBase64(copyBytes(doc.authInfoBytes)),
      docChainId: doc.chainId,
      accountNumber: NativeString(accountNumber),
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
  suggestChain: (chain: ChainDescription): Call<'suggestChain'> => write('suggestChain', chain),
} as const satisfies { readonly [M in PageMethod]: (...parameters: never[]) => Call<M> }

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

import type { Sotto } from '../../../types/index.d.ts'
import { decodeBase64 } from './bytes'
import { apply, freeze } from './natives'
import { asFailure } from './page-failure'
import { bytesText, listOf, toJson } from './params'
import { signingMethods } from './sotto-signing'
import type { Send } from './wire'

/**
 * Our own surface over the wire. Its methods stand alone: they may be taken off the object. Each reads its parameters in
 * the turn in which it is called; where they cannot be read or written down, its promise is rejected
 * with a failure like any other.
 */
export function createSotto(send: Send, onAccountChange: Sotto['onAccountChange']): Sotto {
  const methods: Methods = {
    ...accountMethods(send),
    ...signingMethods(send),
    ...messageMethods(send),
  }
  for (const name in methods) {
    const method: Method = methods[name as keyof Methods]
    methods[name as keyof Methods] = async (...given: unknown[]): Promise<never> => {
      try {
        return (await apply(method, undefined, given)) as never
      } catch (error) {
        throw asFailure(error)
      }
    }
  }
  return freeze({ version: 1, ...methods, onAccountChange })
}

type Methods = Omit<Sotto, 'version' | 'onAccountChange'>
type Method = (...given: never[]) => Promise<unknown>

type AccountMethod =
  | 'connect'
  | 'disconnect'
  | 'isConnected'
  | 'getNetworks'
  | 'getAccount'
  | 'renameAccount'
  | 'addToken'
  | 'addNetwork'
  | 'getViewingKey'

function accountMethods(send: Send): Pick<Sotto, AccountMethod> {
  return {
    connect: async (chainIds) => void (await send('connect', { chainIds: listOf(chainIds) })),
    disconnect: async (chainIds) => void (await send('disconnect', { chainIds: listOf(chainIds ?? []) })),
    isConnected: (chainIds) => send('isConnected', { chainIds: listOf(chainIds) }),
    getNetworks: () => send('getNetworks', {}),
    getAccount: async (chainId) => {
      const account = await send('getAccount', { chainId })
      const { publicKey, addressBytes } = account
      return { ...account, publicKey: decodeBase64(publicKey), addressBytes: decodeBase64(addressBytes) }
    },
    renameAccount: (name, editable) => send('renameAccount', { name, editable: !!editable }),
    addToken: async (chainId, contract, viewingKey) =>
      void (await send('addToken', { chainId, contract, viewingKey })),
    addNetwork: async (network) => void (await send('suggestChain', { ...network })),
    getViewingKey: (chainId, contract) => send('getViewingKey', { chainId, contract }),
  }
}

type MessageMethod = 'getTxPublicKey' | 'getTxKey' | 'sealMessage' | 'openCiphertext'

function messageMethods(send: Send): Pick<Sotto, MessageMethod> {
  return {
    getTxPublicKey: async (chainId) => decodeBase64(await send('getTxPublicKey', { chainId })),
    getTxKey: async (chainId, nonce) =>
      decodeBase64(await send('getTxKey', { chainId, nonce: bytesText(nonce) })),
    sealMessage: async (chainId, codeHash, message) =>
      decodeBase64(await send('sealMessage', { chainId, codeHash, message: toJson(message) })),
    openCiphertext: async (chainId, ciphertext, nonce) =>
      decodeBase64(
        await send('openCiphertext', {
          chainId,
          ciphertext: bytesText(ciphertext),
          nonce: bytesText(nonce),
        }),
      ),
  }
}

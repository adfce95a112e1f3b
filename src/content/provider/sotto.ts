import type { Sotto } from '../../../types/index.d.ts'
import { decodeBase64 } from './bytes'
import { calls, textDoc } from './calls'
import { freeze } from './natives'
import { readUint64 } from './page-long'
import type { Wire } from './wire'

/** Our own surface over the wire. Its methods stand alone: they may be taken off the object. */
export function createSotto(wire: Wire, onAccountChange: Sotto['onAccountChange']): Sotto {
  const methods: Omit<Sotto, 'version' | 'onAccountChange'> = {
    connect: async (chainIds) => void (await wire.send(calls.connect(chainIds))),
    disconnect: async (chainIds) => void (await wire.send(calls.disconnect(chainIds))),
    getAccount: async (chainId) => {
      const { name, algorithm, publicKey, address, addressBytes } = await wire.send(calls.getAccount(chainId))
      return {
        name,
        algorithm,
        publicKey: decodeBase64(publicKey),
        address,
        addressBytes: decodeBase64(addressBytes),
      }
    },
    signAmino: async (chainId, signer, signDoc, options) => {
      const { signed, publicKey, signature } = await wire.send(
        calls.signAmino(chainId, signer, signDoc, options),
      )
      return { signed, publicKey: decodeBase64(publicKey), signature: decodeBase64(signature) }
    },
    signDirect: async (chainId, signer, doc, options) => {
      const request = { doc, accountNumber: readUint64(doc.accountNumber) }
      const answer = await wire.send(calls.signDirect(chainId, signer, request, options))
      return {
        bodyBytes: decodeBase64(answer.bodyBytes),
        authInfoBytes: decodeBase64(answer.authInfoBytes),
        publicKey: decodeBase64(answer.publicKey),
        signature: decodeBase64(answer.signature),
      }
    },
    signText: async (chainId, signer, data) => {
      const { publicKey, signature } = await methods.signAmino(chainId, signer, textDoc(signer, data))
      return { publicKey, signature }
    },
    verifyText: async (chainId, signer, data, signed) =>
      wire.send(calls.verifyText(chainId, signer, data, signed)),
    sendTx: async (chainId, tx) => decodeBase64(await wire.send(calls.sendTx(chainId, tx))),
    waitForTx: async (chainId, hash) => wire.send(calls.waitForTx(chainId, hash)),
    isConnected: async (chainIds) => wire.send(calls.isConnected(chainIds)),
    getNetworks: async () => wire.send(calls.getNetworks()),
    getTxPublicKey: async (chainId) => decodeBase64(await wire.send(calls.getTxPublicKey(chainId))),
    getTxKey: async (chainId, nonce) => decodeBase64(await wire.send(calls.getTxKey(chainId, nonce))),
    sealMessage: async (chainId, codeHash, message) =>
      decodeBase64(await wire.send(calls.sealMessage(chainId, codeHash, message))),
    openCiphertext: async (chainId, ciphertext, nonce) =>
      decodeBase64(await wire.send(calls.openCiphertext(chainId, ciphertext, nonce))),
    addToken: async (chainId, contract, viewingKey) =>
      void (await wire.send(calls.addToken(chainId, contract, viewingKey))),
    addNetwork: async (network) => void (await wire.send(calls.suggestChain(network))),
    getViewingKey: async (chainId, contract) => wire.send(calls.getViewingKey(chainId, contract)),
  }
  return freeze({ version: 1, ...methods, onAccountChange })
}

import type { DirectSignDoc, Sotto } from '../../../types/index.d.ts'
import { decodeBase64 } from './bytes'
import { NativeString } from './natives'
import { readUint64 } from './page-long'
import { bytesText, dataText, keptOf, textDoc, toJson } from './params'
import type { Send } from './wire'

type SigningMethod =
  | 'signAmino'
  | 'signDirect'
  | 'signDirectAux'
  | 'signText'
  | 'verifyText'
  | 'sendTx'
  | 'waitForTx'

/** What is signed, whether it was, and what becomes of it. */
export function signingMethods(send: Send): Pick<Sotto, SigningMethod> {
  const signAmino: Sotto['signAmino'] = async (chainId, signer, signDoc, options) => {
    const answer = await send('signAmino', { chainId, signer, signDoc: toJson(signDoc), ...keptOf(options) })
    return { signed: answer.signed, ...signatureIn(answer) }
  }
  return {
    signAmino,
    signDirect: async (chainId, signer, doc, options) => {
      const answer = await send('signDirect', {
        chainId,
        signer,
        bodyBytes: bytesText(doc.bodyBytes),
        docChainId: doc.chainId,
        accountNumber: uint64Text(doc.accountNumber),
        authInfoBytes: bytesText(doc.authInfoBytes),
        ...keptOf(options),
      })
      return {
        bodyBytes: decodeBase64(answer.bodyBytes),
        authInfoBytes: decodeBase64(answer.authInfoBytes),
        ...signatureIn(answer),
      }
    },
    signDirectAux: async (chainId, signer, doc, options) => {
      const answer = await send('signDirectAux', {
        chainId,
        signer,
        bodyBytes: bytesText(doc.bodyBytes),
        docChainId: doc.chainId,
        accountNumber: uint64Text(doc.accountNumber),
        sequence: uint64Text(doc.sequence),
        keyType: doc.publicKey?.typeUrl,
        key: bytesText(doc.publicKey?.value),
        ...keptOf(options),
      })
      return { bodyBytes: decodeBase64(answer.bodyBytes), ...signatureIn(answer) }
    },
    signText: async (chainId, signer, data) => {
      const { publicKey, signature } = await signAmino(chainId, signer, textDoc(signer, data))
      return { publicKey, signature }
    },
    verifyText: (chainId, signer, data, { publicKey, signature }) =>
      send('verifyText', {
        chainId,
        signer,
        data: dataText(data),
        publicKey: bytesText(publicKey),
        signature: bytesText(signature),
      }),
    sendTx: async (chainId, tx) => decodeBase64(await send('sendTx', { chainId, tx: bytesText(tx) })),
    waitForTx: (chainId, hash) => send('waitForTx', { chainId, hash: bytesText(hash) }),
  }
}

function uint64Text(value: DirectSignDoc['accountNumber']): string {
  return NativeString(readUint64(value))
}

function signatureIn({ publicKey, signature }: { readonly publicKey: string; readonly signature: string }) {
  return { publicKey: decodeBase64(publicKey), signature: decodeBase64(signature) }
}

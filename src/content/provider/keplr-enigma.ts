import { decodeBase64 } from './bytes'
import { calls } from './calls'
import type { KeplrSession } from './keplr-session'
import { need } from './keplr-signers'
import type { EnigmaUtils, KeplrSurface } from './keplr-surface'
import { emptyRecord, NativeBytes } from './natives'

type Enigma = Pick<
  KeplrSurface,
  'getEnigmaPubKey' | 'getEnigmaTxEncryptionKey' | 'enigmaEncrypt' | 'enigmaDecrypt' | 'getEnigmaUtils'
>

/** The encryption half of the surface: the account's own tx keys, which never leave the wallet. */
export function createEnigma(session: KeplrSession): Enigma {
  const cached = emptyRecord<EnigmaUtils>()

  const getEnigmaPubKey: Enigma['getEnigmaPubKey'] = async (chainId) =>
    decodeBase64(
      await session.ask(chainId, () => {
        need(chainId, 'chain id not set')
        return calls.getTxPublicKey(chainId)
      }),
    )

  const getEnigmaTxEncryptionKey: Enigma['getEnigmaTxEncryptionKey'] = async (chainId, nonce) =>
    decodeBase64(
      await session.ask(chainId, () => {
        need(chainId, 'chain id not set')
        need(nonce, 'nonce is null')
        return calls.getTxKey(chainId, nonce)
      }),
    )

  const enigmaEncrypt: Enigma['enigmaEncrypt'] = async (chainId, contractCodeHash, msg) =>
    decodeBase64(
      await session.ask(chainId, () => {
        need(chainId, 'chain id not set')
        need(contractCodeHash, 'contract code hash not set')
        need(msg, 'msg not set')
        return calls.sealMessage(chainId, contractCodeHash, msg)
      }),
    )

  const enigmaDecrypt: Enigma['enigmaDecrypt'] = async (chainId, ciphertext, nonce) => {
    if (!ciphertext || ciphertext.length === 0) return new NativeBytes(0)
    const opened = await session.ask(chainId, () => {
      need(chainId, 'chain id not set')
      need(nonce, 'nonce not set')
      return calls.openCiphertext(chainId, ciphertext, nonce)
    })
    return decodeBase64(opened)
  }

  function getEnigmaUtils(chainId: string): EnigmaUtils {
    const known = cached[chainId]
    if (known !== undefined) return known
    const made: EnigmaUtils = {
      getPubkey: () => getEnigmaPubKey(chainId),
      getTxEncryptionKey: (nonce) => getEnigmaTxEncryptionKey(chainId, nonce),
      encrypt: (contractCodeHash, msg) => enigmaEncrypt(chainId, contractCodeHash, msg),
      decrypt: (ciphertext, nonce) => enigmaDecrypt(chainId, ciphertext, nonce),
    }
    cached[chainId] = made
    return made
  }

  return { getEnigmaPubKey, getEnigmaTxEncryptionKey, enigmaEncrypt, enigmaDecrypt, getEnigmaUtils }
}

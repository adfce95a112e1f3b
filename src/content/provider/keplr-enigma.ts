import { type KeplrSession, need } from './keplr-session'
import type { EnigmaUtils, KeplrSurface } from './keplr-surface'
import { emptyRecord, NativeBytes } from './natives'

type Enigma = Pick<
  KeplrSurface,
  'getEnigmaPubKey' | 'getEnigmaTxEncryptionKey' | 'enigmaEncrypt' | 'enigmaDecrypt' | 'getEnigmaUtils'
>

/** The encryption half of the surface: the account's own tx keys, which never leave the wallet. */
export function createEnigma({ sotto, ask }: KeplrSession): Enigma {
  const cached = emptyRecord<EnigmaUtils>()

  const getEnigmaPubKey: Enigma['getEnigmaPubKey'] = (chainId) =>
    ask(() => {
      need(chainId, 'chain id not set')
      return sotto.getTxPublicKey(chainId)
    })

  const getEnigmaTxEncryptionKey: Enigma['getEnigmaTxEncryptionKey'] = (chainId, nonce) =>
    ask(() => {
      need(chainId, 'chain id not set')
      need(nonce, 'nonce is null')
      return sotto.getTxKey(chainId, nonce)
    })

  const enigmaEncrypt: Enigma['enigmaEncrypt'] = (chainId, contractCodeHash, msg) =>
    ask(() => {
      need(chainId, 'chain id not set')
      need(contractCodeHash, 'contract code hash not set')
      need(msg, 'msg not set')
      return sotto.sealMessage(chainId, contractCodeHash, msg)
    })

  const enigmaDecrypt: Enigma['enigmaDecrypt'] = async (chainId, ciphertext, nonce) =>
    ask(async () => {
      if (!ciphertext?.length) return new NativeBytes(0)
      need(chainId, 'chain id not set')
      need(nonce, 'nonce not set')
      return sotto.openCiphertext(chainId, ciphertext, nonce)
    })

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

import { decodeBase64 } from './bytes'
import { type KeplrSession, need } from './keplr-session'
import { needSigner, SIGNATURE_KEY, signatureOf } from './keplr-signers'
import type { KeplrSurface } from './keplr-surface'
import { badRequest } from './page-failure'

/** Texts that are signed as texts, which no chain takes for a transaction: ADR-36. */
export function textMethods({
  sotto,
  ask,
}: KeplrSession): Pick<KeplrSurface, 'signArbitrary' | 'verifyArbitrary'> {
  return {
    signArbitrary: (chainId, signer, data) =>
      ask(async () => {
        needSigner(chainId, signer)
        return signatureOf(await sotto.signText(chainId, signer, data))
      }),
    verifyArbitrary: (chainId, signer, data, signed) =>
      ask(() => {
        needSigner(chainId, signer)
        need(signed, 'Signature not set')
        const { type, value } = signed.pub_key
        if (type !== SIGNATURE_KEY) throw badRequest(`Unsupported type of pub key: ${type}`)
        return sotto.verifyText(chainId, signer, data, {
          publicKey: decodeBase64(value),
          signature: decodeBase64(signed.signature),
        })
      }),
  }
}

import { chainMethods } from './keplr-chains'
import { connectionMethods, getKey } from './keplr-connection'
import { createEnigma } from './keplr-enigma'
import { sendTx } from './keplr-sending'
import { type KeplrSession, need } from './keplr-session'
import { aminoSigner, bothSigner, type Signing, signAmino, signDirect, signDirectAux } from './keplr-signers'
import { suggestMethods } from './keplr-suggest'
import type { KeplrSurface } from './keplr-surface'
import { textMethods } from './keplr-texts'
import { fixMembers } from './members'

/** Sites compare it to decide whether a wallet is out of date: the version whose behaviour this surface follows. */
const FOLLOWED_VERSION = '0.12.309'

/** The surface that dApps know as `window.keplr`, spoken in our own protocol. */
export function createKeplr(session: KeplrSession): KeplrSurface {
  const own: { defaultOptions: KeplrSurface['defaultOptions'] } = { defaultOptions: {} }
  return fixMembers(own, true, {
    version: FOLLOWED_VERSION,
    mode: 'extension',
    ...connectionMethods(session),
    ...signingMethods({ session, defaults: () => own.defaultOptions }),
    ...textMethods(session),
    ...chainMethods(session),
    ...createEnigma(session),
    ...tokenMethods(session),
    ...suggestMethods(session),
    sendTx: sendTx(session),
  } as const)
}

function signingMethods(
  signing: Signing,
): Pick<
  KeplrSurface,
  | 'signAmino'
  | 'signDirect'
  | 'signDirectAux'
  | 'getOfflineSigner'
  | 'getOfflineSignerOnlyAmino'
  | 'getOfflineSignerAuto'
> {
  return {
    signAmino: (chainId, signer, signDoc, options) =>
      signAmino(signing, { chainId, signer, signDoc, options }),
    signDirect: (chainId, signer, signDoc, options) =>
      signDirect(signing, { chainId, signer, signDoc, options }),
    signDirectAux: (chainId, signer, signDoc, options) =>
      signDirectAux(signing, { chainId, signer, signDoc, options }),
    getOfflineSigner: (chainId, options) => bothSigner(signing, chainId, options),
    getOfflineSignerOnlyAmino: (chainId, options) => aminoSigner(signing, chainId, options),
    getOfflineSignerAuto: async (chainId, options) => {
      // Asks for the connection now, as a site expects of the one signer that is a promise.
      await getKey(signing.session, chainId)
      return bothSigner(signing, chainId, options)
    },
  }
}

function tokenMethods({
  sotto,
  ask,
}: KeplrSession): Pick<KeplrSurface, 'suggestToken' | 'getSecret20ViewingKey'> {
  return {
    suggestToken: (chainId, contract, viewingKey) =>
      ask(() => {
        need(chainId, 'chain id not set')
        need(contract, 'Contract address is empty')
        return sotto.addToken(chainId, contract, viewingKey || undefined)
      }),
    getSecret20ViewingKey: (chainId, contract) =>
      ask(() => {
        need(chainId, 'chain id not set')
        need(contract, 'Contract address is empty')
        return sotto.getViewingKey(chainId, contract)
      }),
  }
}

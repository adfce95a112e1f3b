import { calls } from './calls'
import { createEnigma } from './keplr-enigma'
import { type KeplrSession, openSession } from './keplr-session'
import { aminoSigner, bothSigner, getKey, need, type Signing, signAmino, signDirect } from './keplr-signers'
import { suggestMethods } from './keplr-suggest'
import type { KeplrSurface } from './keplr-surface'
import { defineProperty } from './natives'
import type { Wire } from './wire'

/** Sites compare it to decide whether a wallet is out of date: the version whose behaviour this surface follows. */
const FOLLOWED_VERSION = '0.12.309'

/** The surface that dApps know as `window.keplr`, spoken in our own protocol. */
export function createKeplr(wire: Wire): KeplrSurface {
  const session = openSession(wire)
  const own: { defaultOptions: KeplrSurface['defaultOptions'] } = { defaultOptions: {} }
  return fixMembers(own, {
    version: FOLLOWED_VERSION,
    mode: 'extension',
    ...connectionMethods(session),
    ...signingMethods({ session, defaults: () => own.defaultOptions }),
    ...createEnigma(session),
    ...tokenMethods(session),
    ...suggestMethods(session),
  } as const)
}

function connectionMethods(session: KeplrSession): Pick<KeplrSurface, 'ping' | 'enable' | 'disable'> {
  return {
    ping: async () => {},
    enable: async (chainIds) => {
      await session.ask(chainIds, () => {
        need(chainIds?.length, 'chain id not set')
        return calls.connect(chainIds)
      })
    },
    disable: async (chainIds) => {
      await session.ask(chainIds, () => calls.disconnect(chainIds))
    },
  }
}

function signingMethods(
  signing: Signing,
): Pick<
  KeplrSurface,
  | 'getKey'
  | 'signAmino'
  | 'signDirect'
  | 'getOfflineSigner'
  | 'getOfflineSignerOnlyAmino'
  | 'getOfflineSignerAuto'
> {
  return {
    getKey: (chainId) => getKey(signing, chainId),
    signAmino: (chainId, signer, signDoc, options) =>
      signAmino(signing, { chainId, signer, signDoc, options }),
    signDirect: (chainId, signer, signDoc) => signDirect(signing, { chainId, signer, signDoc }),
    getOfflineSigner: (chainId, options) => bothSigner(signing, chainId, options),
    getOfflineSignerOnlyAmino: (chainId, options) => aminoSigner(signing, chainId, options),
    getOfflineSignerAuto: async (chainId, options) => {
      // Asks for the connection now, as a site expects of the one signer that is a promise.
      await getKey(signing, chainId)
      return bothSigner(signing, chainId, options)
    },
  }
}

function tokenMethods(session: KeplrSession): Pick<KeplrSurface, 'suggestToken' | 'getSecret20ViewingKey'> {
  return {
    suggestToken: async (chainId, contract, viewingKey) => {
      await session.ask(chainId, () => {
        need(chainId, 'chain id not set')
        need(contract, 'Contract address is empty')
        return calls.addToken(chainId, contract, viewingKey || undefined)
      })
    },
    getSecret20ViewingKey: (chainId, contract) =>
      session.ask(chainId, () => {
        need(chainId, 'chain id not set')
        need(contract, 'Contract address is empty')
        return calls.getViewingKey(chainId, contract)
      }),
  }
}

/** Own members that nobody can replace, on an object that stays open for what sites add to it. */
function fixMembers<Own extends object, Members extends object>(own: Own, members: Members): Own & Members {
  for (const name in members) {
    defineProperty(own, name, {
      value: members[name],
      enumerable: true,
      writable: false,
      configurable: false,
    })
  }
  return own as Own & Members
}

import type { PopupError, PopupParams } from '../../messages/popup'
import type { Ask } from '../ask'
import type { Landing } from '../landing'

/** What came of asking for a wallet. */
export type Begun =
  | { readonly kind: 'begun'; readonly landing: Landing }
  | { readonly kind: 'refused'; readonly error: PopupError }

/** Has the background make a phrase and a wallet from it, and asks for the phrase at once, while the password is at hand. */
export async function createWallet(ask: Ask, params: PopupParams['createVault']): Promise<Begun> {
  const created = await ask('createVault', params)
  if (created.kind === 'error') return { kind: 'refused', error: created.error }
  const { secretId } = created.value
  const shown = await ask('revealPhrase', { secretId, password: params.password })
  // The wallet is there either way; a phrase that did not come is asked for on the next screen.
  const phrase = shown.kind === 'result' ? { phrase: shown.value } : {}
  return { kind: 'begun', landing: { kind: 'write-down', secretId, ...phrase } }
}

/** Has the background make a wallet of a phrase or a private key that the person brings. */
export async function importWallet(
  ask: Ask,
  params: Pick<PopupParams['importVault'], 'secret' | 'password'>,
): Promise<Begun> {
  const imported = await ask('importVault', { ...params, coinType: 529 })
  if (imported.kind === 'error') return { kind: 'refused', error: imported.error }
  const { secretId } = imported.value
  const found = params.secret.kind === 'phrase'
  return { kind: 'begun', landing: found ? { kind: 'found', secretId } : { kind: 'ready' } }
}

import type { Sotto } from '../../../types/index.d.ts'
import { freeze, NativeCustomEvent } from './natives'

/**
 * Lets a page find several wallets that do not know of each other: it listens to `cosmos-wallet:announce` and dispatches
 * `cosmos-wallet:request`. docs/provider.md
 */
export function announceWallet(window: Window, provider: Sotto): void {
  const detail = freeze({ info: freeze({ name: 'Sotto', rdns: 'sotto.wallet' }), provider })
  const dispatch = window.dispatchEvent.bind(window)
  const announce = (): void => void dispatch(new NativeCustomEvent('cosmos-wallet:announce', { detail }))
  window.addEventListener('cosmos-wallet:request', announce)
  announce()
}

import { announceWallet } from './announcement'
import { createKeplr } from './keplr'
import { channelMethods, openChannel } from './keplr-channel'
import { isEnabled } from './keplr-connection'
import { openSession } from './keplr-session'
import type { KeplrSurface } from './keplr-surface'
import { fixMembers } from './members'
import { NativeEvent } from './natives'
import { createSotto } from './sotto'
import { openWire } from './wire'

/** Puts `sotto` on the window, and the Keplr shape where no other wallet holds it. */
export function startProvider(window: Window): void {
  const bus = new EventTarget()
  const dispatch = bus.dispatchEvent.bind(bus)
  const add = bus.addEventListener.bind(bus)
  const remove = bus.removeEventListener.bind(bus)
  const send = openWire(window, () => dispatch(new NativeEvent('account-change')))

  const sotto = createSotto(send, (listener) => {
    const heard = (): void => listener()
    add('account-change', heard)
    return () => remove('account-change', heard)
  })
  fixMembers(window, false, { sotto })

  const session = openSession(sotto, () => channel.leave())
  const keplr = createKeplr(session)
  const globals = keplrGlobals(keplr)
  const isOurs = !isTaken(window, globals)
  const channel = openChannel(window, {
    methods: channelMethods(keplr, (chainIds) => isEnabled(session, chainIds as string)),
    isOurs,
    isWanted: async () => (await send('getStanding', {})) === 'always',
  })
  if (isOurs) {
    fixMembers(window, false, globals)
    // Without it, libraries do not look for this shape at all. Writable, so that a wallet which comes later can say true.
    Object.assign(window, { keplrRequestMetaIdSupport: false })
    const announce = window.dispatchEvent.bind(window)
    add('account-change', () => announce(new NativeEvent('keplr_keystorechange')))
  }
  announceWallet(window, sotto)
}

/** Sites use the functions without the object, too. */
function keplrGlobals(keplr: KeplrSurface) {
  const { getOfflineSigner, getOfflineSignerOnlyAmino, getOfflineSignerAuto, getEnigmaUtils } = keplr
  return { keplr, getOfflineSigner, getOfflineSignerOnlyAmino, getOfflineSignerAuto, getEnigmaUtils }
}

function isTaken(window: Window, names: Record<string, unknown>): boolean {
  for (const name in names) {
    if (name in window) return true
  }
  return false
}

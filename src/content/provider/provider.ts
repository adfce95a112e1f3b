import { createKeplr } from './keplr'
import type { KeplrSurface } from './keplr-surface'
import { defineProperty, NativeEvent } from './natives'
import { createSotto } from './sotto'
import { openWire } from './wire'

/** Puts `sotto` on the window, and the Keplr shape where no other wallet holds it. */
export function startProvider(window: Window): void {
  const bus = new EventTarget()
  const dispatch = bus.dispatchEvent.bind(bus)
  const add = bus.addEventListener.bind(bus)
  const remove = bus.removeEventListener.bind(bus)
  const wire = openWire(window, () => dispatch(new NativeEvent('account-change')))

  const sotto = createSotto(wire, (listener) => {
    const heard = (): void => listener()
    add('account-change', heard)
    return () => remove('account-change', heard)
  })
  place(window, { sotto })

  const keplr = keplrGlobals(createKeplr(wire))
  for (const name in keplr) {
    if (name in window) return
  }
  place(window, keplr)
  const announce = window.dispatchEvent.bind(window)
  add('account-change', () => announce(new NativeEvent('keplr_keystorechange')))
}

/** Sites use the functions without the object, too. */
function keplrGlobals(keplr: KeplrSurface) {
  const { getOfflineSigner, getOfflineSignerOnlyAmino, getOfflineSignerAuto, getEnigmaUtils } = keplr
  return { keplr, getOfflineSigner, getOfflineSignerOnlyAmino, getOfflineSignerAuto, getEnigmaUtils }
}

function place(window: Window, values: Record<string, unknown>): void {
  for (const name in values) {
    defineProperty(window, name, {
      value: values[name],
      enumerable: false,
      writable: false,
      configurable: false,
    })
  }
}

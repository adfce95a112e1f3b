// @ts-check

/**
 * Stands in a plain page for the extension API the popup uses: pushes one view, answers from a table. Runs in the page,
 * so it must not refer to anything outside itself.
 * @param {{view: unknown, after?: unknown, replies: Record<string, unknown>, now: number, vanishes?: boolean | undefined, passkeys?: string | undefined}} scene
 */
export function installFakeExtension({ view, after, replies, now, vanishes = false, passkeys }) {
  const RealDate = Date
  const FixedDate = new Proxy(RealDate, {
    construct: (target, args) => Reflect.construct(target, args.length === 0 ? [now] : args),
    get: (target, name) => (name === 'now' ? () => now : Reflect.get(target, name)),
  })
  Object.defineProperty(globalThis, 'Date', { value: FixedDate })
  /** @typedef {(message: unknown) => void} Listener */
  /** @type {Listener[]} */
  const listeners = []
  /** @param {unknown} pushed */
  const push = (pushed) => {
    for (const listener of listeners) listener({ kind: 'view', view: pushed })
  }
  const port = {
    onMessage: {
      addListener: (/** @type {Listener} */ listener) => {
        listeners.push(listener)
        queueMicrotask(() => view && push(view))
      },
    },
    onDisconnect: { addListener: () => undefined },
    disconnect: () => undefined,
  }
  /** @param {{method: string}} request */
  const answer = async ({ method }) => {
    const reply = replies[method]
    if (reply === 'never') return new Promise(() => undefined)
    if (after && (method === 'createVault' || method === 'importVault')) push(after)
    return reply ?? { kind: 'result', value: null }
  }
  const fake = {
    runtime: {
      connect: () => port,
      sendMessage: answer,
      getManifest: () => ({ version: '0.1.0' }),
      getURL: (/** @type {string} */ path) => path,
    },
    extension: { getViews: () => (vanishes ? [window] : []) },
    tabs: { create: async () => undefined },
    windows: { getCurrent: async () => ({ id: 1 }) },
    sidePanel: { open: async () => undefined },
  }
  Object.defineProperty(globalThis, 'chrome', { value: fake })
  Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => undefined } })
  if (passkeys === undefined) return
  const results = { first: new Uint8Array(32).fill(1) }
  const passkey = {
    id: 'cGFzc2tleQ',
    getClientExtensionResults: () => ({ prf: passkeys === 'made' ? { enabled: true, results } : {} }),
  }
  const give = async () => {
    if (passkeys === 'cancelled') throw new DOMException('closed', 'NotAllowedError')
    if (passkeys === 'waiting') return new Promise(() => undefined)
    return passkey
  }
  Object.defineProperty(navigator, 'credentials', { value: { create: give, get: give } })
  const capabilities = async () => ({ 'extension:prf': passkeys !== 'none' })
  Object.defineProperty(globalThis, 'PublicKeyCredential', {
    value: Object.assign(() => undefined, { getClientCapabilities: capabilities }),
  })
}

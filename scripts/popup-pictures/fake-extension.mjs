// @ts-check

/**
 * Stands in a plain page for the extension API the popup uses: pushes one view, answers from a table. Runs in the page,
 * so it must not refer to anything outside itself.
 * @param {{view: unknown, replies: Record<string, unknown>, now: number}} scene
 */
export function installFakeExtension({ view, replies, now }) {
  const RealDate = Date
  const FixedDate = new Proxy(RealDate, {
    construct: (target, args) => Reflect.construct(target, args.length === 0 ? [now] : args),
    get: (target, name) => (name === 'now' ? () => now : Reflect.get(target, name)),
  })
  Object.defineProperty(globalThis, 'Date', { value: FixedDate })
  /** @param {(message: unknown) => void} listener */
  const push = (listener) => queueMicrotask(() => view && listener({ kind: 'view', view }))
  const port = {
    onMessage: { addListener: push },
    onDisconnect: { addListener: () => undefined },
    disconnect: () => undefined,
  }
  /** @param {{method: string}} request */
  const answer = async ({ method }) => {
    const reply = replies[method]
    if (reply === 'never') return new Promise(() => undefined)
    return reply ?? { kind: 'result', value: null }
  }
  const fake = {
    runtime: {
      connect: () => port,
      sendMessage: answer,
      getManifest: () => ({ version: '0.1.0' }),
      getURL: (/** @type {string} */ path) => path,
    },
    extension: { getViews: () => [] },
    tabs: { create: async () => undefined },
  }
  Object.defineProperty(globalThis, 'chrome', { value: fake })
  Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => undefined } })
}

import type { Fetch } from './attempt'
import type { Clock } from './clock'

export type Reply = Response | unknown | ((url: URL) => Response | Promise<Response>)

/** A chain of nodes in memory: each origin has its own replies by path (without query); what is not given is a 404 of the gateway. */
export interface FakeNodes {
  readonly fetch: Fetch
  readonly asked: { readonly url: URL; readonly init: RequestInit }[]
}

export const NODE_INFO = '/cosmos/base/tendermint/v1beta1/node_info'

export function fakeNodes(
  replies: Readonly<Record<string, Readonly<Record<string, Reply>>>>,
  network = 'secretdev-1',
): FakeNodes {
  const asked: { url: URL; init: RequestInit }[] = []
  return {
    asked,
    async fetch(text, init) {
      const url = new URL(text)
      asked.push({ url, init })
      const node = replies[url.origin]
      if (node === undefined) throw new TypeError('fetch failed')
      const reply = Object.hasOwn(node, url.pathname) ? node[url.pathname] : undefined
      if (reply === undefined && url.pathname === NODE_INFO) return json(nodeInfo(network))
      if (reply === undefined) return refusal(5, 'not found', 404)
      if (reply instanceof Response) return reply.clone()
      return typeof reply === 'function' ? reply(url) : json(reply)
    },
  }
}

export function nodeInfo(network: string): unknown {
  return { default_node_info: { network, moniker: 'fake' }, application_version: { version: '1.15.0' } }
}

export function json(value: unknown, status = 200): Response {
  return new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } })
}

export function refusal(code: number, message: string, status = 500): Response {
  return json({ code, message, details: [] }, status)
}

/** Never answers, and does not listen to the signal either: a half-open socket. */
export function silence(): Promise<Response> {
  return new Promise(() => undefined)
}

/** Sends its head at once and then a byte now and again, without end. */
export function drip(): Response {
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      controller.enqueue(new Uint8Array([32]))
      return new Promise(() => undefined)
    },
  })
  return new Response(body)
}

/** A clock whose time passes by itself, as fast as the code can wait. */
export function fakeClock(): Clock & { readonly waited: number[] } {
  let now = 1_000_000
  const waited: number[] = []
  return {
    waited,
    now: () => now,
    after(ms, callback) {
      let live = true
      // Two turns of the event loop: replies that are ready win over timers, as they would in real time.
      setTimeout(() => {
        if (!live) return
        now += ms
        waited.push(ms)
        callback()
      }, 2)
      return () => {
        live = false
      }
    },
  }
}

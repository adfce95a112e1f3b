import { describe, expect, it } from 'vitest'
import {
  EVENT_CHANNEL,
  MAX_PARAMS_LENGTH,
  type PageOutcome,
  REPLY_CHANNEL,
  REQUEST_CHANNEL,
} from '../../messages/page'
import { fakeBrowser, settled } from './browser.fake'
import { startRelay } from './relay'
import { NO_RUNTIME } from './relay-host'

const result: PageOutcome = { kind: 'result', value: 'done' }

function request(id: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return { channel: REQUEST_CHANNEL, id, method: 'getAccount', params: '{"chainId":"secret-4"}', ...more }
}

function start(prepare?: (browser: ReturnType<typeof fakeBrowser>) => void) {
  const browser = fakeBrowser()
  prepare?.(browser)
  startRelay(browser.host)
  const replies = (): { id: string; outcome: { kind: string; error?: { code: string } } }[] =>
    browser.posted.flatMap((message) =>
      Reflect.get(Object(message), 'channel') === REPLY_CHANNEL ? [structuredClone(message) as never] : [],
    )
  const codes = (): (string | undefined)[] => replies().map(({ outcome }) => outcome.error?.code)
  return { ...browser, replies, codes }
}

describe('a request', () => {
  it('goes to the background and its outcome to the page', async () => {
    const { window, state, sent, replies } = start()
    state.background = async () => ({ kind: 'done', outcome: result })
    window.arrive(request('request-1'))
    await settled()
    expect(sent).toEqual([
      { kind: 'page-request', id: 'request-1', method: 'getAccount', params: '{"chainId":"secret-4"}' },
    ])
    expect(replies()).toEqual([{ channel: REPLY_CHANNEL, id: 'request-1', outcome: result }])
  })

  it('waits while the person is asked, and is answered once', async () => {
    const { window, replies, fromBackground } = start()
    window.arrive(request('request-1'))
    await settled()
    expect(replies()).toEqual([])
    expect(fromBackground({ kind: 'page-waiting', id: 'request-1' })).toEqual({ waiting: true })
    const reply = { kind: 'page-reply', id: 'request-1', outcome: result } as const
    expect(fromBackground(reply)).toEqual({ waiting: true })
    expect(fromBackground(reply)).toEqual({ waiting: false })
    expect(fromBackground({ kind: 'page-waiting', id: 'request-1' })).toEqual({ waiting: false })
    await settled()
    expect(replies()).toHaveLength(1)
  })

  it('is sent again when the worker died before it answered', async () => {
    const { window, state, sent, sleepers, replies } = start()
    state.background = () => Promise.reject(new Error('The message port closed before a response'))
    window.arrive(request('request-1'))
    await settled()
    state.background = async () => ({ kind: 'done', outcome: result })
    sleepers.shift()?.()
    await settled()
    expect(sent.map((message) => Reflect.get(message, 'id'))).toEqual(['request-1', 'request-1'])
    expect(replies()).toHaveLength(1)
  })

  it('is given up with a clear error when nothing answers', async () => {
    const { window, state, sleepers, codes } = start()
    state.background = async () => undefined
    window.arrive(request('request-1'))
    for (let round = 0; round < 6; round += 1) {
      await settled()
      sleepers.shift()?.()
    }
    expect(codes()).toEqual(['unavailable'])
  })

  it('is passed on once, however often the page repeats it', async () => {
    const { window, sent } = start()
    window.arrive(request('request-1'))
    window.arrive(request('request-1'))
    await settled()
    expect(sent).toHaveLength(1)
  })
})

describe('a hostile page', () => {
  it('P2, P3: is refused what is no method', async () => {
    const { window, sent, codes } = start()
    const methods = [
      'unlock',
      '__proto__',
      'constructor',
      'toString',
      'then',
      { toString: () => 'connect' },
      7,
    ]
    for (const [index, method] of methods.entries()) window.arrive(request(`request-${index}`, { method }))
    await settled()
    expect(sent).toEqual([])
    expect(codes()).toEqual(methods.map(() => 'bad-request'))
  })

  it('P7: is refused parameters of 64 MiB', async () => {
    const { window, sent, codes } = start()
    window.arrive(request('request-1', { params: 'x'.repeat(64 * 1024 * 1024) }))
    await settled()
    expect(sent).toEqual([])
    expect(codes()).toEqual(['bad-request'])
  })

  it('P7: cannot make the relay hold more than its share', async () => {
    const { window, sent, codes } = start(({ state }) => {
      state.background = () => new Promise(() => {})
    })
    const params = 'x'.repeat(MAX_PARAMS_LENGTH)
    for (let index = 0; index < 12; index += 1) window.arrive(request(`request-${index}`, { params }))
    await settled()
    expect(sent).toHaveLength(8)
    expect(codes()).toEqual(['busy', 'busy', 'busy', 'busy'])
  })

  it('P8, P9: is met with silence when it posts something else', async () => {
    const { window, sent, posted } = start()
    const odd = [
      undefined,
      null,
      1n,
      Number.NaN,
      'text',
      [],
      new Map(),
      new Date(),
      JSON.parse('{"__proto__":{}}'),
    ]
    for (const data of odd) window.arrive(data)
    for (const id of [undefined, 7, '', 'short', 'x'.repeat(65), 'with space', '__proto__', 'línea-larga']) {
      window.arrive(request('', { id }))
    }
    await settled()
    expect(sent).toEqual([])
    expect(posted).toEqual([])
  })

  it('P9: own __proto__ in a request adds nothing to it', async () => {
    const { window, sent } = start()
    const hostile =
      '{"channel":"sotto:request","id":"request-1","params":"{}","__proto__":{"method":"connect"}}'
    window.arrive(JSON.parse(hostile))
    await settled()
    expect(sent).toEqual([])
  })

  it('P14, P15: gets no second answer by asking again under an answered id', async () => {
    const { window, replies, fromBackground, sent } = start()
    window.arrive(request('request-1'))
    await settled()
    fromBackground({ kind: 'page-reply', id: 'request-1', outcome: result })
    window.arrive(request('request-1'))
    await settled()
    // The background sees the same id again and decides; nothing is answered from here.
    expect(sent).toHaveLength(2)
    expect(replies()).toHaveLength(1)
  })

  it('P16, P17: is told to wait after 512 open requests', async () => {
    const { window, sent, codes } = start()
    for (let index = 0; index < 1000; index += 1)
      window.arrive(request(`request-${index}`, { method: 'connect' }))
    await settled()
    expect(sent).toHaveLength(512)
    expect(codes()).toEqual(Array.from({ length: 488 }, () => 'busy'))
  })

  it('hides requests from scripts that listen to everything', async () => {
    const { window } = start()
    const seen: unknown[] = []
    window.addEventListener('message', (event) => seen.push(event))
    window.arrive(request('request-1'))
    await settled()
    expect(seen).toEqual([])
  })
})

describe('other windows', () => {
  it('O39, O40: a parent or opener cannot ask in the name of the page', async () => {
    const { window, sent, posted } = start()
    window.arrive(request('request-1'), { source: { postMessage() {} }, origin: 'https://evil.example' })
    window.arrive(request('request-2'), { source: { postMessage() {} } })
    window.arrive(request('request-3'), { source: null })
    await settled()
    expect(sent).toEqual([])
    expect(posted).toEqual([])
  })

  it('O34: a sandboxed document, whose origin is null, is not heard', async () => {
    const { window, sent } = start()
    window.arrive(request('request-1'), { origin: 'null' })
    await settled()
    expect(sent).toEqual([])
  })
})

describe('the background', () => {
  it('O46, O47: is believed only as our own extension, outside of any tab', async () => {
    const { window, replies, fromBackground } = start()
    window.arrive(request('request-1'))
    await settled()
    const reply = { kind: 'page-reply', id: 'request-1', outcome: result } as const
    expect(fromBackground(reply, { id: 'other-extension' })).toBeUndefined()
    expect(fromBackground(reply, {})).toBeUndefined()
    expect(fromBackground(reply, { id: 'sotto-extension', tab: { id: 1 } })).toBeUndefined()
    await settled()
    expect(replies()).toEqual([])
  })

  it('tells a page that asked of a changed account, and nothing that is not in the protocol', async () => {
    const { window, posted, fromBackground } = start()
    window.arrive(request('request-1'))
    await settled()
    expect(fromBackground({ kind: 'page-event', name: 'account-change' })).toEqual({ waiting: false })
    fromBackground({ kind: 'page-event', name: 'unlock' })
    expect(fromBackground({ kind: 'other', id: 'request-1' })).toBeUndefined()
    await settled()
    expect(posted).toEqual([{ channel: EVENT_CHANNEL, name: 'account-change' }])
  })

  it('is not reached for before the page asks, and once for all that it asks', async () => {
    const { window, state } = start()
    window.arrive({ channel: 'of another wallet', id: 'request-0' })
    expect(state.opened).toBe(0)
    window.arrive(request('request-1'))
    window.arrive(request('request-2'))
    expect(state.opened).toBe(1)
  })

  it('is not there for a document that outlived the extension, and the page is told so', async () => {
    const { replies } = start(({ host, window }) => {
      Object.assign(host, { runtime: () => NO_RUNTIME })
      queueMicrotask(() => window.arrive(request('request-1')))
    })
    await settled()
    expect(replies()).toMatchObject([{ id: 'request-1', outcome: { error: { code: 'unavailable' } } }])
  })
})

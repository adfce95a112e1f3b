import { describe, expect, it } from 'vitest'
import { ChainError } from './chain-error'
import { CHAINS, type Chain } from './chains'
import { createClient, outcome } from './client'
import {
  drip,
  fakeClock,
  fakeNodes,
  json,
  NODE_INFO,
  nodeInfo,
  type Reply,
  refusal,
  silence,
} from './node.fake'

const chain = CHAINS.find(({ chainId }) => chainId === 'secretdev-1') as Chain
const A = 'https://a.example'
const B = 'https://b.example'
const PATH = '/thing'

function setUp(replies: Record<string, Record<string, Reply>>, endpoints = [A, B]) {
  const nodes = fakeNodes(replies)
  const clock = fakeClock()
  const client = createClient({ chain, endpoints, fetch: nodes.fetch, clock })
  const asked = () => nodes.asked.filter(({ url }) => url.pathname !== NODE_INFO).map(({ url }) => url.origin)
  return { client, clock, nodes, asked }
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const result = await outcome(promise)
  return result instanceof ChainError ? result.code : 'answered'
}

describe('asking a node', () => {
  it('N77: asks without credentials, cache or redirects', async () => {
    const { client, nodes } = setUp({ [A]: { [PATH]: { a: 1 } } })
    expect(await client.request({ path: PATH })).toEqual({ kind: 'ok', json: { a: 1 } })
    expect(nodes.asked[0]?.init).toMatchObject({
      method: 'GET',
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    })
  })

  it('checks the network of a node once', async () => {
    const { client, nodes } = setUp({ [A]: { [PATH]: {} } })
    await Promise.all([client.request({ path: PATH }), client.request({ path: PATH })])
    expect(nodes.asked.filter(({ url }) => url.pathname === NODE_INFO)).toHaveLength(1)
  })

  it('hands on a refusal in the shape of the gateway', async () => {
    const { client } = setUp({ [A]: { [PATH]: refusal(3, 'bad address', 400) } })
    expect(await client.request({ path: PATH })).toMatchObject({ kind: 'refused', refusal: { code: 3 } })
  })

  it.each<[string, Reply]>([
    ['an error page', () => new Response('<html>502</html>', { status: 502 })],
    ['an error page that says not found', () => new Response('404 page not found', { status: 404 })],
    ['too many requests', () => json({ code: 8, message: 'slow down' }, 429)],
    ['unavailable', () => refusal(14, 'unavailable', 503)],
    ['silence', silence],
    ['a body that never ends', drip],
    ['text that is not JSON', () => new Response('hello')],
    ['bytes that are not UTF-8', () => new Response(new Uint8Array([34, 255, 34]))],
    ['a broken connection', () => Promise.reject(new TypeError('fetch failed'))],
  ])('N77: turns to the next node after %s, and stays there', async (_, bad) => {
    const { client, asked } = setUp({ [A]: { [PATH]: bad }, [B]: { [PATH]: { from: 'b' } } })
    expect(await client.request({ path: PATH })).toEqual({ kind: 'ok', json: { from: 'b' } })
    await client.request({ path: PATH })
    expect(asked()).toEqual([A, B, B])
  })

  it('N78: turns away from a node of another network, however good its certificate', async () => {
    const { client } = setUp({
      [A]: { [PATH]: { from: 'a' }, [NODE_INFO]: nodeInfo('secret-4') },
      [B]: { [PATH]: { from: 'b' } },
    })
    expect(await client.request({ path: PATH })).toEqual({ kind: 'ok', json: { from: 'b' } })
  })

  it('N78: says so when every node is of another network', async () => {
    const other = { [PATH]: {}, [NODE_INFO]: nodeInfo('secret-4') }
    const { client } = setUp({ [A]: other })
    await expect(client.request({ path: PATH })).rejects.toMatchObject({ code: 'chain/wrong-chain' })
  })
})

describe('failing', () => {
  it.each<[string, Reply]>([
    ['chain/timeout', silence],
    ['chain/timeout', drip],
    ['chain/http', () => new Response('no', { status: 500 })],
    ['chain/offline', () => Promise.reject(new TypeError('fetch failed'))],
    ['chain/bad-answer', () => new Response('{')],
  ])('N77: ends as %s', async (code, bad) => {
    const { client } = setUp({ [A]: { [PATH]: bad } }, [A])
    expect(await codeOf(client.request({ path: PATH }))).toBe(code)
  })

  it('N77: asks once more after a pause, but not a node that let it wait', async () => {
    const away = setUp({}, [A])
    await codeOf(away.client.request({ path: PATH }))
    expect(away.asked()).toEqual([A, A])
    const silent = setUp({ [A]: { [PATH]: silence } }, [A])
    await codeOf(silent.client.request({ path: PATH }))
    expect(silent.asked()).toEqual([A])
  })

  it('N69, N77: stops reading an answer that is too long, announced or not', async () => {
    const long = 'x'.repeat(2000)
    const announced = () => new Response(long, { headers: { 'content-length': '2000' } })
    const streamed = () => new Response(new Blob([long]).stream())
    for (const reply of [announced, streamed]) {
      const { client } = setUp({ [A]: { [PATH]: reply } }, [A])
      expect(await codeOf(client.request({ path: PATH, maxBytes: 1000 }))).toBe('chain/too-large')
    }
  })

  it('ends at once, with the reason given, when the caller gives up', async () => {
    const { client } = setUp({ [A]: { [PATH]: silence } })
    const controller = new AbortController()
    const pending = client.request({ path: PATH, signal: controller.signal })
    controller.abort(new Error('closed'))
    await expect(pending).rejects.toThrow('closed')
    await expect(client.request({ path: PATH, signal: controller.signal })).rejects.toThrow('closed')
  })
})

describe('addresses of nodes', () => {
  it.each([
    'http://node.example',
    'ftp://a',
    'https://u:p@node.example',
    'https://node.example/?a=1',
    'node',
    '',
  ])('N77: refuses %s', (endpoint) => {
    expect(() => createClient({ chain, endpoints: [endpoint], fetch })).toThrow(ChainError)
  })

  it('takes https and loopback, without a last slash', () => {
    const endpoints = ['https://node.example/lcd/', 'http://localhost:1317', 'http://127.0.0.1:9']
    const client = createClient({ chain, endpoints, fetch })
    expect(client.endpoints).toEqual([
      'https://node.example/lcd',
      'http://localhost:1317',
      'http://127.0.0.1:9',
    ])
  })

  it('are https for every built-in network but the local one', () => {
    for (const { chainId, endpoints } of CHAINS) {
      const safe = endpoints.every((endpoint) => endpoint.startsWith('https://'))
      expect(safe).toBe(chainId !== 'secretdev-1')
    }
  })
})

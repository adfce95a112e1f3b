import { beforeEach, describe, expect, it } from 'vitest'
import { ask } from '../test-node.fake'
import { RpcTest } from './rpc-test.fake'

let rpc: RpcTest
beforeEach(() => {
  rpc = new RpcTest()
})

describe('JSON-RPC', () => {
  it('answers a batch in order, one of one plainly, and nothing without an id', async () => {
    const one = { jsonrpc: '2.0', id: 'x', method: 'health' }
    const answer = { jsonrpc: '2.0', id: 'x', result: {} }
    const unknown = { jsonrpc: '2.0', id: 2, method: 'nonsense' }
    const notFound = { jsonrpc: '2.0', id: 2, error: { code: -32601, message: 'Method not found' } }
    expect((await ask(rpc.node.rpc, '/', [one, unknown])).body).toEqual([answer, notFound])
    expect((await ask(rpc.node.rpc, '/', [one])).body).toEqual(answer)
    expect((await ask(rpc.node.rpc, '/', { jsonrpc: '2.0', method: 'health' })).text).toBe('')
    expect((await ask(rpc.node.rpc, '/', [])).text).toBe('')
    expect((await ask(rpc.node.rpc, '/', { ...one, id: 2, method: 'subscribe' })).body).toEqual(notFound)
  })

  it.each(['{', 'null', '5', '"text"', '[1]', '{"id":{},"method":"health"}', '{"id":1,"method":5}', '[[]]'])(
    'cannot read %s',
    async (body) => {
      expect(await ask(rpc.node.rpc, '/', body)).toMatchObject({
        status: 500,
        body: { jsonrpc: '2.0', error: { code: -32700, message: 'Parse error. Invalid JSON' } },
      })
    },
  )

  it.each([
    [{ height: 5 }, 'invalid 64-bit integer encoding "5", expected string'],
    [{ height: 'abc' }, "invalid character 'a' looking for beginning of value"],
    [['1', '2'], 'expected 1 parameters ([height]), got 2 (["1" "2"])'],
    ['text', 'unknown type for JSON params: json: cannot unmarshal. Expected map or array'],
  ])('refuses the params %j', async (params, data) => {
    const body = { jsonrpc: '2.0', id: 1, method: 'block', params }
    expect((await ask(rpc.node.rpc, '/', body)).body).toEqual({
      jsonrpc: '2.0',
      id: 1,
      error: {
        code: -32602,
        message: 'Invalid params',
        data: `error converting json params to arguments: ${data}`,
      },
    })
  })

  it.each([
    ['/block?height=abc', "invalid character 'a' looking for beginning of value"],
    ['/block?height=0x01', "got a hex string arg, but expected 'int64'"],
    ['/tx?hash=0xzz', "encoding/hex: invalid byte: U+007A 'z'"],
    ['/tx?hash=0x0', 'encoding/hex: odd length hex string'],
    ['/tx?hash=0x00&prove=5', 'json: cannot unmarshal number into Go value of type bool'],
  ])('refuses the address %s', async (path, data) => {
    expect(await ask(rpc.node.rpc, path)).toMatchObject({
      status: 500,
      body: { id: -1, error: { code: -32602, data: `error converting http params to arguments: ${data}` } },
    })
  })

  it('takes params by place and quoted heights in an address', async () => {
    expect(await rpc.result('block', ['1'])).toEqual(await rpc.uri('/block?height="1"'))
  })

  it('has no other paths', async () => {
    for (const path of ['/nonsense', '/a/b', '/websocket']) {
      expect(await ask(rpc.node.rpc, path)).toMatchObject({ status: 404, text: '404 page not found\n' })
    }
    expect(await ask(rpc.node.rpc, '/%zz')).toMatchObject({ status: 400, body: { error: { code: -32600 } } })
  })

  it('refuses a body beyond all measure', async () => {
    expect(await ask(rpc.node.rpc, '/', 'x'.repeat(11 * 1024 * 1024))).toMatchObject({
      status: 500,
      body: { error: { code: -32600, data: 'error reading request body: http: request body too large' } },
    })
  })
})

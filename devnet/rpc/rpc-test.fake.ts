import { expect } from 'vitest'
import { ask, startTestNode, type TestNode } from '../test-node.fake'
import { TestWallet } from '../wallet.fake'

/** For the tests of the RPC: a node that is called in both ways, and a wallet on its chain. */
export class RpcTest {
  readonly node: TestNode = startTestNode()
  readonly wallet = new TestWallet(this.node.chain)

  /** What a call by URI gives. */
  async uri(path: string): Promise<unknown> {
    const { status, body } = await ask(this.node.rpc, path)
    expect({ status, body }).toMatchObject({ status: 200, body: { jsonrpc: '2.0', id: -1 } })
    return (body as { result: unknown }).result
  }

  /** The whole answer to a call by POST. */
  async call(method: string, params?: object): Promise<unknown> {
    const { status, body } = await ask(this.node.rpc, '/', { jsonrpc: '2.0', id: 7, method, params })
    expect({ status, body }).toMatchObject({ status: 200, body: { jsonrpc: '2.0', id: 7 } })
    return body
  }

  async result(method: string, params?: object): Promise<unknown> {
    return ((await this.call(method, params)) as { result: unknown }).result
  }
}

/** The answer to a call that the method refuses. */
export function internal(data: string) {
  return { jsonrpc: '2.0', id: 7, error: { code: -32603, message: 'Internal error', data } }
}

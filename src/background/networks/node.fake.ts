/** A node that answers in the shapes of a real one, for tests. */
import { base64 } from '@scure/base'

export interface FakeNode {
  network: string
  height: number
  /** Of the newest block, in ISO 8601. */
  time: string
  txKey: string
  balance: string
  /** Of every contract. */
  codeHash: string
  down: boolean
  readonly asked: string[]
  respond(url: string): Response | Promise<Response>
}

export function fakeNode(txKeySeed: number, network = 'secret-4'): FakeNode {
  const node: FakeNode = {
    network,
    height: 100,
    time: '2026-01-02T03:04:05Z',
    txKey: fakeTxKey(txKeySeed),
    balance: '1000000',
    codeHash: 'aa'.repeat(32),
    down: false,
    asked: [],
    respond(url) {
      const { pathname } = new URL(url)
      node.asked.push(pathname)
      if (node.down) return Promise.reject(new TypeError('Failed to fetch'))
      const found = Object.entries(answers(node)).find(([end]) => pathname.includes(end))
      return found === undefined
        ? Response.json({ code: 12, message: 'Not Implemented', details: [] }, { status: 501 })
        : Response.json(found[1])
    },
  }
  return node
}

/** Some 32 bytes that are no low-order point. */
export function fakeTxKey(seed: number): string {
  return base64.encode(new Uint8Array(32).fill(seed).with(0, 9))
}

function answers(node: FakeNode): Record<string, unknown> {
  const { network, height, time, txKey, balance, codeHash } = node
  return {
    '/node_info': { default_node_info: { network, moniker: 'fake' }, application_version: { version: '1' } },
    '/blocks/latest': {
      block: { header: { chain_id: network, height: String(height), time } },
    },
    '/tx-key': { key: txKey },
    '/code_hash/by_contract_address': { code_hash: codeHash },
    '/by_denom': { balance: { denom: 'uscrt', amount: balance } },
  }
}

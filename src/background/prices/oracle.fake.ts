/** A node whose enclave holds an oracle, for tests. */
import { base64, hex } from '@scure/base'
import { createClient } from '../../chain/index'
import { deriveTxKey, TxSeed } from '../../crypto/index'
import { openInput, readWire, sealCiphertext } from '../../crypto/tx-cipher'
import { builtInChain } from '../networks/known-chains'
import type { FakeBrowser } from '../platform.fake'
import type { PricesParts } from './prices'

const ENCLAVE = TxSeed.fromBytes(new Uint8Array(32).fill(3))
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

type NetworksPart = PricesParts['networks']

export interface FakeOracle extends NetworksPart {
  /** What the contract answers, word for word; undefined while the node is down. */
  says: string | undefined
  blocked: boolean
  /** Waits before it answers. */
  hold: Promise<void> | undefined
  /** Everything that was asked, opened as only the enclave can. */
  readonly asked: { readonly path: string; readonly query: unknown; readonly publicKey: string }[]
}

/** As the contract writes it, of a moment in milliseconds. */
export function priceOf(rate: string, at: number, key = 'SCRT'): string {
  return `{"key":"${key}","data":{"rate":"${rate}","last_updated_base":${Math.floor(at / 1000)},"last_updated_quote":18446744073709551615}}`
}

export function fakeOracle(browser: FakeBrowser): FakeOracle {
  const oracle: FakeOracle = {
    says: undefined,
    blocked: false,
    hold: undefined,
    asked: [],
    async txKey() {
      return oracle.blocked ? { kind: 'blocked' } : { kind: 'ready', key: ENCLAVE.pair().publicKey }
    },
    async client(chainId) {
      const chain = builtInChain(chainId)
      if (chain === undefined) throw new Error(`No such chain: ${chainId}`)
      const clock = {
        now: browser.clock,
        after: (_: number, callback: () => void) => browser.after(0, callback),
      }
      const fetch = (url: string) => respond(oracle, chainId, new URL(url))
      return createClient({ chain, endpoints: ['https://node.example'], fetch, clock })
    },
  }
  return oracle
}

async function respond(oracle: FakeOracle, network: string, url: URL): Promise<Response> {
  const { pathname: path, searchParams } = url
  if (path.endsWith('/node_info')) {
    return Response.json({ default_node_info: { network }, application_version: {} })
  }
  const wire = base64.decode(searchParams.get('query') ?? '')
  const parts = readWire(wire)
  if (parts === undefined) throw new Error(`not a query: ${url}`)
  const key = deriveTxKey(ENCLAVE, parts.publicKey, parts.nonce).bytes()
  const query: unknown = JSON.parse(openInput(key, wire)?.message ?? '')
  oracle.asked.push({ path, query, publicKey: hex.encode(parts.publicKey) })
  await oracle.hold
  if (oracle.says === undefined) throw new TypeError('Failed to fetch')
  const answer = base64.encode(encode(oracle.says))
  return Response.json({ data: base64.encode(sealCiphertext(key, encode(answer))) })
}

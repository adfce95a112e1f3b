import type { JsonObject, JsonValue } from '../../src/domain/index'

/** Which requests a fault is for; without limits it is for all of them, until it is taken away. */
interface FaultLimits {
  /** A path such as `/cosmos/bank/*`; a JSON-RPC call counts as `/method`, the socket as `/websocket`. */
  readonly path?: string
  /** So many requests, then the fault is over. */
  readonly times?: number
  /** Of the requests it is for, this part: 0 to 1. */
  readonly probability?: number
}

/** Something that goes wrong with a node (threats 7, N64 to N83). */
export type Fault = FaultLimits &
  (
    | { readonly kind: 'latency'; readonly ms: number }
    | { readonly kind: 'status'; readonly status: number }
    | { readonly kind: 'redirect'; readonly location: string }
    | { readonly kind: 'timeout' }
    | { readonly kind: 'half-open' }
    | { readonly kind: 'reset' }
    | { readonly kind: 'slow'; readonly ms: number }
    | { readonly kind: 'truncate'; readonly bytes: number }
    | { readonly kind: 'oversize'; readonly bytes: number }
    | { readonly kind: 'garbage' }
    | { readonly kind: 'patch'; readonly set: JsonObject }
    | { readonly kind: 'tx-key'; readonly key: string }
    | { readonly kind: 'code-hash'; readonly codeHash: string }
    | { readonly kind: 'chain-id'; readonly chainId: string }
    | { readonly kind: 'lag'; readonly blocks: number }
    | { readonly kind: 'gas-price'; readonly price: string }
    | { readonly kind: 'lose-tx' }
    | { readonly kind: 'refuse-tx'; readonly log: string }
    | { readonly kind: 'tx-hash' }
    | { readonly kind: 'other-tx' }
  )

export type FaultKind = Fault['kind']
export type FaultOf<K extends FaultKind> = Extract<Fault, { readonly kind: K }>

interface FaultRule {
  /** What happens, in the person's words. */
  readonly about: string
  /** The member that comes with it, and what it is when nothing is said; without a default it must be given. */
  readonly member?: string
  readonly type?: 'number' | 'text' | 'object'
  readonly preset?: JsonValue
}

/** A well-formed X25519 public key that is nobody's here. */
const OTHER_KEY = 'CQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='

/** Every fault there is: the one table for the command line, the control endpoint and the reader. */
export const FAULT_RULES: Readonly<Record<FaultKind, FaultRule>> = {
  latency: { about: 'answers come so many milliseconds late', member: 'ms', type: 'number' },
  status: { about: 'answers are this HTTP error', member: 'status', type: 'number' },
  redirect: { about: 'answers send the client elsewhere', member: 'location', type: 'text' },
  timeout: { about: 'the node takes a request and never answers' },
  'half-open': { about: 'an answer begins and never goes on' },
  reset: { about: 'the connection breaks in the middle of an answer' },
  slow: { about: 'bodies come a few bytes every so many milliseconds', member: 'ms', type: 'number' },
  truncate: { about: 'bodies end after so many bytes', member: 'bytes', type: 'number' },
  oversize: { about: 'bodies have so many bytes more', member: 'bytes', type: 'number' },
  garbage: { about: 'bodies are not JSON' },
  patch: { about: 'members of the JSON are replaced, by dotted path', member: 'set', type: 'object' },
  'tx-key': { about: 'the encryption key is another', member: 'key', type: 'text', preset: OTHER_KEY },
  'code-hash': {
    about: 'code hashes are another',
    member: 'codeHash',
    type: 'text',
    preset: 'deadbeef'.repeat(8),
  },
  'chain-id': { about: 'the chain id is another', member: 'chainId', type: 'text', preset: 'secret-4' },
  lag: { about: 'the node is so many blocks behind', member: 'blocks', type: 'number' },
  'gas-price': { about: 'the node wants this price, as 0.25uscrt', member: 'price', type: 'text' },
  'lose-tx': { about: 'transactions are taken and never included' },
  'refuse-tx': {
    about: 'transactions are refused with this log',
    member: 'log',
    type: 'text',
    preset: 'mempool is full',
  },
  'tx-hash': { about: 'broadcasts are answered with another hash' },
  'other-tx': { about: 'a transaction is answered with the messages of another' },
}

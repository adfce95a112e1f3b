import type { CodeHash } from '../domain/index'
import { type Answer, attempt, type Fetch, type Request } from './attempt'
import { ChainError, transportError } from './chain-error'
import type { Chain } from './chains'
import { type Clock, SYSTEM_CLOCK, sleep } from './clock'
import { parseEndpoint } from './endpoint'
import { NODE_INFO_PATH, readNodeInfo } from './network-of'

/** A connection to one network: data, and the two ways to ask. What can be asked are functions that take a client. */
export interface Client {
  readonly chain: Chain
  readonly endpoints: readonly string[]
  readonly clock: Clock
  /** Code hashes asked for in this client's life, as promises so that parallel callers share one question. */
  readonly codeHashes: Map<string, AskedCodeHash>
  /** Asks the nodes in turn until one answers, the one that answered last first. Throws ChainError. */
  request(request: Request): Promise<Answer>
  /** Asks this one node. Throws ChainError. */
  requestFrom(endpoint: string, request: Request): Promise<Answer>
}

export interface AskedCodeHash {
  readonly answer: Promise<CodeHash>
  settled: boolean
}

export interface ClientOptions {
  readonly chain: Chain
  /** LCD addresses, best first; the chain's own unless given. */
  readonly endpoints?: readonly string[]
  readonly fetch: Fetch
  readonly clock?: Clock
}

const RETRY_PAUSE_MS = 400
/** Failures that a second try a moment later may mend; a node that let us wait is not asked twice. */
const PASSING = new Set<string>(['chain/offline', 'chain/http', 'chain/bad-answer'])

/**
 * Makes a client. A node's answers count only once it has also named the right network.
 * Throws `chain/endpoint` for an address that is neither https nor loopback.
 */
export function createClient(options: ClientOptions): Client {
  const { chain, fetch, clock = SYSTEM_CLOCK } = options
  const endpoints = (options.endpoints ?? chain.endpoints).map(parseEndpoint)
  if (endpoints.length === 0) throw new ChainError('chain/endpoint', 'No node is set for this network.')
  const power = { fetch, clock }
  const checkNetwork = networkCheck(chain, power)
  let order: readonly string[] = endpoints

  async function requestFrom(endpoint: string, request: Request): Promise<Answer> {
    const [answer] = await Promise.all([attempt(power, endpoint, request), checkNetwork(endpoint)])
    return answer
  }

  async function round(candidates: readonly string[], given: Request): Promise<Answer | Failures> {
    const failures: [string, ChainError][] = []
    for (const endpoint of candidates) {
      const result = await outcome(requestFrom(endpoint, given))
      if (!(result instanceof ChainError)) {
        order = [endpoint, ...endpoints.filter((other) => other !== endpoint)]
        return result
      }
      failures.push([endpoint, result])
    }
    return { kind: 'failed', failures }
  }

  async function request(given: Request): Promise<Answer> {
    const first = await round(order, given)
    if (first.kind !== 'failed') return first
    const again = first.failures.filter(([, { code }]) => PASSING.has(code)).map(([endpoint]) => endpoint)
    if (again.length === 0) throw worst(first.failures)
    await sleep(clock, RETRY_PAUSE_MS, given.signal)
    const second = await round(again, given)
    if (second.kind === 'failed') throw worst([...first.failures, ...second.failures])
    return second
  }

  return { chain, endpoints, clock, codeHashes: new Map(), request, requestFrom }
}

interface Failures {
  readonly kind: 'failed'
  readonly failures: readonly (readonly [endpoint: string, error: ChainError])[]
}

/** The failure worth telling: a node of another network before one that is merely away. */
function worst(failures: Failures['failures']): ChainError {
  const errors = failures.map(([, error]) => error)
  return (
    errors.find(({ code }) => code === 'chain/wrong-chain') ??
    errors.at(-1) ??
    transportError('chain/offline')
  )
}

/** Turns a ChainError into a value; everything else, such as the caller's abort, still throws. */
export async function outcome<T>(promise: Promise<T>): Promise<T | ChainError> {
  try {
    return await promise
  } catch (error) {
    if (error instanceof ChainError) return error
    throw error
  }
}

/** Asks each node once which network it is of; a failed check is forgotten, so that it is made again. */
function networkCheck(
  chain: Chain,
  power: { readonly fetch: Fetch; readonly clock: Clock },
): (endpoint: string) => Promise<void> {
  const checks = new Map<string, Promise<void>>()
  return (endpoint) => {
    const known = checks.get(endpoint)
    if (known !== undefined) return known
    const check = attempt(power, endpoint, { path: NODE_INFO_PATH }).then((answer) => {
      const { network } = readNodeInfo(answer)
      if (network !== chain.chainId) throw wrongChain(chain, network)
    })
    checks.set(endpoint, check)
    check.catch(() => checks.delete(endpoint))
    return check
  }
}

function wrongChain(chain: Chain, found: string): ChainError {
  return new ChainError(
    'chain/wrong-chain',
    `This node belongs to the network ${found}, not to ${chain.chainId}. Nothing was sent. Choose another node in Settings.`,
  )
}

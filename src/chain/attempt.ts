import type { JsonValue } from '../domain/index'
import { ChainError, type Refusal, transportError } from './chain-error'
import type { Clock } from './clock'
import { readBody } from './read-body'

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

export interface Request {
  /** Path and query, starting with a slash. */
  readonly path: string
  /** Sent as JSON with POST. */
  readonly body?: JsonValue
  readonly signal?: AbortSignal | undefined
  readonly timeoutMs?: number
  readonly maxBytes?: number
}

/** A node's answer: the JSON asked for, or a refusal in the gRPC gateway's shape. */
export type Answer =
  | { readonly kind: 'ok'; readonly json: JsonValue }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

const TIMEOUT_MS = 10_000
const MAX_BYTES = 8 * 1024 * 1024
/** gRPC codes by which a node says that another one may do better: deadline, exhausted, unavailable. */
const ELSEWHERE = new Set([4, 8, 14])

/** One request to one node. Throws ChainError, or the signal's reason when the caller gave up. Protocol 4. */
export async function attempt(
  power: { readonly fetch: Fetch; readonly clock: Clock },
  endpoint: string,
  request: Request,
): Promise<Answer> {
  const late = new AbortController()
  const stopTimer = power.clock.after(request.timeoutMs ?? TIMEOUT_MS, () => late.abort())
  const signals = request.signal === undefined ? [late.signal] : [late.signal, request.signal]
  const signal = AbortSignal.any(signals)
  try {
    // The race ends a request whose peer keeps the line open and says nothing, even if fetch ignores the signal.
    return await Promise.race([exchange(power.fetch, endpoint, request, signal), aborted(signal)])
  } catch (error) {
    if (request.signal?.aborted === true) throw request.signal.reason
    if (late.signal.aborted) throw transportError('chain/timeout')
    throw error instanceof ChainError ? error : transportError('chain/offline', error)
  } finally {
    stopTimer()
  }
}

async function exchange(
  fetch: Fetch,
  endpoint: string,
  request: Request,
  signal: AbortSignal,
): Promise<Answer> {
  const response = await fetch(endpoint + request.path, {
    ...(request.body === undefined
      ? { method: 'GET' }
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(request.body),
        }),
    signal,
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  })
  const text = await readBody(response, request.maxBytes ?? MAX_BYTES)
  if (response.status >= 200 && response.status < 300) return { kind: 'ok', json: parseJson(text) }
  const refusal = readRefusal(text)
  if (refusal === undefined || response.status === 429 || ELSEWHERE.has(refusal.code)) {
    throw transportError('chain/http')
  }
  return { kind: 'refused', refusal }
}

function parseJson(text: string): JsonValue {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw transportError('chain/bad-answer', error)
  }
}

/** An error page of a proxy is no answer of a node; only the gateway's own shape is. */
function readRefusal(text: string): Refusal | undefined {
  try {
    const json: unknown = JSON.parse(text)
    if (typeof json !== 'object' || json === null || !('code' in json) || !('message' in json))
      return undefined
    const { code, message } = json
    return typeof code === 'number' && typeof message === 'string'
      ? { code, codespace: '', message }
      : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}

import {
  MAX_PARAMS_LENGTH,
  PAGE_METHODS,
  type PageErrorCode,
  type PageMethod,
  type PageOutcome,
  type PageRequest,
  REQUEST_CHANNEL,
} from '../../messages/page'

const ID = /^[0-9a-zA-Z-]{8,64}$/

export type ReadRequest =
  | { readonly kind: 'request'; readonly request: PageRequest }
  /** Asked in our name, but not in our words: the page is told so. */
  | { readonly kind: 'refused'; readonly id: string }
  | { readonly kind: 'not-ours' }

/** Reads what a page posted. It may be anything that can be cloned. */
export function readPageRequest(data: unknown): ReadRequest {
  if (!isRecord(data) || data['channel'] !== REQUEST_CHANNEL) return { kind: 'not-ours' }
  const { id, method, params } = data
  if (typeof id !== 'string' || !ID.test(id)) return { kind: 'not-ours' }
  if (!isPageMethod(method) || typeof params !== 'string' || params.length > MAX_PARAMS_LENGTH) {
    return { kind: 'refused', id }
  }
  return { kind: 'request', request: { channel: REQUEST_CHANNEL, id, method, params } }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** The background is ours, so this only tells an outcome from an answer that never came. */
export function isOutcome(value: unknown): value is PageOutcome {
  if (!isRecord(value)) return false
  if (value['kind'] === 'result') return 'value' in value
  return value['kind'] === 'error' && isRecord(value['error'])
}

export function failure(code: PageErrorCode, message: string): PageOutcome {
  return { kind: 'error', error: { code, message } }
}

function isPageMethod(value: unknown): value is PageMethod {
  return PAGE_METHODS.some((method) => method === value)
}

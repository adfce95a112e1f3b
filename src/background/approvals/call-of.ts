import { type PageCall, parsePageCall } from '../../messages/page-schema'
import type { Waiting } from './approval-schema'

/** Read again from the stored text, so that what is decided is what came. */
export function callOf({ requestId, method, params }: Waiting): PageCall | undefined {
  const parsed = parsePageCall({ kind: 'page-request', id: requestId, method, params })
  return parsed.kind === 'call' ? parsed.call : undefined
}

import type { PageErrorCode } from '../../messages/page'
import { NativeError } from './natives'

/** What a page's promise is rejected with. */
export class PageFailure extends NativeError {
  readonly code: PageErrorCode
  declare readonly chainId?: string

  constructor(code: PageErrorCode, message: string, chainId?: string) {
    super(message)
    this.code = code
    if (chainId) this.chainId = chainId
  }
}

/** A page may have given anything: what failed in reading it is no fault of the wallet. */
export function asFailure(error: unknown): PageFailure {
  return error instanceof PageFailure ? error : badRequest('Unreadable parameters.')
}

export function badRequest(message: string): PageFailure {
  return new PageFailure('bad-request', message)
}

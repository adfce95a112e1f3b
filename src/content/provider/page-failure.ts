import type { PageErrorCode } from '../../messages/page'
import { NativeError } from './natives'

/** What a page's promise is rejected with. */
export class PageFailure extends NativeError {
  readonly code: PageErrorCode

  constructor(code: PageErrorCode, message: string) {
    super(message)
    this.code = code
  }
}

export function badRequest(message: string): PageFailure {
  return new PageFailure('bad-request', message)
}

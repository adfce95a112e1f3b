import { CryptoError } from '../crypto/index'
import { SottoError } from '../domain/index'
import type { PopupError } from '../messages/popup'

const UNEXPECTED: PopupError = {
  code: 'unexpected',
  message: 'Something went wrong inside Sotto. Nothing was signed. Close this window and try again.',
}

/** Words for a failure: those of the errors that were written for people, one fixed sentence for everything else. */
export function popupError(error: unknown): PopupError {
  if (error instanceof SottoError) return { code: error.code, message: error.message }
  if (error instanceof CryptoError) return { code: error.code, message: error.message }
  return UNEXPECTED
}

import { SottoError } from '../../domain/index'

export type CodecErrorCode = 'codec/bytes' | 'codec/message' | 'codec/document' | 'codec/too-deep'

/** Sign bytes, a sign document or a node's record that is not what it must be. The message names the place, never the content. */
export class CodecError extends SottoError {
  override readonly name = 'CodecError'
  declare readonly code: CodecErrorCode

  constructor(code: CodecErrorCode, message: string, options?: { cause?: unknown }) {
    super(code, message, options)
  }
}

/** Says which part of a transaction cannot be read and what was expected there. */
export function messageError(path: string, expected: string, cause?: unknown): CodecError {
  return new CodecError(
    'codec/message',
    `This transaction cannot be read: ${path === '' ? 'a message' : path} should be ${expected}. Nothing was signed.`,
    cause === undefined ? undefined : { cause },
  )
}

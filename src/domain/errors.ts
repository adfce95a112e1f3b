/** An error with a stable code for programs and a sentence for the person. Neither ever holds a secret. */
export class SottoError extends Error {
  override readonly name: string = 'SottoError'
  readonly code: string

  constructor(code: string, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.code = code
  }
}

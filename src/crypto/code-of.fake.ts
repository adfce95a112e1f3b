import { CryptoError, type CryptoErrorCode } from './crypto-error'

/** The code with which `run` was refused, for tests; anything but a CryptoError is thrown on. */
export function codeOf(run: () => unknown): CryptoErrorCode | 'accepted' {
  try {
    run()
    return 'accepted'
  } catch (error) {
    return codeIn(error)
  }
}

/** As `codeOf`, for promises. */
export async function codeOfAsync(run: () => Promise<unknown>): Promise<CryptoErrorCode | 'accepted'> {
  try {
    await run()
    return 'accepted'
  } catch (error) {
    return codeIn(error)
  }
}

function codeIn(error: unknown): CryptoErrorCode {
  if (error instanceof CryptoError) return error.code
  throw error
}

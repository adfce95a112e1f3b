import { AbciError } from '../../node/abci-error'

const CODES = {
  limitExceeded: { code: 2, words: 'fee limit exceeded' },
  limitExpired: { code: 3, words: 'fee allowance expired' },
  invalidDuration: { code: 4, words: 'invalid duration' },
  noAllowance: { code: 5, words: 'no allowance' },
  noMessages: { code: 6, words: 'allowed messages are empty' },
  messageNotAllowed: { code: 7, words: 'message not allowed' },
} as const

/** A refusal in the `feegrant` codespace. */
export function feegrantError(name: keyof typeof CODES, detail: string): AbciError {
  const { code, words } = CODES[name]
  return new AbciError('feegrant', code, `${detail}: ${words}`)
}

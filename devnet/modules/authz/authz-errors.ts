import { AbciError } from '../../node/abci-error'

const CODES = {
  notFound: { code: 2, words: 'authorization not found' },
  invalidExpiration: { code: 3, words: 'expiration time of authorization should be more than current time' },
  unknownType: { code: 4, words: 'unknown authorization type' },
  expired: { code: 6, words: 'authorization expired' },
  granteeIsGranter: { code: 7, words: 'grantee and granter should be different' },
  numberOfSigners: { code: 9, words: 'authorization can be given to msg with only one signer' },
  negativeMaxTokens: { code: 12, words: 'max tokens should be positive' },
} as const

/** A refusal in the `authz` codespace; the log is `detail` and the code's own words. */
export function authzError(name: keyof typeof CODES, detail = ''): AbciError {
  const { code, words } = CODES[name]
  return new AbciError('authz', code, detail === '' ? words : `${detail}: ${words}`)
}

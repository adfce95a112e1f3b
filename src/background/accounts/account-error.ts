import { SottoError } from '../../domain/index'

export type AccountErrorCode =
  | 'accounts/known'
  | 'accounts/unknown'
  | 'accounts/last'
  | 'accounts/needs-password'
  | 'accounts/name'
  | 'accounts/too-many'
  | 'accounts/watch-only'

const SENTENCES: Record<AccountErrorCode, string> = {
  'accounts/known': 'This account is here already. Nothing was added.',
  'accounts/unknown': 'Sotto has no such account. Nothing was changed.',
  'accounts/last':
    'This is the last account with a key. To remove it, forget this wallet under Settings, Security.',
  'accounts/needs-password':
    'With this account its recovery phrase or key goes too. Enter the password to remove both.',
  'accounts/name': 'Give it a name of 1 to 60 characters.',
  'accounts/too-many': 'Sotto keeps up to 500 accounts. Remove one first.',
  'accounts/watch-only':
    'Sotto has no key for this account: it can look and not sign. Choose another account.',
}

export class AccountError extends SottoError {
  override readonly name = 'AccountError'

  constructor(code: AccountErrorCode) {
    super(code, SENTENCES[code])
  }
}

import { SottoError } from '../../domain/index'

export type VaultErrorCode =
  | 'vault/locked'
  | 'vault/empty'
  | 'vault/exists'
  | 'vault/wrong-password'
  | 'vault/wait'
  | 'vault/other-passkey'
  | 'vault/too-many-passkeys'
  | 'vault/damaged'
  | 'vault/not-kept'
  | 'vault/not-forgotten'
  | 'vault/secret-known'
  | 'vault/no-secret'
  | 'vault/other-account'

const SENTENCES: Record<VaultErrorCode, string> = {
  'vault/locked': 'Sotto is locked. Nothing was changed. Unlock it and try again.',
  'vault/empty': 'There is no wallet here yet. Create one or import one first.',
  'vault/exists': 'There is already a wallet here. Nothing was changed.',
  'vault/wrong-password': 'That is not the password of this wallet. Check the keyboard and try again.',
  'vault/wait': 'There were several wrong passwords.',
  'vault/other-passkey': 'This passkey does not open this wallet. Use the password.',
  'vault/too-many-passkeys': 'There are ten passkeys already. Remove one first.',
  'vault/damaged':
    'Sotto cannot read the wallet saved on this computer. Nothing was deleted. Your recovery phrase restores it.',
  'vault/other-account': 'This request was for another account. Nothing was signed.',
  'vault/not-kept':
    'The browser did not keep the wallet as it was written. Nothing was lost: keep your recovery phrase and try again.',
  'vault/not-forgotten': 'The browser did not delete everything. Try again, or remove the extension.',
  'vault/secret-known': 'This is already part of the wallet. Nothing was added.',
  'vault/no-secret': 'Sotto has no such phrase or key. Nothing was changed.',
}

export class VaultError extends SottoError {
  override readonly name = 'VaultError'

  /** `more` is a further sentence for the person. */
  constructor(code: VaultErrorCode, { cause, more }: { cause?: unknown; more?: string } = {}) {
    super(code, more === undefined ? SENTENCES[code] : `${SENTENCES[code]} ${more}`, { cause })
  }
}

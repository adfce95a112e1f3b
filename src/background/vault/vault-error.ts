import { SottoError } from '../../domain/index'

export type VaultErrorCode =
  | 'vault/locked'
  | 'vault/empty'
  | 'vault/exists'
  | 'vault/wrong-password'
  | 'vault/damaged'
  | 'vault/not-kept'
  | 'vault/other-account'

const SENTENCES: Record<VaultErrorCode, string> = {
  'vault/locked': 'Sotto is locked. Nothing was changed. Unlock it and try again.',
  'vault/empty': 'There is no wallet here yet. Create one or import one first.',
  'vault/exists': 'There is already a wallet here. Nothing was changed.',
  'vault/wrong-password': 'That is not the password of this wallet. Check the keyboard and try again.',
  'vault/damaged':
    'Sotto cannot read the wallet saved on this computer. Nothing was deleted. Your recovery phrase restores it.',
  'vault/other-account': 'This request was for another account. Nothing was signed.',
  'vault/not-kept':
    'The browser did not keep the wallet as it was written. Nothing was lost: keep your recovery phrase and try again.',
}

export class VaultError extends SottoError {
  override readonly name = 'VaultError'

  constructor(code: VaultErrorCode, options?: { cause?: unknown }) {
    super(code, SENTENCES[code], options)
  }
}

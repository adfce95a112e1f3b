import { SottoError } from '../../domain/index'

export type BackupErrorCode =
  | 'backup/foreign'
  | 'backup/newer'
  | 'backup/damaged'
  | 'backup/wrong-password'
  | 'backup/without-keys'

const SENTENCES: Record<BackupErrorCode, string> = {
  'backup/foreign': 'This is not a backup file of Sotto. Nothing was changed. Choose another file.',
  'backup/newer': 'This backup was made by a newer Sotto. Nothing was changed. Update the extension first.',
  'backup/damaged': 'This backup file is damaged. Nothing was changed. Try another copy of it.',
  'backup/wrong-password':
    'This is not the password of the backup. It is the one that the wallet had when the file was saved.',
  'backup/without-keys':
    'This backup holds no recovery phrase or key. Import the phrase first, then restore the file under Settings.',
}

export class BackupError extends SottoError {
  override readonly name = 'BackupError'

  constructor(code: BackupErrorCode, options?: { cause?: unknown }) {
    super(code, SENTENCES[code], options)
  }
}

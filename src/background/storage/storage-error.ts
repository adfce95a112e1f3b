import { SottoError } from '../../domain/index'

export type StorageErrorCode =
  | 'storage/unreadable'
  | 'storage/newer'
  | 'storage/refused'
  /** The browser did not answer, as it does not to a worker that it is ending. */
  | 'storage/no-answer'

const SENTENCES: Record<StorageErrorCode, string> = {
  'storage/unreadable':
    'Sotto cannot read part of what it saved on this computer. Nothing was deleted, and your recovery phrase still restores the wallet.',
  'storage/newer':
    'What is saved here was written by a newer Sotto. Nothing was changed. Update the extension to go on.',
  'storage/no-answer':
    'The browser did not give what Sotto keeps on this computer. Nothing was lost. Try again in a moment.',
  'storage/refused':
    'The browser did not save the change, perhaps because the disk is full. Nothing was lost. Make room and try again.',
}

/** True for what another worker may well be given: the state itself is as it was. */
export function isPassing(error: unknown): boolean {
  return (
    error instanceof StorageError && (error.code === 'storage/no-answer' || error.code === 'storage/refused')
  )
}

/** Stored state that cannot be read or written. It ends in an error screen, never in a fresh start. */
export class StorageError extends SottoError {
  override readonly name = 'StorageError'
  /** Which kind of record, for the developer; whose it is stays out of it. */
  readonly record: string

  constructor(code: StorageErrorCode, record: string, options?: { cause?: unknown }) {
    super(code, SENTENCES[code], options)
    this.record = record
  }
}

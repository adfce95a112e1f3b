/** Bytes of the largest file that is read; the background takes no more characters than that. */
const LARGEST_FILE = 20_000_000

export type ReadBackup =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unread'; readonly message: string }

/** The text of a chosen file as it is, a byte order mark and all: whether it is a backup, the background says. */
export async function readBackup(file: Pick<File, 'size' | 'arrayBuffer'>): Promise<ReadBackup> {
  if (file.size > LARGEST_FILE) {
    return { kind: 'unread', message: 'This file is larger than 20 MB, so it is no backup of Sotto.' }
  }
  const bytes = await file.arrayBuffer().catch(() => undefined)
  if (bytes === undefined) {
    return {
      kind: 'unread',
      message: 'The browser could not read this file. Nothing was changed; choose it again.',
    }
  }
  return { kind: 'text', text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) }
}

/** How long the browser has for taking a file over, in milliseconds. */
const KEPT_MS = 60_000

/** A file that the person gets to keep. */
export interface SavedFile {
  readonly fileName: string
  readonly text: string
}

/** Hands a file to the browser's own downloads. */
export function saveFile({ fileName, text }: SavedFile): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS)
}

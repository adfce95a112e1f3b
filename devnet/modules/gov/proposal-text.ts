import { govError } from './gov-errors'

const MAX_METADATA = 255
const MAX_SUMMARY = 40 * MAX_METADATA

/** Throws `metadata too long`; titles are held to it as well. */
export function checkMetadataLength(text: string): void {
  const length = byteLength(text)
  if (length > MAX_METADATA) throw govError('metadataTooLong', `got metadata with length ${length}`)
}

/** Throws `summary too long`. */
export function checkSummaryLength(text: string): void {
  const length = byteLength(text)
  if (length > MAX_SUMMARY) throw govError('summaryTooLong', `got summary with length ${length}`)
}

/** Metadata that is JSON must tell the same title and summary as the proposal. Throws AbciError. */
export function checkMetadataAgrees(metadata: string, title: string, summary: string): void {
  const told = metadata === '' ? undefined : readMetadata(metadata)
  if (told === undefined) return
  if (told.title !== title)
    throw govError('invalidContent', `metadata title '${told.title}' must equal proposal title '${title}'`)
  if (told.summary !== summary) {
    throw govError(
      'invalidContent',
      `metadata summary '${told.summary}' must equal proposal summary '${summary}'`,
    )
  }
}

/** What metadata in the recommended form says; undefined when it is anything else, which is allowed. */
function readMetadata(text: string): { readonly title: string; readonly summary: string } | undefined {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    // Metadata is often a link or a hash: only JSON is compared.
    return undefined
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined
  const { title = '', summary = '' } = parsed as { readonly title?: unknown; readonly summary?: unknown }
  return typeof title === 'string' && typeof summary === 'string' ? { title, summary } : undefined
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length
}

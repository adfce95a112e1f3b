/** Who is talking: the one place that reads a raw message sender. */
import * as v from 'valibot'
import { type Origin, parseOrigin, SottoError } from '../domain/index'
import type { DocumentTarget, Runtime } from './platform'

/** The top document of a web page that may talk to the wallet. */
export interface PageSender {
  readonly kind: 'page'
  readonly origin: Origin
  readonly tabId: number
  /** Absent in browsers that do not name documents. */
  readonly documentId?: string
  readonly frameId: 0
  /** Whether its tab was the one in front in its window. */
  readonly active: boolean
  /** Set for a document that the browser keeps after it was left: all it has to say is that it went. */
  readonly cached?: true
}

/** One of our own pages: the popup, the approval window, or the same page in a tab. */
export interface PopupSender {
  readonly kind: 'popup'
}

export type Sender = PageSender | PopupSender

const rawSender = v.looseObject({
  id: v.string(),
  url: v.optional(v.string()),
  origin: v.optional(v.string()),
  frameId: v.optional(v.number()),
  documentId: v.optional(v.string()),
  documentLifecycle: v.optional(v.string()),
  tab: v.optional(v.looseObject({ id: v.optional(v.number()), active: v.optional(v.boolean()) })),
})
type RawSender = v.InferOutput<typeof rawSender>

/**
 * Narrows the browser's account of a sender; undefined means that nobody answers it.
 * `sender.id` is our own id for every content script too, so it excludes other extensions and proves nothing more.
 * A page is known by `sender.origin` alone: in a sandboxed or blank frame every address lies about who is inside.
 */
export function narrowSender(raw: unknown, runtime: Runtime): Sender | undefined {
  const parsed = v.safeParse(rawSender, raw)
  if (!parsed.success || parsed.output.id !== runtime.id) return undefined
  const sender = parsed.output
  if (sender.documentLifecycle === 'cached') return cachedSender(sender)
  if (!isTopFrame(sender)) return undefined
  return isOwnPage(sender, runtime) ? { kind: 'popup' } : pageSender(sender)
}

/** Where the answers for a page's document go. */
export function documentOf(sender: PageSender): DocumentTarget {
  return sender.documentId === undefined ? { frameId: 0 } : { documentId: sender.documentId }
}

/**
 * What Chromium says of a document once it is kept: it is no top frame any more, whatever it was, so only its name tells
 * which one it is.
 */
function cachedSender(sender: RawSender): PageSender | undefined {
  const page = sender.documentId === undefined ? undefined : pageSender({ ...sender, frameId: 0 })
  return page === undefined ? undefined : { ...page, cached: true }
}

/** Firefox has no document life cycle; where it exists, a prerendered document has no voice. */
function isTopFrame({ frameId, documentLifecycle }: RawSender): boolean {
  return (frameId === undefined || frameId === 0) && (documentLifecycle ?? 'active') === 'active'
}

/** An own page has our address and, where the browser tells it, our origin. A content script has its page's. */
function isOwnPage({ url, origin }: RawSender, runtime: Runtime): boolean {
  const base = runtime.url('')
  return url?.startsWith(base) === true && (origin === undefined || `${origin}/` === base)
}

function pageSender({ origin, tab, frameId, documentId }: RawSender): PageSender | undefined {
  if (origin === undefined || tab?.id === undefined || frameId !== 0) return undefined
  const parsed = knownOrigin(origin)
  if (parsed === undefined) return undefined
  return {
    kind: 'page',
    origin: parsed,
    tabId: tab.id,
    ...(documentId === undefined ? {} : { documentId }),
    frameId: 0,
    active: tab.active === true,
  }
}

function knownOrigin(text: string): Origin | undefined {
  try {
    return parseOrigin(text)
  } catch (error) {
    // Not an origin that may use a wallet; silence is the answer.
    if (error instanceof SottoError) return undefined
    throw error
  }
}

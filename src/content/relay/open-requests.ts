import type { PageOutcome, PageRequest, RelayAnswer, RelayMessage } from '../../messages/page'
import { failure, isOutcome, isRecord } from './page-message'
import type { Line } from './relay-host'

/** A token dashboard asks for every token's key at once; a page that asks for more than this is told to wait. */
const MAX_OPEN = 512
/** Parameters are kept until the background has them, in UTF-16 units over all requests. */
const MAX_HELD_LENGTH = 16_000_000
/** A worker that was killed before it answered is asked again after these pauses, in milliseconds. */
const RETRY_PAUSES = [30, 200, 1000, 3000] as const
const WATCH_INTERVAL = 2000

const GONE = failure('unavailable', 'Sotto was updated or turned off. Reload this page and try again.')
const SILENT = failure('unavailable', 'Sotto does not answer. Reload this page and try again.')
const BUSY = failure('busy', 'Too many requests are open. Wait for their answers and try again.')
const LEFT = failure('rejected', 'The page was left while the request was open.')

type Reply = (id: string, outcome: PageOutcome) => void

/** The requests that the page still waits for. Only their ids outlive the background's first answer. */
export class OpenRequests {
  readonly #line: Line
  readonly #reply: Reply
  readonly #active: Promise<void>
  readonly #open = new Set<string>()
  #left: readonly string[] = []
  #visit: string | undefined
  #heldLength = 0
  #isKnown = false
  #isWatching = false

  /** `active` resolves when a person sees the document: a prerendered page must not ask anything. */
  constructor(line: Line, reply: Reply, active: Promise<void>) {
    this.#line = line
    this.#reply = reply
    this.#active = active
  }

  has(id: string): boolean {
    return this.#open.has(id)
  }

  async add({ id, method, params }: PageRequest): Promise<void> {
    if (this.#open.has(id)) return
    if (this.#open.size >= MAX_OPEN || this.#heldLength + params.length > MAX_HELD_LENGTH) {
      this.#reply(id, BUSY)
      return
    }
    this.#open.add(id)
    this.#heldLength += params.length
    try {
      await this.#active
      const answer = await this.#send({ id, method, params })
      if (answer?.kind === 'done') this.settle(id, answer.outcome)
      else if (answer?.kind === 'pending') this.#watch()
    } finally {
      this.#heldLength -= params.length
    }
  }

  /** Gives the page its answer; says whether it still waited for one. */
  settle(id: string, outcome: PageOutcome): boolean {
    const wasOpen = this.#open.delete(id)
    if (wasOpen) this.#reply(id, outcome)
    return wasOpen
  }

  /** The document was left: the background forgets what it asked. `visit` names this time away, where it may come back. */
  leave(visit: string | undefined): void {
    this.#left = [...this.#left, ...this.#open]
    this.#open.clear()
    if (!this.#isKnown) return
    this.#isKnown = false
    this.#visit = visit
    this.#tell({ kind: 'page-gone', ...(visit === undefined ? {} : { visit }) })
  }

  /** The document came back from the back-forward cache, and its promises with it. */
  restore(): void {
    const left = this.#left
    this.#left = []
    for (const id of left) this.#reply(id, LEFT)
    const visit = this.#visit
    if (visit === undefined) return
    this.#visit = undefined
    this.#isKnown = true
    this.#tell({ kind: 'page-back', visit })
  }

  /** Undefined when the page no longer waits, or was told why there will be no answer. */
  async #send(request: Omit<PageRequest, 'channel'>): Promise<RelayAnswer | undefined> {
    for (const pause of [0, ...RETRY_PAUSES]) {
      if (pause > 0) await this.#line.wait(pause)
      if (!this.#open.has(request.id)) return undefined
      const answer = await this.#sendOnce(request)
      if (answer !== undefined) return answer
      if (this.#line.runtime.id === undefined) {
        this.settle(request.id, GONE)
        return undefined
      }
    }
    this.settle(request.id, SILENT)
    return undefined
  }

  async #sendOnce(request: Omit<PageRequest, 'channel'>): Promise<RelayAnswer | undefined> {
    this.#isKnown = true
    try {
      return readAnswer(await this.#line.runtime.sendMessage({ kind: 'page-request', ...request }))
    } catch {
      // The worker died before it answered, or the extension went away: the caller tells them apart.
      return undefined
    }
  }

  #tell(message: RelayMessage): void {
    const ignore = (): void => {
      // No worker, no extension: then nobody remembers this document either.
    }
    try {
      this.#line.runtime.sendMessage(message).catch(ignore)
    } catch {
      ignore()
    }
  }

  /** Nothing tells a content script that its extension went away, so that has to be looked at. */
  async #watch(): Promise<void> {
    if (this.#isWatching) return
    this.#isWatching = true
    while (this.#open.size > 0) {
      await this.#line.wait(WATCH_INTERVAL)
      if (this.#line.runtime.id !== undefined) continue
      for (const id of [...this.#open]) this.settle(id, GONE)
    }
    this.#isWatching = false
  }
}

function readAnswer(answer: unknown): RelayAnswer | undefined {
  if (!isRecord(answer)) return undefined
  if (answer['kind'] === 'pending') return { kind: 'pending' }
  const { outcome } = answer
  return answer['kind'] === 'done' && isOutcome(outcome) ? { kind: 'done', outcome } : undefined
}

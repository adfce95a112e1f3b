import * as v from 'valibot'
import type { BackgroundMessage, PageOutcome } from '../../messages/page'
import type { Deps, DocumentTarget } from '../platform'

/** The documents that asked, reached through their relays. */
export interface RelayDocuments {
  /** True when the page still waits for that request. */
  isWaiting(call: CallPlace): Promise<boolean>
  /** Hands the outcome over, if anybody is there to take it. False when the page is there and may take it later. */
  reply(call: CallPlace, outcome: PageOutcome): Promise<boolean>
  /** Says that the account is another one, not which. False when nobody was there to hear it, as in a cached page. */
  accountChanged(document: DocumentPlace): Promise<boolean>
}

interface DocumentPlace {
  readonly tabId: number
  readonly documentId?: string | undefined
}

interface CallPlace extends DocumentPlace {
  readonly requestId: string
}

const waitingAnswer = v.looseObject({ waiting: v.boolean() })

/** A relay answers at once, unless its page runs in circles or its tab was put to sleep. */
const LONGEST_MS = 3000
const LATE = Symbol('late')

export function createRelayDocuments({ tabs, after }: Pick<Deps, 'tabs' | 'after'>): RelayDocuments {
  /** `LATE` when nothing came back in time: no page may keep the wallet waiting for it. */
  async function send(place: DocumentPlace, message: BackgroundMessage): Promise<unknown> {
    let stop = (): void => undefined
    const late = new Promise<typeof LATE>((resolve) => {
      stop = after(LONGEST_MS, () => resolve(LATE))
    })
    try {
      return await Promise.race([tabs.send(place.tabId, message, targetOf(place)), late])
    } finally {
      stop()
    }
  }

  return {
    async isWaiting(call) {
      const answer = v.safeParse(
        waitingAnswer,
        await send(call, { kind: 'page-waiting', id: call.requestId }),
      )
      return answer.success && answer.output.waiting
    },
    async reply(call, outcome) {
      return (await send(call, { kind: 'page-reply', id: call.requestId, outcome })) !== LATE
    },
    async accountChanged(document) {
      // A page that is late has it before it and hears it when it goes on.
      return (await send(document, { kind: 'page-event', name: 'account-change' })) !== undefined
    },
  }
}

function targetOf({ documentId }: DocumentPlace): DocumentTarget {
  return documentId === undefined ? { frameId: 0 } : { documentId }
}

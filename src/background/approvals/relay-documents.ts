import * as v from 'valibot'
import type { BackgroundMessage, PageOutcome } from '../../messages/page'
import type { DocumentTarget, Tabs } from '../platform'

/** The documents that asked, reached through their relays. */
export interface RelayDocuments {
  /** True when the page still waits for that request. */
  isWaiting(call: CallPlace): Promise<boolean>
  /** Hands the outcome over, if anybody is there to take it. */
  reply(call: CallPlace, outcome: PageOutcome): Promise<void>
  /** Says that the account is another one, not which. */
  accountChanged(document: DocumentPlace): Promise<void>
}

interface DocumentPlace {
  readonly tabId: number
  readonly documentId?: string | undefined
}

interface CallPlace extends DocumentPlace {
  readonly requestId: string
}

const waitingAnswer = v.looseObject({ waiting: v.boolean() })

export function createRelayDocuments(tabs: Tabs): RelayDocuments {
  async function send(place: DocumentPlace, message: BackgroundMessage): Promise<unknown> {
    return await tabs.send(place.tabId, message, targetOf(place))
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
      await send(call, { kind: 'page-reply', id: call.requestId, outcome })
    },
    async accountChanged(document) {
      await send(document, { kind: 'page-event', name: 'account-change' })
    },
  }
}

function targetOf({ documentId }: DocumentPlace): DocumentTarget {
  return documentId === undefined ? { frameId: 0 } : { documentId }
}

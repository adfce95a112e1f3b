import * as v from 'valibot'
import type { PageOutcome } from '../../messages/page'
import type { DocumentTarget, Tabs } from '../platform'

/** The documents that asked, reached through their relays. */
export interface RelayDocuments {
  /** True when the page still waits for that request. */
  isWaiting(call: CallPlace): Promise<boolean>
  /** Hands the outcome over, if anybody is there to take it. */
  reply(call: CallPlace, outcome: PageOutcome): Promise<void>
}

interface CallPlace {
  readonly tabId: number
  readonly documentId?: string | undefined
  readonly requestId: string
}

const waitingAnswer = v.looseObject({ waiting: v.boolean() })

export function createRelayDocuments(tabs: Tabs): RelayDocuments {
  return {
    async isWaiting(call) {
      const message = { kind: 'page-waiting', id: call.requestId }
      const answer = v.safeParse(waitingAnswer, await tabs.send(call.tabId, message, targetOf(call)))
      return answer.success && answer.output.waiting
    },
    async reply(call, outcome) {
      await tabs.send(call.tabId, { kind: 'page-reply', id: call.requestId, outcome }, targetOf(call))
    },
  }
}

function targetOf({ documentId }: CallPlace): DocumentTarget {
  return documentId === undefined ? { frameId: 0 } : { documentId }
}

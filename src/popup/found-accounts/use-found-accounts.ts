import { useEffect, useState } from 'react'
import type { FoundAccount, PopupReply } from '../../messages/popup'
import { usePopup } from '../popup-context'

/** How far the look at the network has come. */
export type Look =
  | { readonly kind: 'looking' }
  | {
      readonly kind: 'found'
      /** The ones in use, and the ones that are in the wallet. */
      readonly accounts: readonly FoundAccount[]
      /** How many the node said nothing about. */
      readonly unanswered: number
    }
  | { readonly kind: 'failed'; readonly message: string }

interface FoundAccounts {
  readonly look: Look
  readonly lookAgain: () => void
}

export function useFoundAccounts(secretId: string): FoundAccounts {
  const { ask } = usePopup()
  const [turn, setTurn] = useState(0)
  const [look, setLook] = useState<Look>({ kind: 'looking' })

  // biome-ignore lint/correctness/useExhaustiveDependencies: a turn is another look at the same phrase
  useEffect(() => {
    let over = false
    setLook({ kind: 'looking' })
    void ask('findAccounts', { secretId }).then((reply) => {
      if (!over) setLook(lookOf(reply))
    })
    return () => {
      over = true
    }
  }, [ask, secretId, turn])

  return { look, lookAgain: () => setTurn(turn + 1) }
}

function lookOf(reply: PopupReply<'findAccounts'>): Look {
  if (reply.kind === 'error') return { kind: 'failed', message: reply.error.message }
  const { found } = reply.value
  return {
    kind: 'found',
    accounts: found.filter(({ used, known }) => used || known),
    unanswered: found.filter(({ amount }) => amount === undefined).length,
  }
}

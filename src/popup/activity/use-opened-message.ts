import { base64 } from '@scure/base'
import { useEffect, useState } from 'react'
import type { EntryMessage, PopupReply } from '../../messages/popup'
import { usePopup } from '../popup-context'
import { type OpenedMessage, openMessage } from './open-message'

export type OpeningState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'opened'; readonly opened: OpenedMessage }
  | { readonly kind: 'failed'; readonly message: string }

/** Opens one message with the key the background derives for it alone; the key is wiped as soon as it was used. */
export function useOpenedMessage(entryId: string, message: EntryMessage): OpeningState {
  const { ask } = usePopup()
  const [state, setState] = useState<OpeningState>({ kind: 'opening' })
  useEffect(() => {
    let stale = false
    async function open(): Promise<void> {
      const next = opening(await ask('revealTxKey', { entryId, messageIndex: message.index }), message)
      if (!stale) setState(next)
    }
    open().catch(() => {
      // Only a key of a wrong shape leads here; the bytes as they are on the chain stay in reach.
      if (!stale) setState({ kind: 'failed', message: 'This message could not be opened. Nothing is lost.' })
    })
    return () => {
      stale = true
    }
  }, [ask, entryId, message])
  return state
}

function opening(reply: PopupReply<'revealTxKey'>, message: EntryMessage): OpeningState {
  if (reply.kind === 'error') return { kind: 'failed', message: reply.error.message }
  const txKey = base64.decode(reply.value.txKey)
  try {
    return { kind: 'opened', opened: openMessage(message, txKey) }
  } finally {
    txKey.fill(0)
  }
}

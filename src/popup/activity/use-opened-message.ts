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
    void open()
    return () => {
      stale = true
    }
  }, [ask, entryId, message])
  return state
}

function opening(reply: PopupReply<'revealTxKey'>, message: EntryMessage): OpeningState {
  if (reply.kind === 'error') return { kind: 'failed', message: reply.error.message }
  const txKey = base64.decode(reply.value.txKey)
  const opened = openMessage(message, txKey)
  txKey.fill(0)
  return { kind: 'opened', opened }
}

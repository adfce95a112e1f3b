import { type ReactNode, useState } from 'react'
import type { ContactView } from '../../messages/popup'
import { Button } from '../parts/button'
import { PlainText } from '../parts/plain-text'
import { Problem } from '../parts/problem'
import { usePopup } from '../popup-context'
import { useRequest } from '../use-request'
import css from './contacts.module.css'

export function RemoveContact({
  contact,
  onRemoved,
}: {
  contact: ContactView
  onRemoved: () => void
}): ReactNode {
  const { ask } = usePopup()
  const [sure, setSure] = useState(false)
  const { error, busy, run } = useRequest()

  async function remove(): Promise<void> {
    const reply = await run(ask('removeContact', { address: contact.address }), 'Entry removed.')
    if (reply.kind === 'result') onRemoved()
  }

  if (!sure) {
    return (
      <div className={css['remove']}>
        <Button look="text" onClick={() => setSure(true)}>
          Remove entry
        </Button>
      </div>
    )
  }
  return (
    <div className={css['form']}>
      <p>
        <PlainText text={contact.name} /> is no longer known here. What you sent and received stays in your
        activity.
      </p>
      <Problem text={error} />
      <div className={css['answers']}>
        <Button wide onClick={() => setSure(false)}>
          Keep
        </Button>
        <Button wide look="risk" busy={busy} onClick={remove}>
          Remove
        </Button>
      </div>
    </div>
  )
}

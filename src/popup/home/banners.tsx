import { type ReactNode, useState } from 'react'
import type { UnlockedView } from '../../messages/popup'
import { Button } from '../parts/button'
import { Notice } from '../parts/notice'
import { PlainText } from '../parts/plain-text'
import type { Go } from '../routes'

interface BannersProps {
  readonly view: UnlockedView
  readonly go: Go
  readonly justCreated: boolean
}

/** Only what needs a decision, most urgent first. */
export function Banners({ view, go, justCreated }: BannersProps): ReactNode {
  return (
    <>
      {view.securityEvents.map(({ id, blocking, title }) => (
        <Notice
          key={id}
          level={blocking ? 'danger' : 'caution'}
          title={blocking ? 'Sending is stopped' : 'Worth a look'}
          action={
            <Button look="text" onClick={() => go({ kind: 'security', id })}>
              See what happened
            </Button>
          }
        >
          <PlainText text={title} />
        </Notice>
      ))}
      {view.approvals.length > 0 && (
        <Notice
          level="note"
          title={view.approvals.length === 1 ? 'A request waits' : `${view.approvals.length} requests wait`}
          action={
            <Button look="text" onClick={() => go({ kind: 'approvals' })}>
              Review
            </Button>
          }
        >
          Nothing happens until you answer.
        </Notice>
      )}
      <OfflineNotice network={view.network} />
      {justCreated && <ReadyNotice />}
    </>
  )
}

function OfflineNotice({ network: { health, message } }: { network: UnlockedView['network'] }): ReactNode {
  if (health !== 'offline') return null
  return (
    <Notice level="error" title="No connection to the network">
      {message === undefined ? (
        'What was known last is shown. Nothing is lost.'
      ) : (
        <PlainText text={message} />
      )}
    </Notice>
  )
}

function ReadyNotice(): ReactNode {
  const [open, setOpen] = useState(true)
  if (!open) return null
  return (
    <Notice
      level="note"
      title="Your wallet is ready"
      action={
        <Button look="text" onClick={() => setOpen(false)}>
          Got it
        </Button>
      }
    >
      This is your account. Open Sotto at any time from the browser’s toolbar.
    </Notice>
  )
}

import { type ReactNode, useState } from 'react'
import type { SecretView, SecurityEventView, UnlockedView } from '../../messages/popup'
import { Button } from '../parts/button'
import { Notice } from '../parts/notice'
import { PlainText } from '../parts/plain-text'
import { exactTime } from '../parts/relative-time'
import type { Go } from '../routes'

interface BannersProps {
  readonly view: UnlockedView
  readonly go: Go
  readonly justCreated: boolean
}

/** Only what needs a decision, most urgent first. */
export function Banners({ view, go, justCreated }: BannersProps): ReactNode {
  const due = view.secrets.find(
    ({ kind, source, checked }) => kind === 'phrase' && source === 'created' && !checked,
  )
  return (
    <>
      {view.securityEvents.map((event) => (
        <SecurityNotice key={event.id} event={event} go={go} />
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
      {due && <WriteDownNotice due={due} several={view.secrets.length > 1} go={go} />}
      <OfflineNotice network={view.network} />
      <BehindNotice network={view.network} />
      {justCreated && !due && <ReadyNotice />}
    </>
  )
}

/** What stops the network is loud; what stops one contract asks for a look; a renewed key is only told. */
function SecurityNotice({ event, go }: { event: SecurityEventView; go: Go }): ReactNode {
  const { id, kind, blocking, title } = event
  const quiet = kind === 'tx-key-rotated'
  return (
    <Notice
      level={blocking ? 'danger' : quiet ? 'note' : 'caution'}
      title={blocking ? 'Sending is stopped' : quiet ? 'Good to know' : 'Worth a look'}
      action={
        <Button look="text" onClick={() => go({ kind: 'security', id })}>
          See what happened
        </Button>
      }
    >
      <PlainText text={title} />
    </Notice>
  )
}

interface WriteDownProps {
  readonly due: SecretView
  readonly several: boolean
  readonly go: Go
}

/** Stays until three words of the phrase were given back: what is at stake cannot be waved away. */
function WriteDownNotice({ due, several, go }: WriteDownProps): ReactNode {
  return (
    <Notice
      level="caution"
      title="Write down your recovery phrase"
      action={
        <Button look="text" onClick={() => go({ kind: 'phrase', secretId: due.id })}>
          Write it down
        </Button>
      }
    >
      If this computer is lost or the password forgotten, only the phrase saves what you have.
      {several && (
        <>
          {' '}
          This is about <PlainText text={due.name} />.
        </>
      )}
    </Notice>
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

/** A wrong clock of this computer looks the same, and a network that stands still does too. */
function BehindNotice({ network }: { network: UnlockedView['network'] }): ReactNode {
  const { health, blockTime } = network
  if (health !== 'behind' || blockTime === undefined) return null
  return (
    <Notice level="caution" title="The node is behind">
      Its newest block is of {exactTime(blockTime)}, and later ones are missing. Balances and transactions may
      be out of date. Wait, or choose another node in Settings.
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

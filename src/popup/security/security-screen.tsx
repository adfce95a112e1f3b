import { type ReactNode, useState } from 'react'
import type { NetworkChoice, PopupParams, SecurityEventView } from '../../messages/popup'
import { Button } from '../parts/button'
import { Facts } from '../parts/facts'
import { Notice } from '../parts/notice'
import { PlainText } from '../parts/plain-text'
import { Screen } from '../parts/screen'
import { When } from '../parts/when'
import { usePopup } from '../popup-context'
import css from './security-screen.module.css'

interface SecurityProps {
  readonly events: readonly SecurityEventView[]
  readonly id: string
  readonly networks: readonly NetworkChoice[]
  readonly onBack: () => void
}

export function SecurityScreen({ events, id, networks, onBack }: SecurityProps): ReactNode {
  const event = events.find((one) => one.id === id)
  if (event === undefined) {
    return (
      <Screen title="Decided" onBack={onBack}>
        <p>This event needs nothing more from you.</p>
      </Screen>
    )
  }
  const network = networks.find(({ chainId }) => chainId === event.chainId)?.name ?? event.chainId
  return (
    <Screen
      title={<PlainText text={event.title} />}
      over={event.blocking ? 'Security event' : 'Security notice'}
      onBack={onBack}
      risk={event.blocking}
      reading
      footer={
        event.blocking ? (
          <Decisions event={event} onDone={onBack} />
        ) : (
          <SeenPart event={event} onDone={onBack} />
        )
      }
    >
      {event.blocking && (
        <Notice level="danger">
          Nothing is encrypted or sent on <PlainText text={network} /> until you decide.
        </Notice>
      )}
      <p className={css['message']}>
        <PlainText text={event.message} />
      </p>
      <Facts
        rows={[
          { label: 'Network', value: <PlainText text={network} /> },
          { label: 'Noticed', value: <When at={event.createdAt} /> },
          ...event.facts.map(({ label, value }) => ({
            label,
            value: (
              <span className={css['fact']}>
                <PlainText text={value} />
              </span>
            ),
            below: true,
          })),
        ]}
      />
    </Screen>
  )
}

/** A notice asks for nothing but to be read. */
function SeenPart({ event, onDone }: { event: SecurityEventView; onDone: () => void }): ReactNode {
  const { decide, error } = useDecide(event, onDone)
  return (
    <div className={css['decisions']}>
      <FailedPart error={error} />
      <Button wide look="primary" onClick={() => decide('seen')}>
        Got it
      </Button>
    </div>
  )
}

interface Deciding {
  readonly decide: (decision: PopupParams['decideSecurityEvent']['decision']) => Promise<void>
  readonly error: string | undefined
}

function useDecide(event: SecurityEventView, onDone: () => void): Deciding {
  const { ask } = usePopup()
  const [error, setError] = useState<string>()
  return {
    error,
    async decide(decision) {
      const reply = await ask('decideSecurityEvent', { id: event.id, decision })
      if (reply.kind === 'error') return setError(reply.error.message)
      onDone()
    },
  }
}

function FailedPart({ error }: { error: string | undefined }): ReactNode {
  if (error === undefined) return null
  return (
    <Notice level="error" live>
      {error}
    </Notice>
  )
}

/** The safe decision is the plain one; the other asks once more, and never lies where the safe one lay. */
function Decisions({ event, onDone }: { event: SecurityEventView; onDone: () => void }): ReactNode {
  const [sure, setSure] = useState(false)
  const { decide, error } = useDecide(event, onDone)
  return (
    <div className={css['decisions']}>
      <FailedPart error={error} />
      {sure ? (
        <AcceptPart onAccept={() => decide('accept')} onBack={() => setSure(false)} />
      ) : (
        <>
          <Button wide look="primary" onClick={() => decide('keep-blocked')}>
            Keep blocked
          </Button>
          {event.canAccept && (
            <Button wide look="text" onClick={() => setSure(true)}>
              I know why the key changed
            </Button>
          )}
        </>
      )}
    </div>
  )
}

function AcceptPart({ onAccept, onBack }: { onAccept: () => void; onBack: () => void }): ReactNode {
  const [checked, setChecked] = useState(false)
  return (
    <>
      <label className={css['checked']}>
        <input type="checkbox" checked={checked} onChange={(event) => setChecked(event.target.checked)} />
        <span>I compared the new key with a source I trust, other than these nodes.</span>
      </label>
      <Button wide onClick={onBack}>
        Go back
      </Button>
      <Button wide look="risk" inert={!checked} onClick={onAccept}>
        Accept the new key
      </Button>
    </>
  )
}

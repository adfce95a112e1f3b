import { Fingerprint } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { PasskeyView } from '../../messages/popup'
import { Button } from '../parts/button'
import { Notice } from '../parts/notice'
import { PlainText } from '../parts/plain-text'
import { Screen } from '../parts/screen'
import { Waiting } from '../parts/waiting'
import { When } from '../parts/when'
import { usePopup } from '../popup-context'
import type { Go } from '../routes'
import css from './settings.module.css'
import { usePasskeysAvailable } from './use-passkeys-available'

interface PasskeysProps {
  readonly passkeys: readonly PasskeyView[]
  readonly go: Go
  readonly onBack: () => void
}

export function PasskeysScreen({ passkeys, go, onBack }: PasskeysProps): ReactNode {
  const [removed, setRemoved] = useState<PasskeyView>()
  return (
    <Screen title="Passkeys" over="Security" onBack={onBack}>
      <p>
        An extra way in: your fingerprint, face or security key opens this wallet. The password still works,
        and what shows or saves your keys still asks for it.
      </p>
      {passkeys.length > 0 && (
        <ul className={css['list']}>
          {passkeys.map((passkey) => (
            <Passkey key={passkey.credentialId} passkey={passkey} onRemoved={() => setRemoved(passkey)} />
          ))}
        </ul>
      )}
      {removed !== undefined && <RemovedNotice key={removed.credentialId} name={removed.name} />}
      <AddPart go={go} />
    </Screen>
  )
}

/** Takes the focus, since the button that was pressed goes away with its passkey. */
function RemovedNotice({ name }: { name: string }): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1} className={css['removed']}>
      <Notice level="note">
        <PlainText text={name} /> no longer opens this wallet. You may also delete it where your browser or
        system keeps passkeys.
      </Notice>
    </div>
  )
}

function Passkey({ passkey, onRemoved }: { passkey: PasskeyView; onRemoved: () => void }): ReactNode {
  const { ask } = usePopup()
  const [error, setError] = useState<string>()

  async function remove(): Promise<void> {
    setError(undefined)
    const reply = await ask('removePasskey', { credentialId: passkey.credentialId })
    if (reply.kind === 'error') return setError(reply.error.message)
    onRemoved()
  }

  return (
    <li>
      <div className={css['passkey']}>
        <Fingerprint size={20} strokeWidth={1.6} aria-hidden />
        <div>
          <span className={css['name']}>
            <PlainText text={passkey.name} />
          </span>
          <span className={css['soft']}>
            Added <When at={passkey.createdAt} />
          </span>
        </div>
        <Button look="text" onClick={remove} aria-label={`Remove ${passkey.name}`}>
          Remove
        </Button>
      </div>
      {error !== undefined && (
        <Notice level="error" live>
          {error}
        </Notice>
      )}
    </li>
  )
}

/** Adding happens where the browser's own dialog has room: the popup of the toolbar closes under it. */
function AddPart({ go }: { go: Go }): ReactNode {
  const { platform } = usePopup()
  const available = usePasskeysAvailable()
  const moves = platform.vanishes || platform.mode === 'panel'

  async function add(): Promise<void> {
    if (!moves) return go({ kind: 'add-passkey' })
    await platform.openTab('popup.html?tab&place=add-passkey')
    if (platform.vanishes) platform.closeWindow()
  }

  if (available === undefined) return <Waiting label="Asking the browser about passkeys" />
  if (!available) {
    return (
      <Notice level="note">
        No passkey can be added here: this browser does not offer the kind that can open a wallet (with PRF).
      </Notice>
    )
  }
  return (
    <>
      <Button look="primary" wide onClick={add}>
        Add a passkey
      </Button>
      {moves && (
        <p className={css['soft']}>
          This opens Sotto in a full tab, because the browser’s own dialog does not fit here.
        </p>
      )}
    </>
  )
}

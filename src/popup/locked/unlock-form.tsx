import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { PopupError } from '../../messages/popup'
import { useAnnounce } from '../parts/announcer'
import { Button } from '../parts/button'
import { PasswordField } from '../parts/field'
import { Notice } from '../parts/notice'
import { usePopup } from '../popup-context'
import { isAboutPassword, ownPasswordProblem } from '../settings/own-password'
import css from './locked-screen.module.css'
import { useSecondsUntil } from './use-seconds-until'
import { waitText } from './wait-text'

export function UnlockForm({ retryAt }: { retryAt: number | undefined }): ReactNode {
  const { ask } = usePopup()
  const field = useRef<HTMLInputElement>(null)
  const [password, setPassword] = useState('')
  const [error, setError] = useState<PopupError>()
  const [busy, setBusy] = useState(false)
  const seconds = useSecondsUntil(retryAt)
  const waits = seconds > 0
  useWaitSaid(waits, seconds, () => field.current?.focus())

  async function unlock(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy || waits) return
    const problem = ownPasswordProblem(password)
    if (problem !== undefined) {
      setError({ code: 'vault/wrong-password', message: problem })
      field.current?.focus()
      return
    }
    setBusy(true)
    setError(undefined)
    const reply = await ask('unlock', { password })
    setBusy(false)
    setPassword('')
    if (reply.kind === 'result') return
    setError(reply.error)
    field.current?.focus()
  }

  return (
    <form className={css['form']} onSubmit={unlock} noValidate>
      <PasswordField
        kind="current-password"
        label="Password"
        value={password}
        onChange={(value) => {
          setPassword(value)
          setError(undefined)
        }}
        error={fieldError(error, waits)}
        hint={waits && <span className={css['wait']}>{waitText(seconds)}</span>}
        inputRef={field}
        disabled={waits}
        autoFocus
      />
      <Button look="primary" wide submits busy={busy} inert={waits}>
        Unlock
      </Button>
      {error !== undefined && !isAboutPassword(error) && (
        <Notice level="error" live>
          {error.message}
        </Notice>
      )}
    </form>
  )
}

/** What the field says; how long to wait is said once, by the count and not by a sentence that grows old. */
function fieldError(error: PopupError | undefined, waits: boolean): string | undefined {
  if (error === undefined || !isAboutPassword(error)) return undefined
  if (error.code !== 'vault/wait') return error.message
  return waits ? undefined : 'Try again now.'
}

/** Says the wait once when it begins and once when it is over: every second of it would drown everything else. */
function useWaitSaid(waits: boolean, seconds: number, onOver: () => void): void {
  const announce = useAnnounce()
  const before = useRef(false)
  useEffect(() => {
    if (waits === before.current) return
    before.current = waits
    announce(waits ? waitText(seconds) : 'You can try again now.')
    if (!waits) onOver()
  })
}

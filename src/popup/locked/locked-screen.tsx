import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { Button } from '../parts/button'
import { PasswordField } from '../parts/field'
import { OriginText } from '../parts/origin-text'
import { Wordmark } from '../parts/wordmark'
import { usePopup } from '../popup-context'
import css from './locked-screen.module.css'

const LONGEST_PASSWORD = 4096

export function LockedScreen({ waitingSites }: { waitingSites: readonly string[] }): ReactNode {
  return (
    <main className={css['screen']}>
      <div className={css['top']}>
        <Wordmark size={56} named={false} />
        <h1 className={css['title']}>Sotto is locked</h1>
      </div>
      <UnlockForm />
      {waitingSites.length > 0 && <WaitingSites origins={waitingSites} />}
    </main>
  )
}

function UnlockForm(): ReactNode {
  const { ask } = usePopup()
  const [password, setPassword] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const field = useRef<HTMLInputElement>(null)

  async function unlock(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    const problem = emptyOrEndless(password)
    if (problem !== undefined) {
      setError(problem)
      field.current?.focus()
      return
    }
    setBusy(true)
    setError(undefined)
    const reply = await ask('unlock', { password })
    setBusy(false)
    if (reply.kind === 'result') return
    setError(reply.error.message)
    field.current?.focus()
    field.current?.select()
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
        error={error}
        inputRef={field}
        autoFocus
      />
      <Button look="primary" wide submits busy={busy}>
        Unlock
      </Button>
    </form>
  )
}

/** What needs no background to be refused: nothing, and more than a password may ever be. */
function emptyOrEndless(password: string): string | undefined {
  if (password === '') return 'Enter your password.'
  return password.length > LONGEST_PASSWORD ? 'This is far too long to be your password.' : undefined
}

function WaitingSites({ origins }: { origins: readonly string[] }): ReactNode {
  return (
    <section className={css['waiting']} aria-labelledby="waiting-sites">
      <h2 id="waiting-sites">{origins.length === 1 ? 'A site waits for you' : 'Sites wait for you'}</h2>
      <ul>
        {origins.map((origin) => (
          <li key={origin}>
            <OriginText origin={origin} />
          </li>
        ))}
      </ul>
      <p>It sees nothing until you unlock and agree.</p>
    </section>
  )
}

import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react'
import type { ShownPhrase } from '../landing'
import { Button } from '../parts/button'
import { PasswordField } from '../parts/field'
import { Notice } from '../parts/notice'
import { Screen } from '../parts/screen'
import { usePopup } from '../popup-context'
import { isAboutPassword, ownPasswordProblem } from '../settings/own-password'
import css from './backup-phrase.module.css'
import type { StepFrame } from './step-frame'

interface RevealProps extends StepFrame {
  readonly secretId: string
  /** True when the words were here and their time is over. */
  readonly expired: boolean
  readonly onShown: (shown: ShownPhrase) => void
}

/** The warning first, then the password. */
export function RevealStep({ secretId, expired, onShown, ...frame }: RevealProps): ReactNode {
  const form = useId()
  const field = useRef<HTMLInputElement>(null)
  const [password, setPassword] = useState('')
  const { problem, busy, reveal, clearProblem } = useReveal(secretId, onShown)

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    const asked = await reveal(password)
    if (asked) setPassword('')
    field.current?.focus()
  }

  return (
    <Screen
      title={frame.title}
      over={frame.over}
      onBack={frame.onBack}
      footer={
        <div className={css['footer']}>
          <Button look="primary" wide submits busy={busy} form={form}>
            Show the words
          </Button>
          <Button look="text" wide onClick={frame.onLeave}>
            {frame.leave}
          </Button>
        </div>
      }
    >
      {expired && (
        <Notice level="note" live>
          The words were put away after two minutes. Enter the password to see them again.
        </Notice>
      )}
      <Notice level="danger">
        Whoever has these words has everything in this wallet. Nobody from Sotto will ask for them: no site,
        no helper, no update.
      </Notice>
      <p>Have pen and paper ready, and make sure that nobody looks over your shoulder.</p>
      <form id={form} onSubmit={submit} noValidate>
        <PasswordField
          kind="current-password"
          label="Password"
          value={password}
          onChange={(text) => {
            setPassword(text)
            clearProblem()
          }}
          error={problem?.at === 'password' ? problem.text : undefined}
          inputRef={field}
        />
      </form>
      {problem?.at === 'form' && (
        <Notice level="error" live>
          {problem.text}
        </Notice>
      )}
    </Screen>
  )
}

interface RevealProblem {
  readonly at: 'password' | 'form'
  readonly text: string
}

interface Reveal {
  readonly problem: RevealProblem | undefined
  readonly busy: boolean
  /** True when the background was given the password. */
  readonly reveal: (password: string) => Promise<boolean>
  readonly clearProblem: () => void
}

function useReveal(secretId: string, onShown: (shown: ShownPhrase) => void): Reveal {
  const { ask } = usePopup()
  const [problem, setProblem] = useState<RevealProblem>()
  const [busy, setBusy] = useState(false)

  async function reveal(password: string): Promise<boolean> {
    const missing = ownPasswordProblem(password)
    setProblem(missing === undefined ? undefined : { at: 'password', text: missing })
    if (missing !== undefined) return false
    setBusy(true)
    const reply = await ask('revealPhrase', { secretId, password })
    setBusy(false)
    if (reply.kind === 'result') onShown(reply.value)
    else setProblem({ at: isAboutPassword(reply.error) ? 'password' : 'form', text: reply.error.message })
    return true
  }

  return { problem, busy, reveal, clearProblem: () => setProblem(undefined) }
}

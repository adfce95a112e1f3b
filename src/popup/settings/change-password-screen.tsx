import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { PopupError } from '../../messages/popup'
import { passwordProblem, SHORTEST_PASSWORD, samePassword } from '../onboarding/password-rules'
import { useAnnounce } from '../parts/announcer'
import { Button } from '../parts/button'
import { PasswordField } from '../parts/field'
import { Notice } from '../parts/notice'
import { Screen } from '../parts/screen'
import { usePopup } from '../popup-context'
import { isAboutPassword, ownPasswordProblem } from './own-password'
import css from './settings.module.css'

export function ChangePasswordScreen({ onBack }: { onBack: () => void }): ReactNode {
  const announce = useAnnounce()
  const [changed, setChanged] = useState(false)
  if (changed) return <ChangedScreen onBack={onBack} />
  return (
    <PasswordForm
      onBack={onBack}
      onChanged={() => {
        announce('The password is changed.')
        setChanged(true)
      }}
    />
  )
}

type Field = 'current' | 'next' | 'confirm'
type Typed = Readonly<Record<Field, string>>
interface Problem {
  readonly at: Field | 'form'
  readonly text: string
}

const NOTHING: Typed = { current: '', next: '', confirm: '' }

const FIELDS = [
  { field: 'current', kind: 'current-password', label: 'Current password', hint: undefined },
  {
    field: 'next',
    kind: 'new-password',
    label: 'New password',
    hint: `${SHORTEST_PASSWORD} characters or more`,
  },
  { field: 'confirm', kind: 'new-password', label: 'New password again', hint: undefined },
] as const

function PasswordForm({ onBack, onChanged }: { onBack: () => void; onChanged: () => void }): ReactNode {
  const form = useId()
  const { typed, type, problem, busy, change } = useChangePassword(onChanged)
  const inputs = useRef(new Map<string, HTMLInputElement | null>())
  useEffect(() => {
    if (problem !== undefined) inputs.current.get(problem.at)?.focus()
  }, [problem])
  return (
    <Screen
      title="Change password"
      over="Security"
      onBack={onBack}
      footer={
        <Button look="primary" wide submits busy={busy} form={form}>
          Change password
        </Button>
      }
    >
      <p>It cannot be reset: if you forget it, only the recovery phrase brings your accounts back.</p>
      <form id={form} className={css['form']} onSubmit={change} noValidate>
        {FIELDS.map(({ field, ...rest }) => (
          <PasswordField
            key={field}
            {...rest}
            value={typed[field]}
            onChange={(text) => type(field, text)}
            error={problem?.at === field ? problem.text : undefined}
            inputRef={(element) => {
              inputs.current.set(field, element)
            }}
          />
        ))}
      </form>
      {problem?.at === 'form' && (
        <Notice level="error" live>
          {problem.text}
        </Notice>
      )}
    </Screen>
  )
}

interface ChangePassword {
  readonly typed: Typed
  readonly type: (field: Field, text: string) => void
  readonly problem: Problem | undefined
  readonly busy: boolean
  readonly change: (event: FormEvent) => Promise<void>
}

function useChangePassword(onChanged: () => void): ChangePassword {
  const { ask } = usePopup()
  const [typed, setTyped] = useState(NOTHING)
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)

  async function change(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    const found = problemOf(typed)
    setProblem(found)
    if (found !== undefined) return
    setBusy(true)
    const reply = await ask('changePassword', { password: typed.current, next: typed.next })
    setBusy(false)
    setTyped(NOTHING)
    if (reply.kind === 'result') onChanged()
    else setProblem({ at: placeOf(reply.error), text: reply.error.message })
  }

  function type(field: Field, text: string): void {
    setTyped({ ...typed, [field]: text })
    setProblem(undefined)
  }

  return { typed, type, problem, busy, change }
}

function ChangedScreen({ onBack }: { onBack: () => void }): ReactNode {
  return (
    <Screen
      title="Password changed"
      over="Security"
      onBack={onBack}
      footer={
        <Button look="primary" wide onClick={onBack}>
          Done
        </Button>
      }
    >
      <p>From now on the new password opens this wallet. Passkeys open it as before.</p>
      <p>Backup files that you saved until today still open with the old password.</p>
    </Screen>
  )
}

function problemOf({ current, next, confirm }: Typed): Problem | undefined {
  const missing = ownPasswordProblem(current)
  if (missing !== undefined) return { at: 'current', text: missing }
  const unfit = passwordProblem(next)
  if (unfit !== undefined) return { at: 'next', text: unfit }
  if (samePassword(current, next)) return { at: 'next', text: 'This is the password you have now.' }
  if (!samePassword(next, confirm)) return { at: 'confirm', text: 'This is not the same password.' }
  return undefined
}

function placeOf(error: PopupError): Problem['at'] {
  if (isAboutPassword(error)) return 'current'
  return error.code.startsWith('password/') ? 'next' : 'form'
}

import { Check } from 'lucide-react'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { Button } from '../parts/button'
import { PasswordField } from '../parts/field'
import { Notice } from '../parts/notice'
import { Screen } from '../parts/screen'
import { usePopup } from '../popup-context'
import css from './onboarding.module.css'
import { passwordProblem, SHORTEST_PASSWORD, samePassword } from './password-rules'

interface PasswordProps {
  readonly phrase: string
  readonly source: 'created' | 'imported'
  readonly onBack: (() => void) | undefined
  readonly onCreated: () => void
}

interface Problems {
  readonly password?: string
  readonly confirm?: string
  readonly vault?: string
}

export function PasswordStep({ phrase, source, onBack, onCreated }: PasswordProps): ReactNode {
  const { ask } = usePopup()
  const form = useId()
  const [password, setPassword] = useState('')
  const [confirm, setConfirm] = useState('')
  const [problems, setProblems] = useState<Problems>({})
  const [busy, setBusy] = useState(false)

  async function create(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    const found = findProblems(password, confirm)
    setProblems(found)
    if (found.password !== undefined || found.confirm !== undefined) return
    setBusy(true)
    const reply = await ask('createVault', { phrase, password, source })
    setBusy(false)
    if (reply.kind === 'error') return setProblems({ vault: reply.error.message })
    onCreated()
  }

  return (
    <Screen
      title="Choose a password"
      over={source === 'created' ? 'New wallet, step 4 of 4' : 'Import, step 2 of 2'}
      onBack={onBack}
      footer={
        <Button look="primary" wide submits busy={busy} form={form}>
          Continue
        </Button>
      }
    >
      <p>
        It unlocks Sotto on this computer. It cannot be reset: if you forget it, you need the recovery phrase.
      </p>
      <form id={form} className={css['form']} onSubmit={create} noValidate>
        <PasswordPair
          password={password}
          confirm={confirm}
          problems={problems}
          onPassword={setPassword}
          onConfirm={setConfirm}
        />
      </form>
      {problems.vault !== undefined && (
        <Notice level="error" live>
          {problems.vault}
        </Notice>
      )}
    </Screen>
  )
}

interface PairProps {
  readonly password: string
  readonly confirm: string
  readonly problems: Problems
  readonly onPassword: (text: string) => void
  readonly onConfirm: (text: string) => void
}

function PasswordPair({ password, confirm, problems, onPassword, onConfirm }: PairProps): ReactNode {
  const long = passwordProblem(password) === undefined
  const same = password !== '' && samePassword(password, confirm)
  return (
    <>
      <PasswordField
        kind="new-password"
        label="Password"
        value={password}
        onChange={onPassword}
        error={problems.password}
        hint={<Rule met={long}>{SHORTEST_PASSWORD} characters or more</Rule>}
      />
      <PasswordField
        kind="new-password"
        label="Confirm password"
        value={confirm}
        onChange={onConfirm}
        error={problems.confirm}
        hint={<Rule met={same}>Both the same</Rule>}
      />
    </>
  )
}

function findProblems(password: string, confirm: string): Problems {
  const problem = passwordProblem(password)
  if (problem !== undefined) return { password: problem }
  return samePassword(password, confirm) ? {} : { confirm: 'This is not the same password.' }
}

function Rule({ met, children }: { met: boolean; children: ReactNode }): ReactNode {
  return (
    <span className={met ? `${css['rule']} ${css['met']}` : css['rule']}>
      {met ? <Check size={14} strokeWidth={2} aria-label="Done:" /> : <span className={css['bullet']} />}
      {children}
    </span>
  )
}

import { Check } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { PasswordField } from '../parts/field'
import type { BeginProblem } from './begin-problem'
import css from './onboarding.module.css'
import { passwordProblem, SHORTEST_PASSWORD, samePassword } from './password-rules'

export interface NewPassword {
  readonly password: string
  readonly confirm: string
}

export const NO_PASSWORD: NewPassword = { password: '', confirm: '' }

/** What is wrong with a new password, so far as nobody has to be asked. */
export function newPasswordProblem({ password, confirm }: NewPassword): BeginProblem | undefined {
  const text = passwordProblem(password)
  if (text !== undefined) return { at: 'password', text }
  if (!samePassword(password, confirm)) return { at: 'confirm', text: 'This is not the same password.' }
  return undefined
}

interface NewPasswordProps {
  readonly typed: NewPassword
  readonly onType: (typed: NewPassword) => void
  readonly problem: BeginProblem | undefined
  readonly passwordRef: Ref<HTMLInputElement>
  readonly confirmRef: Ref<HTMLInputElement>
}

export function NewPasswordFields({
  typed,
  onType,
  problem,
  passwordRef,
  confirmRef,
}: NewPasswordProps): ReactNode {
  const { password, confirm } = typed
  const long = passwordProblem(password) === undefined
  const same = password !== '' && samePassword(password, confirm)
  return (
    <>
      <PasswordField
        kind="new-password"
        label="Password"
        value={password}
        onChange={(text) => onType({ ...typed, password: text })}
        error={problem?.at === 'password' ? problem.text : undefined}
        hint={<Rule met={long}>{SHORTEST_PASSWORD} characters or more</Rule>}
        inputRef={passwordRef}
      />
      <PasswordField
        kind="new-password"
        label="Confirm password"
        value={confirm}
        onChange={(text) => onType({ ...typed, confirm: text })}
        error={problem?.at === 'confirm' ? problem.text : undefined}
        hint={<Rule met={same}>Both the same</Rule>}
        inputRef={confirmRef}
      />
    </>
  )
}

function Rule({ met, children }: { met: boolean; children: ReactNode }): ReactNode {
  return (
    <span className={met ? `${css['rule']} ${css['met']}` : css['rule']}>
      {met ? <Check size={14} strokeWidth={2} aria-label="Done:" /> : <span className={css['bullet']} />}
      {children}
    </span>
  )
}

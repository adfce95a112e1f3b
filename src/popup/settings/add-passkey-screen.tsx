import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { PasskeyView } from '../../messages/popup'
import { useAnnounce } from '../parts/announcer'
import { Button } from '../parts/button'
import { PasswordField, TextField } from '../parts/field'
import { Notice } from '../parts/notice'
import { Screen } from '../parts/screen'
import css from './settings.module.css'
import { type AddProblem, type NewPasskey, useAddPasskey } from './use-add-passkey'

interface AddPasskeyProps {
  readonly passkeys: readonly PasskeyView[]
  readonly onBack: () => void
}

export function AddPasskeyScreen({ passkeys, onBack }: AddPasskeyProps): ReactNode {
  const announce = useAnnounce()
  const form = useId()
  const [wanted, setWanted] = useState<NewPasskey>({ name: `Passkey ${passkeys.length + 1}`, password: '' })
  const { problem, busy, add, clearProblem } = useAddPasskey()

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    const outcome = await add(wanted)
    if (outcome !== 'unasked') setWanted({ ...wanted, password: '' })
    if (outcome !== 'added') return
    announce(`${wanted.name.trim()} opens this wallet from now on.`)
    onBack()
  }

  return (
    <Screen
      title="Add a passkey"
      over="Security"
      onBack={onBack}
      footer={
        <Button look="primary" wide submits busy={busy} form={form}>
          Continue
        </Button>
      }
    >
      <p>
        Your browser then asks where to keep it. Whoever can use that passkey can open this wallet on this
        computer; the password still works.
      </p>
      <form id={form} className={css['form']} onSubmit={submit} noValidate>
        <PasskeyFields
          wanted={wanted}
          problem={problem}
          onChange={(next) => {
            setWanted(next)
            clearProblem()
          }}
        />
      </form>
      {(problem?.at === 'browser' || problem?.at === 'wallet') && (
        <Notice level={problem.at === 'browser' ? 'note' : 'error'} live>
          {problem.text}
        </Notice>
      )}
    </Screen>
  )
}

interface PasskeyFieldsProps {
  readonly wanted: NewPasskey
  readonly problem: AddProblem | undefined
  readonly onChange: (wanted: NewPasskey) => void
}

function PasskeyFields({ wanted, problem, onChange }: PasskeyFieldsProps): ReactNode {
  const name = useRef<HTMLInputElement>(null)
  const password = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (problem?.at === 'name') name.current?.focus()
    if (problem?.at === 'password') password.current?.focus()
  }, [problem])
  return (
    <>
      <TextField
        label="Name"
        value={wanted.name}
        onChange={(text) => onChange({ ...wanted, name: text })}
        error={problem?.at === 'name' ? problem.text : undefined}
        hint="So that you know it again in the list"
        inputRef={name}
      />
      <PasswordField
        kind="current-password"
        label="Password"
        value={wanted.password}
        onChange={(text) => onChange({ ...wanted, password: text })}
        error={problem?.at === 'password' ? problem.text : undefined}
        inputRef={password}
      />
    </>
  )
}

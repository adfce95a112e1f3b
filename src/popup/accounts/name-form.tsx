import { type FormEvent, type ReactNode, useState } from 'react'
import type { PopupReply } from '../../messages/popup'
import { Button } from '../parts/button'
import { TextField } from '../parts/field'
import { useRequest } from '../use-request'
import css from './accounts.module.css'
import { nameProblem } from './name-problem'

interface NameFormProps {
  readonly name: string
  readonly onSave: (name: string) => Promise<PopupReply<'editAccount' | 'renameSecret'>>
}

/** The name of something, to be changed in its place; the button comes with the first change. */
export function NameForm({ name, onSave }: NameFormProps): ReactNode {
  const [typed, setTyped] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const { error, busy, run, clearError } = useRequest()
  const value = typed ?? name
  const changed = value.trim() !== name

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy || !changed) return
    const found = nameProblem(value)
    setProblem(found)
    if (found !== undefined) return
    const reply = await run(onSave(value.trim()), 'Name saved.')
    if (reply.kind === 'result') setTyped(undefined)
  }

  return (
    <form className={css['form']} onSubmit={save} noValidate>
      <TextField
        label="Name"
        value={value}
        onChange={(next) => {
          setTyped(next)
          setProblem(undefined)
          clearError()
        }}
        error={problem ?? error}
      />
      {changed && (
        <Button submits busy={busy}>
          Save name
        </Button>
      )}
    </form>
  )
}

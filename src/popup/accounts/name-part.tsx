import { type FormEvent, type ReactNode, useState } from 'react'
import type { PopupParams } from '../../messages/popup'
import { useAnnounce } from '../parts/announcer'
import { Button } from '../parts/button'
import { TextField } from '../parts/field'
import css from './accounts.module.css'
import { useChange } from './use-change'

type NameChange =
  | { readonly method: 'editAccount'; readonly params: PopupParams['editAccount'] }
  | { readonly method: 'renameSecret'; readonly params: PopupParams['renameSecret'] }

interface NameProps {
  readonly label: string
  readonly name: string
  readonly save: (name: string) => NameChange
}

/** A name that can be changed where it stands; the button is there once there is something to save. */
export function NamePart({ label, name, save }: NameProps): ReactNode {
  const announce = useAnnounce()
  const [text, setText] = useState(name)
  const { busy, error, clear, run } = useChange()

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    const { method, params } = save(text)
    if ((await run(method, params)) !== undefined) announce('The new name is saved.')
  }

  return (
    <form className={css['form']} onSubmit={submit} noValidate>
      <TextField
        label={label}
        value={text}
        onChange={(next) => {
          setText(next)
          clear()
        }}
        error={error?.message}
      />
      {text.trim() !== name && (
        <Button submits busy={busy}>
          Save name
        </Button>
      )}
    </form>
  )
}

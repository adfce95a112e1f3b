import { type FormEvent, type ReactNode, useState } from 'react'
import type { AccountPathView } from '../../messages/popup'
import { Button } from '../parts/button'
import { TextField } from '../parts/field'
import { FIRST_PATH, numberProblem, type PathDraft, type PathField, pathText, readPath } from './account-path'
import css from './accounts.module.css'

const FIELDS: readonly { readonly field: PathField; readonly label: string }[] = [
  { field: 'account', label: 'Account' },
  { field: 'change', label: 'Change' },
  { field: 'index', label: 'Index' },
]

interface PathFormProps {
  readonly busy: boolean
  readonly onAdd: (path: AccountPathView) => void
}

/** A path of the person's own choice, shown as it will be. */
export function PathForm({ busy, onAdd }: PathFormProps): ReactNode {
  const [draft, setDraft] = useState<PathDraft>(FIRST_PATH)
  const path = readPath(draft)

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (path && !busy) onAdd(path)
  }

  return (
    <form className={css['form']} onSubmit={submit} noValidate>
      <label className={css['line']}>
        <span>Coin type</span>
        <select
          className={css['select']}
          value={draft.coinType}
          onChange={(event) => setDraft({ ...draft, coinType: event.target.value === '118' ? 118 : 529 })}
        >
          <option value={529}>529, Secret Network</option>
          <option value={118}>118, Cosmos</option>
        </select>
      </label>
      <div className={css['numbers']}>
        {FIELDS.map(({ field, label }) => (
          <TextField
            key={field}
            label={label}
            value={draft[field]}
            onChange={(text) => setDraft({ ...draft, [field]: text })}
            error={numberProblem(draft[field])}
            mono
          />
        ))}
      </div>
      <p className={css['soft']} role="status">
        {path ? (
          <>
            Path <span className={css['path']}>{pathText(path)}</span>
          </>
        ) : (
          'The path is not complete.'
        )}
      </p>
      <Button wide submits inert={path === undefined} busy={busy}>
        Add this path
      </Button>
    </form>
  )
}

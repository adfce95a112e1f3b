import { CircleAlert, FileLock2 } from 'lucide-react'
import { type ReactNode, type Ref, useId } from 'react'
import { PlainText } from '../parts/plain-text'
import css from './backup-file.module.css'

interface FileChooserProps {
  readonly label: string
  readonly file: File | undefined
  readonly onChoose: (file: File) => void
  readonly error: string | undefined
  readonly inputRef: Ref<HTMLInputElement>
}

/** The browser's own file input under a face of ours: it keeps its name, its keys and its dialog. */
export function FileChooser({ label, file, onChoose, error, inputRef }: FileChooserProps): ReactNode {
  const id = useId()
  const problem = `${id}-problem`
  const chosen = `${id}-chosen`
  return (
    <div className={css['field']}>
      <label className={css['label']} htmlFor={id}>
        {label}
      </label>
      <div className={error === undefined ? css['chooser'] : `${css['chooser']} ${css['wrong']}`}>
        <input
          id={id}
          ref={inputRef}
          className={css['input']}
          type="file"
          aria-describedby={`${problem} ${chosen}`}
          aria-invalid={error !== undefined || undefined}
          onChange={(event) => {
            const [picked] = event.target.files ?? []
            if (picked !== undefined) onChoose(picked)
          }}
        />
        <FileLock2 size={20} strokeWidth={1.6} aria-hidden />
        <span id={chosen} className={css['chosen']}>
          {file === undefined ? 'Choose a file' : <PlainText text={file.name} />}
        </span>
      </div>
      <p id={problem} className={css['error']} role="alert">
        {error !== undefined && (
          <>
            <CircleAlert size={16} strokeWidth={1.8} aria-hidden />
            <span>{error}</span>
          </>
        )}
      </p>
    </div>
  )
}

import { CircleAlert, Eye, EyeOff } from 'lucide-react'
import { type ReactNode, type Ref, useId, useState } from 'react'
import { IconButton } from './button'
import css from './field.module.css'

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: ReactNode
  /** What is wrong with this field, in the place where it went wrong. */
  readonly error?: string | undefined
  readonly autoFocus?: boolean
  readonly inputRef?: Ref<HTMLInputElement>
  readonly disabled?: boolean
}

interface PasswordFieldProps extends FieldProps {
  /** `off` for a secret that no password manager should offer to keep or to fill. */
  readonly kind: 'current-password' | 'new-password' | 'off'
}

export function PasswordField({ kind, ...field }: PasswordFieldProps): ReactNode {
  const [shown, setShown] = useState(false)
  return (
    <Labelled {...field}>
      {(ids) => (
        <span className={css['row']}>
          <input
            {...ids}
            ref={field.inputRef}
            className={css['input']}
            type={shown ? 'text' : 'password'}
            value={field.value}
            onChange={(event) => field.onChange(event.target.value)}
            autoComplete={kind}
            spellCheck={false}
            disabled={field.disabled}
            // biome-ignore lint/a11y/noAutofocus: the one field of a screen that asks for nothing else
            autoFocus={field.autoFocus}
          />
          <IconButton
            label={shown ? 'Hide what I type' : 'Show what I type'}
            onClick={() => setShown(!shown)}
          >
            {shown ? <EyeOff size={18} strokeWidth={1.6} /> : <Eye size={18} strokeWidth={1.6} />}
          </IconButton>
        </span>
      )}
    </Labelled>
  )
}

export function TextField({ mono = false, ...field }: FieldProps & { mono?: boolean }): ReactNode {
  return (
    <Labelled {...field}>
      {(ids) => (
        <input
          {...ids}
          ref={field.inputRef}
          className={mono ? `${css['input']} ${css['mono']}` : css['input']}
          type="text"
          value={field.value}
          onChange={(event) => field.onChange(event.target.value)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      )}
    </Labelled>
  )
}

/** Several lines of something that no spelling service may see. */
export function SecretArea({
  rows,
  areaRef,
  ...field
}: Omit<FieldProps, 'inputRef'> & { rows: number; areaRef?: Ref<HTMLTextAreaElement> }): ReactNode {
  return (
    <Labelled {...field}>
      {(ids) => (
        <textarea
          {...ids}
          ref={areaRef}
          className={`${css['input']} ${css['area']}`}
          rows={rows}
          value={field.value}
          onChange={(event) => field.onChange(event.target.value)}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
        />
      )}
    </Labelled>
  )
}

interface FieldIds {
  readonly id: string
  readonly 'aria-invalid'?: true
  readonly 'aria-describedby': string
}

function Labelled({
  label,
  hint,
  error,
  children,
}: FieldProps & { children: (ids: FieldIds) => ReactNode }): ReactNode {
  const id = useId()
  const note = `${id}-note`
  const problem = `${id}-problem`
  return (
    <div className={css['field']}>
      <label className={css['label']} htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': `${problem} ${note}`,
        ...(error === undefined ? {} : { 'aria-invalid': true }),
      })}
      <p id={problem} className={css['error']} role="alert">
        {error !== undefined && (
          <>
            <CircleAlert size={16} strokeWidth={1.8} aria-hidden />
            <span>{error}</span>
          </>
        )}
      </p>
      <div id={note} className={css['hint']}>
        {hint}
      </div>
    </div>
  )
}

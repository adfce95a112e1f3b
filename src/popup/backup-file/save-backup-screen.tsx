import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react'
import { useAnnounce } from '../parts/announcer'
import { Button } from '../parts/button'
import { PasswordField } from '../parts/field'
import { Notice } from '../parts/notice'
import { Screen } from '../parts/screen'
import { Switch } from '../parts/switch'
import { usePopup } from '../popup-context'
import type { Go } from '../routes'
import css from './backup-file.module.css'
import { MoveToTabScreen } from './move-to-tab-screen'
import { SavedScreen } from './saved-screen'
import { useSaveBackup } from './use-save-backup'

interface SaveBackupProps {
  readonly go: Go
  readonly onBack: () => void
}

interface Saved {
  readonly fileName: string
  readonly keys: boolean
}

export function SaveBackupScreen({ go, onBack }: SaveBackupProps): ReactNode {
  const { platform } = usePopup()
  const announce = useAnnounce()
  const [saved, setSaved] = useState<Saved>()
  if (platform.vanishes) {
    return (
      <MoveToTabScreen title="Backup file" over="Accounts and backup" place="backup-file" onBack={onBack} />
    )
  }
  if (saved !== undefined) return <SavedScreen {...saved} onDone={onBack} />
  return (
    <SaveForm
      onBack={onBack}
      onRestore={() => go({ kind: 'restore-backup' })}
      onSaved={(file) => {
        announce('The backup file is saved.')
        setSaved(file)
      }}
    />
  )
}

interface SaveFormProps {
  readonly onBack: () => void
  readonly onRestore: () => void
  readonly onSaved: (saved: Saved) => void
}

function SaveForm({ onBack, onRestore, onSaved }: SaveFormProps): ReactNode {
  const form = useId()
  const [keys, setKeys] = useState(false)
  const [password, setPassword] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const { problem, busy, save, clearProblem } = useSaveBackup()

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    const outcome = await save(password, keys)
    if (outcome.asked) setPassword('')
    if (outcome.fileName === undefined) field.current?.focus()
    else onSaved({ fileName: outcome.fileName, keys })
  }

  return (
    <Screen
      title="Backup file"
      over="Accounts and backup"
      onBack={onBack}
      footer={
        <Button look="primary" wide submits busy={busy} form={form}>
          Save the file
        </Button>
      }
    >
      <p>
        One sealed file with your contacts, names and labels, tokens, viewing keys and settings. It opens only
        with the password this wallet has now.
      </p>
      <form id={form} className={css['form']} onSubmit={submit} noValidate>
        <KeysSwitch on={keys} onChange={setKeys} />
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
      {problem?.at === 'wallet' && (
        <Notice level="error" live>
          {problem.text}
        </Notice>
      )}
      <div className={css['other']}>
        <Button look="text" onClick={onRestore}>
          Restore from a backup file instead
        </Button>
      </div>
    </Screen>
  )
}

function KeysSwitch({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }): ReactNode {
  return (
    <>
      <Switch label="Also recovery phrases and private keys" on={on} onChange={onChange} />
      {on ? (
        <Notice level="caution" title="The file is then as precious as the phrases">
          Whoever has it and the password has everything in this wallet. Keep the phrases on paper too: a
          forgotten password closes the file for good.
        </Notice>
      ) : (
        <p className={css['soft']}>
          Without them the file cannot bring back accounts by itself; the recovery phrases on your paper do
          that.
        </p>
      )}
    </>
  )
}

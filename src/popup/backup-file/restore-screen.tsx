import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react'
import type { RestoredView } from '../../messages/popup'
import { useAnnounce } from '../parts/announcer'
import { Button } from '../parts/button'
import { PasswordField } from '../parts/field'
import { Screen } from '../parts/screen'
import { usePopup, useView } from '../popup-context'
import css from './backup-file.module.css'
import { FileChooser } from './file-chooser'
import { MoveToTabScreen } from './move-to-tab-screen'
import { restoredText } from './restored-text'
import { useRestore } from './use-restore'

interface RestoreProps {
  readonly onBack: (() => void) | undefined
  /** Called once, when the backup is in the wallet. */
  readonly onDone: (restored: RestoredView) => void
  readonly over?: ReactNode
}

/** Reads a backup file back: into the open wallet, or into a new one where there is none. */
export function RestoreScreen(props: RestoreProps): ReactNode {
  const { platform } = usePopup()
  if (!platform.vanishes) return <RestoreForm {...props} />
  const { onBack, over } = props
  return <MoveToTabScreen title={TITLE} over={over} place="restore-backup" onBack={onBack} />
}

const TITLE = 'Restore from a backup file'
const INTO_WALLET =
  'Choose a file that Sotto saved. What it holds is added; nothing that is here already goes away.'
const INTO_NOTHING =
  'Choose a file that Sotto saved with recovery phrases or private keys in it. The file’s password becomes this wallet’s.'

function RestoreForm({ onBack, onDone, over }: RestoreProps): ReactNode {
  const announce = useAnnounce()
  const fresh = useView()?.kind === 'empty'
  const form = useId()
  const [file, setFile] = useState<File>()
  const [password, setPassword] = useState('')
  const { problem, busy, restore, clearProblem } = useRestore()
  const inputs = { file: useRef<HTMLInputElement>(null), password: useRef<HTMLInputElement>(null) }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    const outcome = await restore(file, password)
    if (outcome.asked) setPassword('')
    if (outcome.kind === 'refused') return inputs[outcome.at].current?.focus()
    announce(`The backup is restored. ${restoredText(outcome.restored)}`)
    onDone(outcome.restored)
  }

  return (
    <Screen
      title={TITLE}
      over={over}
      onBack={onBack}
      footer={
        <Button look="primary" wide submits busy={busy} form={form}>
          Restore
        </Button>
      }
    >
      <p>{fresh ? INTO_NOTHING : INTO_WALLET}</p>
      <form id={form} className={css['form']} onSubmit={submit} noValidate>
        <FileChooser
          label="Backup file"
          file={file}
          onChoose={(chosen) => {
            setFile(chosen)
            clearProblem()
          }}
          error={problem?.at === 'file' ? problem.text : undefined}
          inputRef={inputs.file}
        />
        <PasswordField
          kind="current-password"
          label="Password of the file"
          value={password}
          onChange={(text) => {
            setPassword(text)
            clearProblem()
          }}
          error={problem?.at === 'password' ? problem.text : undefined}
          hint="The one the wallet had when the file was saved"
          inputRef={inputs.password}
        />
      </form>
    </Screen>
  )
}

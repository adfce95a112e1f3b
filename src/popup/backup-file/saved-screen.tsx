import type { ReactNode } from 'react'
import { Button } from '../parts/button'
import { Facts } from '../parts/facts'
import { PlainText } from '../parts/plain-text'
import { Screen } from '../parts/screen'
import css from './backup-file.module.css'

interface SavedProps {
  readonly fileName: string
  readonly keys: boolean
  readonly onDone: () => void
}

/** Where the file went, and how it comes back. */
export function SavedScreen({ fileName, keys, onDone }: SavedProps): ReactNode {
  const name = (
    <span className={css['fileName']}>
      <PlainText text={fileName} />
    </span>
  )
  return (
    <Screen
      title="The file is saved"
      over="Backup file"
      footer={
        <Button look="primary" wide onClick={onDone}>
          Done
        </Button>
      }
    >
      <Facts
        rows={[
          { label: 'File', value: name, below: true },
          { label: 'Where', value: 'In your browser’s downloads', below: true },
          {
            label: 'Recovery phrases and private keys',
            value: keys ? 'In the file' : 'Not in the file',
            below: true,
          },
        ]}
      />
      <p>Move it to a place that outlives this computer, and remember the password you have today.</p>
      <p>
        {keys
          ? 'To restore, choose “Restore from a backup file” on Sotto’s first screen, or here under Backup file.'
          : 'To restore, bring the wallet back with its recovery phrase first. Then open Settings, Accounts and backup, Backup file.'}
      </p>
    </Screen>
  )
}

import type { ReactNode } from 'react'
import type { SecretView, UnlockedView } from '../../messages/popup'
import { ForgetForm } from '../forget/forget-form'
import { Button } from '../parts/button'
import { Notice } from '../parts/notice'
import { PlainText } from '../parts/plain-text'
import { Screen } from '../parts/screen'
import type { Go } from '../routes'
import css from './settings.module.css'

interface ForgetProps {
  readonly view: UnlockedView
  readonly go: Go
  readonly onBack: () => void
}

/** The safe way out lies where primary buttons lie; the other one is in the text, after what has to be typed. */
export function ForgetScreen({ view, go, onBack }: ForgetProps): ReactNode {
  return (
    <Screen
      title="Forget this wallet"
      over="Security"
      onBack={onBack}
      footer={
        <Button look="primary" wide onClick={onBack}>
          Keep this wallet
        </Button>
      }
    >
      <PhrasesPart secrets={view.secrets} go={go} />
      <p>Sotto deletes for good what it keeps on this computer. Nobody can bring it back:</p>
      <ul className={css['points']}>
        <li>all recovery phrases, private keys and accounts</li>
        <li>contacts, viewing keys, tokens and settings</li>
        <li>the history it has opened, and what sites were allowed</li>
      </ul>
      <p>
        Your coins stay on the network. Only the recovery phrase or private key of an account, or a backup
        file with keys, leads back to them.
      </p>
      <ForgetForm />
    </Screen>
  )
}

/** Whether every phrase was written down, and loudly which was not. */
function PhrasesPart({ secrets, go }: { secrets: readonly SecretView[]; go: Go }): ReactNode {
  const unchecked = secrets.filter(({ checked }) => !checked)
  if (secrets.length === 0) return null
  if (unchecked.length === 0) {
    return (
      <Notice level="caution" title="Do you still have your phrases?">
        Every phrase made here was checked on paper once. Look that you can still find and read it
        {secrets.some(({ source }) => source === 'imported') && ', and the ones you brought along'}.
      </Notice>
    )
  }
  return (
    <Notice
      level="danger"
      title="Not written down yet"
      action={
        <Button look="text" onClick={() => go({ kind: 'accounts' })}>
          {unchecked.length === 1 ? 'Write it down first' : 'Write them down first'}
        </Button>
      }
    >
      <div className={css['unchecked']}>
        <ul className={css['points']}>
          {unchecked.map(({ id, name }) => (
            <li key={id}>
              <PlainText text={name} />
            </li>
          ))}
        </ul>
        <p>
          Without {unchecked.length === 1 ? 'this phrase' : 'these phrases'}, everything in{' '}
          {unchecked.length === 1 ? 'its' : 'their'} accounts is lost.
        </p>
      </div>
    </Notice>
  )
}

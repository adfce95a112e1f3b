import type { ReactNode } from 'react'
import type { ActivityEntry, ActivitySummary, UnlockedView } from '../../messages/popup'
import { Notice } from '../parts/notice'
import { PlainText } from '../parts/plain-text'
import { Screen } from '../parts/screen'
import { Section } from '../parts/section'
import { Waiting } from '../parts/waiting'
import type { Go } from '../routes'
import { EntryFacts } from './entry-facts'
import { EntryMessagePart } from './entry-message'
import css from './entry-screen.module.css'
import { STATUS_WORD, StatusSign } from './status-sign'
import { useEntry } from './use-entry'

interface EntryProps {
  readonly id: string
  readonly view: UnlockedView
  readonly onBack: () => void
  readonly go: Go
}

export function EntryScreen({ id, view, onBack, go }: EntryProps): ReactNode {
  const summary = view.activity.find((one) => one.id === id)
  const state = useEntry(id, summary?.status)
  const shown = summary ?? (state.kind === 'ready' ? state.entry : undefined)
  return (
    <Screen title={<PlainText text={shown?.title ?? 'Transaction'} />} over="Transaction" onBack={onBack}>
      {shown && <Status item={shown} />}
      {state.kind === 'loading' && <Waiting label="Opening the transaction" lines={3} />}
      {state.kind === 'failed' && (
        <Notice level="error" live>
          {state.message}
        </Notice>
      )}
      {state.kind === 'ready' && (
        <Entry entry={state.entry} onSave={(address) => go({ kind: 'contact', address })} />
      )}
    </Screen>
  )
}

function Status({ item }: { item: ActivitySummary }): ReactNode {
  return (
    <div className={css['status']} role="status">
      <StatusSign status={item.status} />
      <div>
        <p className={css['word']}>{STATUS_WORD[item.status]}</p>
        <p className={css['means']}>{meaningOf(item)}</p>
      </div>
    </div>
  )
}

function meaningOf({ status, height }: ActivitySummary): string {
  switch (status) {
    case 'pending':
      return 'Sent. The network has not put it in a block yet.'
    case 'confirmed':
      return height === undefined ? 'It is on the chain.' : `On the chain since block ${height}.`
    case 'failed':
      return 'It did not go through. The fee may be spent; nothing else moved.'
    case 'not-found':
      return 'The network does not know it. It may never have arrived; nothing moved as far as can be seen.'
    default:
      return status satisfies never
  }
}

function Entry({ entry, onSave }: { entry: ActivityEntry; onSave: (address: string) => void }): ReactNode {
  const several = entry.messages.length > 1
  return (
    <>
      {entry.chainError !== undefined && (
        <Section title="What the network said">
          <p className={css['words']}>
            <PlainText text={entry.chainError} />
          </p>
        </Section>
      )}
      {entry.messages.map((message) => (
        <EntryMessagePart
          key={message.index}
          entryId={entry.id}
          message={message}
          titled={several}
          onSave={onSave}
        />
      ))}
      <EntryFacts entry={entry} />
    </>
  )
}

import { ChevronRight } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import type { ContactView, UnlockedView } from '../../messages/popup'
import { BareAddress } from '../parts/address'
import { Button } from '../parts/button'
import { Identicon } from '../parts/identicon'
import { PlainText } from '../parts/plain-text'
import { Screen } from '../parts/screen'
import type { Go } from '../routes'
import { useShortcut } from '../use-shortcut'
import css from './contacts.module.css'
import { searchContacts } from './search-contacts'

/** So many entries are drawn at once. */
const STEP = 50

interface ContactsProps {
  readonly view: UnlockedView
  readonly go: Go
  readonly onBack: () => void
}

/** The address book. */
export function ContactsScreen({ view: { contacts }, go, onBack }: ContactsProps): ReactNode {
  const [words, setWords] = useState('')
  const search = useRef<HTMLInputElement>(null)
  useShortcut('/', () => search.current?.focus())
  return (
    <Screen
      title="Address book"
      onBack={onBack}
      footer={
        <Button look="primary" wide onClick={() => go({ kind: 'contact', address: '' })}>
          Add entry
        </Button>
      }
    >
      {contacts.length === 0 ? (
        <p className={css['soft']}>
          Nobody yet. Give an address a name, and Sotto shows the name wherever the address appears, and says
          when another one only looks like it.
        </p>
      ) : (
        <>
          <input
            ref={search}
            className={css['search']}
            type="search"
            aria-label="Search the address book"
            aria-keyshortcuts="/"
            placeholder="Search ( / )"
            value={words}
            onChange={(event) => setWords(event.target.value)}
            autoComplete="off"
            spellCheck={false}
          />
          <List key={words} contacts={searchContacts(contacts, words)} go={go} />
        </>
      )}
    </Screen>
  )
}

function List({ contacts, go }: { contacts: readonly ContactView[]; go: Go }): ReactNode {
  const [most, setMost] = useState(STEP)
  const rest = contacts.length - most
  return (
    <>
      <p className={css['count']} role="status">
        {countText(contacts.length)}
      </p>
      <ul className={css['list']}>
        {contacts.slice(0, most).map((contact) => (
          <li key={contact.address}>
            <Row contact={contact} onOpen={() => go({ kind: 'contact', address: contact.address })} />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button wide onClick={() => setMost(most + STEP)}>
          Show {Math.min(rest, STEP)} more
        </Button>
      )}
    </>
  )
}

function countText(count: number): string {
  if (count === 0) return 'Nothing found'
  return count === 1 ? '1 entry' : `${count} entries`
}

function Row({
  contact: { name, address, note },
  onOpen,
}: {
  contact: ContactView
  onOpen: () => void
}): ReactNode {
  return (
    <button type="button" className={css['row']} onClick={onOpen}>
      <Identicon text={address} size={34} />
      <span className={css['words']}>
        <span className={css['name']}>
          <PlainText text={name} />
        </span>
        <BareAddress address={address} />
        {note !== '' && (
          <span className={css['note']}>
            <PlainText text={note} />
          </span>
        )}
      </span>
      <ChevronRight size={16} strokeWidth={1.8} aria-hidden />
    </button>
  )
}

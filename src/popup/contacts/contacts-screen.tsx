import { ChevronRight, Plus } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import type { ContactView } from '../../messages/popup'
import css from '../accounts/accounts.module.css'
import { BareAddress } from '../parts/address'
import { Button } from '../parts/button'
import { PlainText } from '../parts/plain-text'
import { Screen } from '../parts/screen'
import type { Go } from '../routes'
import { useShortcut } from '../use-shortcut'

interface ContactsProps {
  readonly contacts: readonly ContactView[]
  readonly go: Go
  readonly onBack: () => void
}

/** As many as a person looks through; the rest is a press away. */
const PAGE = 50

export function ContactsScreen({ contacts, go, onBack }: ContactsProps): ReactNode {
  const [words, setWords] = useState('')
  const [shown, setShown] = useState(PAGE)
  const search = useRef<HTMLInputElement>(null)
  useShortcut('/', () => search.current?.focus())
  const matching = contacts.filter((contact) => matches(contact, words))
  return (
    <Screen
      title="Address book"
      onBack={onBack}
      footer={
        <Button look="primary" wide onClick={() => go({ kind: 'contact', address: '' })}>
          <Plus size={18} strokeWidth={1.8} aria-hidden />
          Add address
        </Button>
      }
    >
      {contacts.length === 0 ? (
        <p className={css['soft']}>
          Nobody yet. Give an address a name, and Sotto shows the name wherever the address appears.
        </p>
      ) : (
        <input
          ref={search}
          className={css['search']}
          type="search"
          aria-label="Search the address book"
          placeholder="Search"
          value={words}
          onChange={(event) => {
            setWords(event.target.value)
            setShown(PAGE)
          }}
          autoComplete="off"
          spellCheck={false}
        />
      )}
      {contacts.length > 0 && matching.length === 0 && <p className={css['soft']}>No entry like this.</p>}
      <ul className={css['list']}>
        {matching.slice(0, shown).map((contact) => (
          <li key={contact.address} className={css['row']}>
            <button
              type="button"
              className={css['open']}
              onClick={() => go({ kind: 'contact', address: contact.address })}
            >
              <span className={css['entry']}>
                <span className={css['name']}>
                  <PlainText text={contact.name} />
                </span>
                <BareAddress address={contact.address} />
                {contact.note !== '' && (
                  <span className={css['note']}>
                    <PlainText text={contact.note} />
                  </span>
                )}
              </span>
              <ChevronRight size={18} strokeWidth={1.6} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {matching.length > shown && (
        <Button onClick={() => setShown(shown + PAGE)}>
          Show {Math.min(PAGE, matching.length - shown)} more of {matching.length}
        </Button>
      )}
    </Screen>
  )
}

function matches({ name, address, note }: ContactView, words: string): boolean {
  const wanted = words.trim().toLowerCase()
  return wanted === '' || [name, address, note].some((text) => text.toLowerCase().includes(wanted))
}

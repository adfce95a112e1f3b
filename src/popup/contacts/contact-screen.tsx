import type { ReactNode } from 'react'
import type { UnlockedView } from '../../messages/popup'
import { PlainText } from '../parts/plain-text'
import { Screen } from '../parts/screen'
import { Section } from '../parts/section'
import { ContactForm } from './contact-form'
import css from './contacts.module.css'
import { RemoveContact } from './remove-contact'

interface ContactProps {
  /** Of an entry, or of one to begin; empty for a new one. */
  readonly address: string
  readonly view: UnlockedView
  readonly onBack: () => void
}

/** One entry of the address book, or a new one. */
export function ContactScreen({ address, view, onBack }: ContactProps): ReactNode {
  const contact = view.contacts.find((one) => one.address === address)
  return (
    <Screen
      title={contact ? <PlainText text={contact.name} /> : 'New entry'}
      over="Address book"
      onBack={onBack}
    >
      <ContactForm
        contact={contact}
        address={address}
        accounts={view.accounts}
        contacts={view.contacts}
        onSaved={onBack}
      />
      {contact ? (
        <Section title="Remove">
          <RemoveContact contact={contact} onRemoved={onBack} />
        </Section>
      ) : (
        <p className={css['soft']}>The address book stays on this computer, sealed with your password.</p>
      )}
    </Screen>
  )
}

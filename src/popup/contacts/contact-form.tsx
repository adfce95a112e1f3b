import { type FormEvent, type ReactNode, useState } from 'react'
import type { AccountView, ContactView } from '../../messages/popup'
import { AddressField } from '../parts/address-field'
import { Button } from '../parts/button'
import { TextField } from '../parts/field'
import { Notice } from '../parts/notice'
import { PlainText } from '../parts/plain-text'
import { Problem } from '../parts/problem'
import { contactProblems, contactRemark, doubleProblem } from './contact-problem'
import css from './contacts.module.css'
import { useSaveContact } from './use-save-contact'

interface ContactFormProps {
  /** The entry as it is; absent for a new one. */
  readonly contact: ContactView | undefined
  readonly address: string
  readonly accounts: readonly AccountView[]
  readonly contacts: readonly ContactView[]
  readonly onSaved: () => void
}

export function ContactForm({ contact, address, accounts, contacts, onSaved }: ContactFormProps): ReactNode {
  const [draft, setDraft] = useState<ContactView>(contact ?? { address, name: '', note: '' })
  const [pressed, setPressed] = useState(false)
  const { error, busy, save } = useSaveContact(contact, onSaved)
  const others = contacts.filter((one) => one.address !== contact?.address)
  const problems = contactProblems(draft, others)
  const remark = contactRemark(draft, accounts, others)

  function type(part: Partial<ContactView>): void {
    setDraft({ ...draft, ...part })
    setPressed(false)
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    setPressed(true)
    if (Object.values(problems).every((problem) => problem === undefined)) await save(draft)
  }

  return (
    <form className={css['form']} onSubmit={submit} noValidate>
      <TextField
        label="Name"
        value={draft.name}
        onChange={(name) => type({ name })}
        error={pressed ? problems.name : undefined}
      />
      <AddressField
        value={draft.address}
        onChange={(text) => type({ address: text })}
        known={[...accounts, ...others]}
        strict={pressed}
        problem={doubleProblem(draft.address, others)}
      />
      <TextField
        label="Note"
        value={draft.note}
        onChange={(note) => type({ note })}
        error={problems.note}
        hint="For yourself. It never leaves this computer."
      />
      {remark !== undefined && (
        <Notice level="caution">
          <PlainText text={remark} />
        </Notice>
      )}
      <Problem text={error} />
      <Button look="primary" wide submits busy={busy}>
        Save
      </Button>
    </form>
  )
}

import { Trash2 } from 'lucide-react'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { findLookAlike, isAddress } from '../../domain/index'
import type { UnlockedView } from '../../messages/popup'
import css from '../accounts/accounts.module.css'
import { useChange } from '../accounts/use-change'
import { BareAddress, LookAlikeNote } from '../parts/address'
import { useAnnounce } from '../parts/announcer'
import { Button } from '../parts/button'
import { TextField } from '../parts/field'
import { Notice } from '../parts/notice'
import { PlainText } from '../parts/plain-text'
import { Screen } from '../parts/screen'
import { useKnownAddresses } from '../use-known-addresses'

interface ContactProps {
  readonly view: UnlockedView
  /** Empty for a new entry. */
  readonly address: string
  readonly onDone: () => void
}

export function ContactScreen({ view, address: given, onDone }: ContactProps): ReactNode {
  const form = useId()
  const announce = useAnnounce()
  const before = view.contacts.find(({ address }) => address === given)
  const [address, setAddress] = useState(given)
  const [name, setName] = useState(before?.name ?? '')
  const [note, setNote] = useState(before?.note ?? '')
  const { busy, error, clear, run } = useChange()
  const typing = (set: (text: string) => void) => (text: string) => {
    set(text)
    clear()
  }

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    const saved = await run('saveContact', { address: address.trim().slice(0, 128), name, note })
    if (saved === undefined) return
    announce(`${name} is saved.`)
    onDone()
  }

  async function remove(): Promise<void> {
    if ((await run('removeContact', { address: given })) === undefined) return
    announce(`${before?.name ?? 'The entry'} is removed.`)
    onDone()
  }

  const aboutAddress = error?.code.startsWith('address/') === true
  return (
    <Screen
      title={before === undefined ? 'New address' : <PlainText text={before.name} />}
      over="Address book"
      onBack={onDone}
      footer={
        <Button look="primary" wide submits busy={busy} form={form}>
          Save
        </Button>
      }
    >
      <form id={form} className={css['form']} onSubmit={save} noValidate>
        {before === undefined ? (
          <TextField
            label="Address"
            value={address}
            onChange={typing(setAddress)}
            error={aboutAddress ? error?.message : undefined}
            hint={<AddressHint address={address.trim()} />}
            mono
          />
        ) : (
          <p>
            <BareAddress address={before.address} full />
          </p>
        )}
        <TextField
          label="Name"
          value={name}
          onChange={typing(setName)}
          error={error !== undefined && !aboutAddress ? error.message : undefined}
        />
        <TextField label="Note, for yourself" value={note} onChange={typing(setNote)} />
      </form>
      <p className={css['soft']}>Names and notes are sealed on this computer. Nobody else sees them.</p>
      {before !== undefined && <RemoveButton onRemove={remove} />}
    </Screen>
  )
}

/** What is known of an address while it is typed. */
function AddressHint({ address }: { address: string }): ReactNode {
  const known = useKnownAddresses()
  const same = known.find((one) => one.address === address)
  const twin = findLookAlike(address, known)
  if (same !== undefined) {
    return (
      <Notice level="note">
        You know it already as <PlainText text={same.name} />. Saving changes its name.
      </Notice>
    )
  }
  if (twin !== undefined) return <LookAlikeNote name={twin.name} />
  return isAddress(address) ? 'This is a whole address.' : 'It starts with secret1.'
}

function RemoveButton({ onRemove }: { onRemove: () => void }): ReactNode {
  return (
    <div className={css['actions']}>
      <Button look="text" onClick={onRemove}>
        <Trash2 size={16} strokeWidth={1.8} aria-hidden />
        Remove from the address book
      </Button>
    </div>
  )
}

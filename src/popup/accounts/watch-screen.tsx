import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { findLookAlike } from '../../domain/index'
import { LookAlikeNote } from '../parts/address'
import { Button } from '../parts/button'
import { TextField } from '../parts/field'
import { Notice } from '../parts/notice'
import { Screen } from '../parts/screen'
import { useKnownAddresses } from '../use-known-addresses'
import css from './accounts.module.css'
import { useChange } from './use-change'

interface WatchProps {
  readonly onAdded: (address: string) => void
  readonly onBack: () => void
}

const LONGEST_ADDRESS = 128

export function WatchScreen({ onAdded, onBack }: WatchProps): ReactNode {
  const form = useId()
  const known = useKnownAddresses()
  const [address, setAddress] = useState('')
  const [name, setName] = useState('')
  const { busy, error, clear, run } = useChange()
  const twin = findLookAlike(address.trim(), known)

  async function watch(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    const wanted = address.trim().slice(0, LONGEST_ADDRESS)
    if ((await run('watchAddress', { address: wanted, name })) !== undefined) onAdded(wanted)
  }

  const aboutName = error?.code === 'accounts/name'
  const aboutAddress = error !== undefined && !aboutName
  return (
    <Screen
      title="Watch an address"
      over="Add account"
      onBack={onBack}
      footer={
        <Button look="primary" wide submits busy={busy} form={form}>
          Watch it
        </Button>
      }
    >
      <p>
        Sotto shows what is public of it. Without its key nothing can be signed, and no site is told of it.
      </p>
      <form id={form} className={css['form']} onSubmit={watch} noValidate>
        <TextField
          label="Address"
          value={address}
          onChange={(text) => {
            setAddress(text)
            clear()
          }}
          error={aboutAddress ? error.message : undefined}
          hint={twin && <LookAlikeNote name={twin.name} />}
          mono
        />
        <TextField
          label="Name"
          value={name}
          onChange={(text) => {
            setName(text)
            clear()
          }}
          error={aboutName ? error.message : undefined}
        />
      </form>
      <Notice level="note">Whoever keeps the node that is asked learns that you are interested in it.</Notice>
    </Screen>
  )
}

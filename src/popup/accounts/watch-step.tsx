import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { AddressField, addressProblem } from '../parts/address-field'
import { Button } from '../parts/button'
import { TextField } from '../parts/field'
import { Problem } from '../parts/problem'
import { Screen } from '../parts/screen'
import { usePopup } from '../popup-context'
import { useKnownAddresses } from '../use-known-addresses'
import { useRequest } from '../use-request'
import css from './accounts.module.css'
import type { AddStep } from './add-step'
import { nameProblem } from './name-problem'

/** An address to look at, without a key for it. */
export function WatchStep({ view, onBack, onAdded }: AddStep): ReactNode {
  const { ask } = usePopup()
  const form = useId()
  const known = useKnownAddresses()
  const [draft, setDraft] = useState({ address: '', name: '' })
  const [pressed, setPressed] = useState(false)
  const { error, busy, run, clearError } = useRequest()
  const address = draft.address.trim()
  const own = view.accounts.find((account) => account.address === address)

  function type(part: Partial<typeof draft>): void {
    setDraft({ ...draft, ...part })
    setPressed(false)
    clearError()
  }

  async function watch(event: FormEvent): Promise<void> {
    event.preventDefault()
    setPressed(true)
    if (busy || own || addressProblem(address) !== undefined || nameProblem(draft.name) !== undefined) return
    const reply = await run(ask('watchAddress', { address, name: draft.name.trim() }), 'Address added.')
    if (reply.kind === 'result') onAdded(address)
  }

  return (
    <Screen
      title="Watch an address"
      over="Add account"
      onBack={onBack}
      footer={
        <div className={css['form']}>
          <Problem text={error} />
          <Button look="primary" wide submits busy={busy} form={form}>
            Watch
          </Button>
        </div>
      }
    >
      <p>You see its public balance and can receive to it. Sotto has no key for it and cannot sign.</p>
      <form id={form} className={css['fields']} onSubmit={watch} noValidate>
        <AddressField
          value={draft.address}
          onChange={(text) => type({ address: text })}
          known={known}
          strict={pressed}
          problem={own && `You have this account already. It is called ${own.name}.`}
        />
        <TextField
          label="Name"
          value={draft.name}
          onChange={(name) => type({ name })}
          error={pressed ? nameProblem(draft.name) : undefined}
        />
      </form>
    </Screen>
  )
}

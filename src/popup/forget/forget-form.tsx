import { type FormEvent, type ReactNode, useState } from 'react'
import { FORGET_WORDS } from '../../messages/key-facts'
import { Button } from '../parts/button'
import { TextField } from '../parts/field'
import { usePopup } from '../popup-context'
import css from './forget-form.module.css'

/** The sentence that deletes everything once it is typed. It stays busy after the answer: the next view takes it away. */
export function ForgetForm(): ReactNode {
  const { ask } = usePopup()
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const confirmation = typed.trim().toLowerCase()
  const right = confirmation === FORGET_WORDS

  async function forget(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy || !right) return
    setBusy(true)
    setError(undefined)
    const reply = await ask('forgetWallet', { confirmation })
    if (reply.kind === 'result') return
    setBusy(false)
    setError(reply.error.message)
  }

  return (
    <form className={css['form']} onSubmit={forget} noValidate>
      <TextField label={`To go on, type: ${FORGET_WORDS}`} value={typed} onChange={setTyped} error={error} />
      <Button look="risk" wide submits busy={busy} inert={!right}>
        Delete everything
      </Button>
    </form>
  )
}

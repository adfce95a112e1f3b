import { type FormEvent, type ReactNode, useState } from 'react'
import { FORGET_WORDS } from '../../messages/key-facts'
import { Button } from '../parts/button'
import { TextField } from '../parts/field'
import { Notice } from '../parts/notice'
import { Screen } from '../parts/screen'
import { usePopup } from '../popup-context'
import { useEscape } from '../use-escape'
import css from './forget-wallet-screen.module.css'

/** Deletes a wallet that nobody can open. The safe way out lies where primary buttons lie. */
export function ForgetWalletScreen({ onBack }: { onBack: () => void }): ReactNode {
  useEscape(onBack)
  return (
    <Screen
      title="Forget this wallet"
      onBack={onBack}
      footer={
        <Button look="primary" wide onClick={onBack}>
          Keep this wallet
        </Button>
      }
    >
      <Notice level="danger">
        Without its recovery phrase, its private keys or a backup file, everything in this wallet is lost.
      </Notice>
      <p>
        Sotto deletes for good what it keeps on this computer: recovery phrases, private keys, accounts,
        contacts, viewing keys, passkeys, settings, and what sites were allowed. Nobody can bring it back.
      </p>
      <p>Your coins stay on the network. When this is done, import the phrase or restore the backup file.</p>
      <ForgetForm />
    </Screen>
  )
}

/** Stays busy after the answer: the next view takes it away. */
function ForgetForm(): ReactNode {
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

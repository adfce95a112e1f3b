import { type FormEvent, type ReactNode, useState } from 'react'
import { useCover } from '../backup-phrase/use-cover'
import { Button } from '../parts/button'
import { PasswordField } from '../parts/field'
import { Notice } from '../parts/notice'
import { Problem } from '../parts/problem'
import { usePopup } from '../popup-context'
import css from './accounts.module.css'
import { useCopyKey } from './use-copy-key'
import { useOwnPassword } from './use-own-password'

type Step = { readonly kind: 'closed' | 'asking' } | { readonly kind: 'shown'; readonly privateKey: string }

/** The private key of one account: after a warning and the password, covered unless held, gone when one leaves. */
export function ExportKey({ address }: { address: string }): ReactNode {
  const [step, setStep] = useState<Step>({ kind: 'closed' })
  if (step.kind === 'closed') {
    return (
      <div className={css['ways']}>
        <Button look="text" onClick={() => setStep({ kind: 'asking' })}>
          Export private key
        </Button>
      </div>
    )
  }
  const close = (): void => setStep({ kind: 'closed' })
  if (step.kind === 'shown') return <ShownKey privateKey={step.privateKey} onClose={close} />
  return (
    <AskForKey
      address={address}
      onShown={(privateKey) => setStep({ kind: 'shown', privateKey })}
      onClose={close}
    />
  )
}

interface AskForKeyProps {
  readonly address: string
  readonly onShown: (privateKey: string) => void
  readonly onClose: () => void
}

function AskForKey({ address, onShown, onClose }: AskForKeyProps): ReactNode {
  const { ask } = usePopup()
  const { field, busy, problem, send } = useOwnPassword()

  async function reveal(event: FormEvent): Promise<void> {
    event.preventDefault()
    const reply = await send((password) => ask('revealPrivateKey', { address, password }))
    if (reply?.kind === 'result') onShown(reply.value.privateKey)
  }

  return (
    <form className={css['form']} onSubmit={reveal} noValidate>
      <Notice level="danger">
        Whoever has this key can take everything in this account. Nobody from Sotto will ask for it: no site,
        no helper, no update.
      </Notice>
      <PasswordField kind="current-password" label="Password" {...field} />
      <Problem text={problem} />
      <div className={css['answers']}>
        <Button wide onClick={onClose}>
          Cancel
        </Button>
        <Button wide submits busy={busy}>
          Continue
        </Button>
      </div>
    </form>
  )
}

function ShownKey({ privateKey, onClose }: { privateKey: string; onClose: () => void }): ReactNode {
  const cover = useCover()
  const copy = useCopyKey()
  return (
    <div className={css['form']}>
      <p className={css['key']}>{cover.lifted ? privateKey : 'Covered. Hold the button to see the key.'}</p>
      <div className={css['answers']}>
        <Button wide {...cover.hold}>
          Hold to show
        </Button>
        <Button wide aria-pressed={cover.pinned} onClick={cover.togglePinned}>
          {cover.pinned ? 'Cover' : 'Keep shown'}
        </Button>
      </div>
      <p className={css['soft']}>
        Other programs can read the clipboard. After copying, keep this window open: in 30 seconds Sotto
        empties the clipboard, whatever is in it by then.
      </p>
      <div className={css['answers']}>
        <Button wide onClick={() => copy(privateKey)}>
          Copy key
        </Button>
        <Button wide onClick={onClose}>
          Put it away
        </Button>
      </div>
    </div>
  )
}

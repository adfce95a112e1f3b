import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { PopupError } from '../../messages/popup'
import { type BeginProblem, problemOfError } from '../onboarding/begin-problem'
import { draftProblem, NO_PHRASE } from '../onboarding/secret-draft'
import { SecretFields } from '../onboarding/secret-fields'
import { useAnnounce } from '../parts/announcer'
import { Button } from '../parts/button'
import { Problem } from '../parts/problem'
import { Screen } from '../parts/screen'
import { usePopup } from '../popup-context'
import css from './accounts.module.css'
import type { AddStep } from './add-step'

/** A phrase or key from elsewhere. What was typed stays while it is refused, so that one wrong word can be mended. */
interface AddSecretProps extends AddStep {
  /** A phrase may lead to more accounts than its first one. */
  readonly onPhrase: (secretId: string) => void
}

export function AddSecretStep({ onBack, onAdded, onPhrase }: AddSecretProps): ReactNode {
  const { ask } = usePopup()
  const announce = useAnnounce()
  const form = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [draft, setDraft] = useState(NO_PHRASE)
  const [problem, setProblem] = useState<BeginProblem>()
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    if (problem?.at === 'secret') area.current?.focus()
  }, [problem])

  async function add(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    const text = draftProblem(draft)
    setProblem(text === undefined ? undefined : { at: 'secret', text })
    if (text !== undefined) return
    setBusy(true)
    const reply = await ask('addSecret', { secret: draft, coinType: 529 })
    setBusy(false)
    if (reply.kind === 'error') return setProblem(problemOfSecret(reply.error))
    setDraft(NO_PHRASE)
    announce('Account added.')
    const { secretId, address } = reply.value
    if (draft.kind === 'phrase') onPhrase(secretId)
    else onAdded(address)
  }

  return (
    <Screen
      title="Bring another one"
      over="Add account"
      onBack={onBack}
      footer={
        <div className={css['form']}>
          <Problem text={problem?.at === 'form' ? problem.text : undefined} />
          <Button look="primary" wide submits busy={busy} form={form}>
            Add
          </Button>
        </div>
      }
    >
      <form id={form} className={css['fields']} onSubmit={add} noValidate>
        <SecretFields
          draft={draft}
          onType={(next) => {
            setDraft(next)
            setProblem(undefined)
          }}
          onTick={setDraft}
          problem={problem}
          areaRef={area}
        />
      </form>
    </Screen>
  )
}

/** Here there is nothing to mend but the phrase or the key, so what is known already stands at its field too. */
function problemOfSecret(error: PopupError): BeginProblem {
  const problem = problemOfError(error)
  return error.code.startsWith('accounts/') ? { ...problem, at: 'secret' } : problem
}

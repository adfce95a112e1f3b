import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { type BeginProblem, problemOfError } from '../onboarding/begin-problem'
import { draftProblem, NO_PHRASE } from '../onboarding/secret-draft'
import { SecretFields } from '../onboarding/secret-fields'
import { useFocusProblem } from '../onboarding/use-focus-problem'
import { Button } from '../parts/button'
import { Notice } from '../parts/notice'
import { Screen } from '../parts/screen'
import { usePopup } from '../popup-context'
import type { Go } from '../routes'
import css from './accounts.module.css'

/** Another phrase or key beside those that are here. A phrase leads on to the accounts that it has on chain. */
export function AddSecretScreen({ go, onBack }: { go: Go; onBack: () => void }): ReactNode {
  const { ask } = usePopup()
  const form = useId()
  const [draft, setDraft] = useState(NO_PHRASE)
  const [problem, setProblem] = useState<BeginProblem>()
  const [busy, setBusy] = useState(false)
  const fields = useFocusProblem(problem)

  async function add(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    const text = draftProblem(draft)
    if (text !== undefined) return setProblem({ at: 'secret', text })
    setBusy(true)
    const reply = await ask('addSecret', { secret: draft, coinType: 529 })
    setBusy(false)
    if (reply.kind === 'error') return setProblem(problemOfError(reply.error))
    setDraft(NO_PHRASE)
    const { secretId, address } = reply.value
    go(draft.kind === 'phrase' ? { kind: 'found', secretId } : { kind: 'account', address })
  }

  return (
    <Screen
      title="Import a phrase or key"
      over="Add account"
      onBack={onBack}
      footer={
        <Button look="primary" wide submits busy={busy} form={form}>
          Import
        </Button>
      }
    >
      <form id={form} className={css['form']} onSubmit={add} noValidate>
        <SecretFields
          draft={draft}
          onType={(next) => {
            setDraft(next)
            setProblem(undefined)
          }}
          onTick={setDraft}
          problem={problem}
          areaRef={fields.secret}
        />
      </form>
      {problem !== undefined && problem.at !== 'secret' && (
        <Notice level="error" live>
          {problem.text}
        </Notice>
      )}
    </Screen>
  )
}

import { type FormEvent, type ReactNode, useId, useState } from 'react'
import type { Landing } from '../landing'
import { Button } from '../parts/button'
import { Notice } from '../parts/notice'
import { Screen } from '../parts/screen'
import { usePopup } from '../popup-context'
import type { BeginProblem } from './begin-problem'
import { importWallet } from './begin-wallet'
import { type NewPassword, NewPasswordFields, NO_PASSWORD, newPasswordProblem } from './new-password-fields'
import css from './onboarding.module.css'
import { draftProblem, NO_PHRASE, type SecretDraft } from './secret-draft'
import { SecretFields } from './secret-fields'
import { useBegin } from './use-begin'
import { useFocusProblem } from './use-focus-problem'

interface ImportProps {
  readonly onBack: () => void
  readonly onLanding: (landing: Landing | undefined) => void
}

/** What was typed stays when it is refused, so that one wrong word can be mended; it goes once there is a wallet. */
export function ImportStep({ onBack, onLanding }: ImportProps): ReactNode {
  const { ask } = usePopup()
  const form = useId()
  const [draft, setDraft] = useState(NO_PHRASE)
  const [typed, setTyped] = useState(NO_PASSWORD)
  const { problem, busy, begin, setProblem } = useBegin(onLanding)
  const fields = useFocusProblem(problem)

  async function bring(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    const found = firstProblem(draft, typed)
    if (found !== undefined) return setProblem(found)
    const { password } = typed
    const begun = await begin(() => importWallet(ask, { secret: draft, password }))
    if (!begun) return
    setDraft(NO_PHRASE)
    setTyped(NO_PASSWORD)
  }

  return (
    <Screen
      title="Bring your wallet"
      over="Import"
      onBack={onBack}
      footer={
        <div className={css['footer']}>
          {problem?.at === 'form' && (
            <Notice level="error" live>
              {problem.text}
            </Notice>
          )}
          <Button look="primary" wide submits busy={busy} form={form}>
            Import wallet
          </Button>
        </div>
      }
    >
      <form id={form} className={css['form']} onSubmit={bring} noValidate>
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
        <p className={css['apart']}>
          A password for this computer. What you bring is sealed with it and stays here.
        </p>
        <NewPasswordFields
          typed={typed}
          onType={(next) => {
            setTyped(next)
            setProblem(undefined)
          }}
          problem={problem}
          passwordRef={fields.password}
          confirmRef={fields.confirm}
        />
      </form>
    </Screen>
  )
}

function firstProblem(draft: SecretDraft, typed: NewPassword): BeginProblem | undefined {
  const text = draftProblem(draft)
  return text === undefined ? newPasswordProblem(typed) : { at: 'secret', text }
}

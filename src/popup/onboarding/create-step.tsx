import { type FormEvent, type ReactNode, useId, useState } from 'react'
import type { Landing } from '../landing'
import { Button } from '../parts/button'
import { Notice } from '../parts/notice'
import { Screen } from '../parts/screen'
import { usePopup } from '../popup-context'
import { createWallet } from './begin-wallet'
import { NewPasswordFields, NO_PASSWORD, newPasswordProblem } from './new-password-fields'
import css from './onboarding.module.css'
import { useBegin } from './use-begin'
import { useFocusProblem } from './use-focus-problem'

interface CreateProps {
  readonly onBack: () => void
  readonly onLanding: (landing: Landing | undefined) => void
}

type Words = 12 | 24

const LENGTHS = [
  { words: 12, about: 'Plenty for most' },
  { words: 24, about: 'Longer to write' },
] as const

export function CreateStep({ onBack, onLanding }: CreateProps): ReactNode {
  const { ask } = usePopup()
  const form = useId()
  const [typed, setTyped] = useState(NO_PASSWORD)
  const [words, setWords] = useState<Words>(12)
  const { problem, busy, begin, setProblem } = useBegin(onLanding)
  const fields = useFocusProblem(problem)

  async function create(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    const found = newPasswordProblem(typed)
    if (found !== undefined) return setProblem(found)
    const { password } = typed
    if (await begin(() => createWallet(ask, { words, password }))) setTyped(NO_PASSWORD)
  }

  return (
    <Screen
      title="Choose a password"
      over="New wallet"
      onBack={onBack}
      footer={
        <div className={css['footer']}>
          {problem?.at === 'form' && (
            <Notice level="error" live>
              {problem.text}
            </Notice>
          )}
          <Button look="primary" wide submits busy={busy} form={form}>
            Create wallet
          </Button>
        </div>
      }
    >
      <p>
        It unlocks Sotto on this computer. Nobody can reset it: if you forget it, the recovery phrase, which
        you write down next, brings the wallet back.
      </p>
      <form id={form} className={css['form']} onSubmit={create} noValidate>
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
        <LengthChoice words={words} onChoose={setWords} />
      </form>
    </Screen>
  )
}

function LengthChoice({ words, onChoose }: { words: Words; onChoose: (words: Words) => void }): ReactNode {
  const name = useId()
  return (
    <fieldset className={css['choice']}>
      <legend>Length of the recovery phrase</legend>
      <div className={css['options']}>
        {LENGTHS.map((length) => (
          <label key={length.words} className={css['option']}>
            <input
              type="radio"
              name={name}
              checked={words === length.words}
              onChange={() => onChoose(length.words)}
            />
            <span>
              <strong>{length.words} words</strong>
              <span className={css['soft']}>{length.about}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { Button } from '../parts/button'
import { SecretArea } from '../parts/field'
import { Screen } from '../parts/screen'
import { usePopup } from '../popup-context'
import { countWords } from './count-words'
import css from './onboarding.module.css'

/** More than any phrase of 24 words in a numbered list; the background takes no more. */
const LONGEST_PHRASE = 2000

interface ImportProps {
  readonly onBack: (() => void) | undefined
  readonly onRead: (phrase: string) => void
}

export function ImportStep({ onBack, onRead }: ImportProps): ReactNode {
  const { ask } = usePopup()
  const form = useId()
  const [phrase, setPhrase] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const count = countWords(phrase)

  async function check(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    const problem = lengthProblem(phrase, count)
    if (problem !== undefined) return setError(problem)
    setBusy(true)
    const reply = await ask('checkPhrase', { phrase })
    setBusy(false)
    if (reply.kind === 'error') return setError(reply.error.message)
    onRead(phrase)
  }

  return (
    <Screen
      title="Bring your wallet"
      over="Import, step 1 of 2"
      onBack={onBack}
      footer={
        <Button look="primary" wide submits busy={busy} form={form}>
          Continue
        </Button>
      }
    >
      <p>
        Type or paste the words of your phrase, in order. They stay on this computer, sealed with your
        password.
      </p>
      <form id={form} className={css['form']} onSubmit={check} noValidate>
        <SecretArea
          label="Recovery phrase"
          rows={5}
          value={phrase}
          onChange={(text) => {
            setPhrase(text)
            setError(undefined)
          }}
          error={error}
          hint={<span className={css['count']}>{countText(count)}</span>}
        />
      </form>
    </Screen>
  )
}

function lengthProblem(phrase: string, count: number): string | undefined {
  if (count === 0) return 'Enter your recovery phrase.'
  return phrase.length > LONGEST_PHRASE ? 'This is far too long to be a recovery phrase.' : undefined
}

function countText(count: number): string {
  if (count === 0) return '12, 15, 18, 21 or 24 words'
  return count === 1 ? '1 word so far' : `${count} words so far`
}

import { type ReactNode, useId, useState } from 'react'
import { Button } from '../parts/button'
import { Notice } from '../parts/notice'
import { Screen } from '../parts/screen'
import { usePopup } from '../popup-context'
import css from './onboarding.module.css'

interface LengthProps {
  readonly onBack: (() => void) | undefined
  readonly onDraft: (phrase: string) => void
}

const LENGTHS = [
  { words: 12, about: 'Plenty for nearly everyone, quicker to write down' },
  { words: 24, about: 'Longer, for those who prefer it' },
] as const

export function LengthStep({ onBack, onDraft }: LengthProps): ReactNode {
  const { ask } = usePopup()
  const name = useId()
  const [words, setWords] = useState<12 | 24>(12)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()

  async function draft(): Promise<void> {
    setBusy(true)
    const reply = await ask('draftPhrase', { words })
    setBusy(false)
    if (reply.kind === 'error') return setError(reply.error.message)
    onDraft(reply.value.phrase)
  }

  return (
    <Screen
      title="Your recovery phrase"
      over="New wallet, step 1 of 4"
      onBack={onBack}
      footer={
        <Button look="primary" wide busy={busy} onClick={draft}>
          Continue
        </Button>
      }
    >
      <p>
        A few ordinary words are the only key to your wallet. Next you see them, once. Take pen and paper, and
        make sure nobody looks over your shoulder.
      </p>
      <fieldset className={css['lengths']}>
        <legend>How many words?</legend>
        {LENGTHS.map((length) => (
          <label key={length.words} className={css['length']}>
            <input
              type="radio"
              name={name}
              checked={words === length.words}
              onChange={() => setWords(length.words)}
            />
            <span>
              <strong>{length.words} words</strong>
              <span className={css['soft']}>{length.about}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {error !== undefined && (
        <Notice level="error" live>
          {error}
        </Notice>
      )}
    </Screen>
  )
}

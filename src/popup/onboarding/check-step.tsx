import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react'
import { Button } from '../parts/button'
import { TextField } from '../parts/field'
import { Screen } from '../parts/screen'
import { usePopup } from '../popup-context'
import css from './onboarding.module.css'
import { isWord, placesToAsk } from './word-check'

interface CheckProps {
  readonly phrase: string
  readonly onBack: (() => void) | undefined
  readonly onPassed: () => void
}

/** Asks for three words, so that a slip of the pen is found while it can still be mended. */
export function CheckStep({ phrase, onBack, onPassed }: CheckProps): ReactNode {
  const { platform } = usePopup()
  const words = phrase.split(' ')
  const form = useId()
  const [places] = useState(() => placesToAsk(words.length, platform.now()))
  const [answers, setAnswers] = useState<ReadonlyMap<number, string>>(new Map())
  const [wrong, setWrong] = useState<ReadonlySet<number>>(new Set())
  const fields = useRef(new Map<number, HTMLInputElement | null>())

  function check(event: FormEvent): void {
    event.preventDefault()
    const bad = places.filter((place) => !isWord(answers.get(place) ?? '', words[place - 1]))
    const [first] = bad
    setWrong(new Set(bad))
    if (first === undefined) onPassed()
    else fields.current.get(first)?.focus()
  }

  function answer(place: number, text: string): void {
    setAnswers(new Map(answers).set(place, text))
    setWrong(new Set([...wrong].filter((one) => one !== place)))
  }

  return (
    <Screen
      title="Three words, to be sure"
      over="New wallet, step 3 of 4"
      onBack={onBack}
      footer={
        <Button look="primary" wide submits form={form}>
          Continue
        </Button>
      }
    >
      <p>Look at your paper and fill in the words at these places.</p>
      <form id={form} className={css['form']} onSubmit={check} noValidate>
        {places.map((place) => (
          <TextField
            key={place}
            label={`Word ${place}`}
            value={answers.get(place) ?? ''}
            onChange={(text) => answer(place, text)}
            error={wrong.has(place) ? `This is not word ${place} of your phrase.` : undefined}
            inputRef={(element) => {
              fields.current.set(place, element)
            }}
            mono
          />
        ))}
      </form>
    </Screen>
  )
}

import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react'
import { Button } from '../parts/button'
import { TextField } from '../parts/field'
import { Notice } from '../parts/notice'
import { Screen } from '../parts/screen'
import { usePopup } from '../popup-context'
import css from './backup-phrase.module.css'
import { placesToAsk } from './places-to-ask'
import type { StepFrame } from './step-frame'

interface WordCheckProps extends StepFrame {
  readonly secretId: string
  /** How many words the phrase has. */
  readonly count: number
  readonly onChecked: () => void
}

/** Asks for three words, so that a slip of the pen is found while it can still be mended. */
export function WordCheckStep({ secretId, count, onChecked, ...frame }: WordCheckProps): ReactNode {
  const form = useId()
  const { places, answers, problems, error, busy, answer, check } = useWordCheck(secretId, count, onChecked)
  const fields = useRef(new Map<number, HTMLInputElement | null>())

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    const first = await check()
    if (first !== undefined) fields.current.get(first)?.focus()
  }

  return (
    <Screen
      title="Three words, to be sure"
      over={frame.over}
      onBack={frame.onBack}
      footer={
        <div className={css['footer']}>
          <Button look="primary" wide submits busy={busy} form={form}>
            Check
          </Button>
          <Button look="text" wide onClick={frame.onLeave}>
            {frame.leave}
          </Button>
        </div>
      }
    >
      <p>Look at your paper and fill in the words at these places.</p>
      <form id={form} className={css['form']} onSubmit={submit} noValidate>
        {places.map((place) => (
          <TextField
            key={place}
            label={`Word ${place}`}
            value={answers.get(place) ?? ''}
            onChange={(text) => answer(place, text)}
            error={problems.get(place)}
            inputRef={(element) => {
              fields.current.set(place, element)
            }}
            mono
          />
        ))}
      </form>
      {error !== undefined && (
        <Notice level="error" live>
          {error}
        </Notice>
      )}
    </Screen>
  )
}

interface WordCheck {
  readonly places: readonly number[]
  readonly answers: ReadonlyMap<number, string>
  /** What is wrong, by place. */
  readonly problems: ReadonlyMap<number, string>
  readonly error: string | undefined
  readonly busy: boolean
  readonly answer: (place: number, text: string) => void
  /** Gives the first place with a problem. */
  readonly check: () => Promise<number | undefined>
}

function useWordCheck(secretId: string, count: number, onChecked: () => void): WordCheck {
  const { platform, ask } = usePopup()
  const [places] = useState(() => placesToAsk(count, platform.now()))
  const [answers, setAnswers] = useState<ReadonlyMap<number, string>>(new Map())
  const [problems, setProblems] = useState<ReadonlyMap<number, string>>(new Map())
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)

  function refuse(wrong: readonly number[], textOf: (place: number) => string): number | undefined {
    setProblems(new Map(wrong.map((place) => [place, textOf(place)])))
    return wrong[0]
  }

  async function check(): Promise<number | undefined> {
    if (busy) return undefined
    setError(undefined)
    const words = places.map((place) => ({ place, word: (answers.get(place) ?? '').trim().slice(0, 100) }))
    const missing = words.filter(({ word }) => word === '').map(({ place }) => place)
    if (missing.length > 0) return refuse(missing, (place) => `Fill in word ${place}.`)
    setBusy(true)
    const reply = await ask('confirmBackup', { secretId, words })
    setBusy(false)
    if (reply.kind === 'error') {
      setError(reply.error.message)
      return undefined
    }
    const { wrongPlaces } = reply.value
    if (wrongPlaces.length > 0) {
      return refuse(wrongPlaces, (place) => `This is not word ${place} of the phrase. Check your paper.`)
    }
    setAnswers(new Map())
    onChecked()
    return undefined
  }

  function answer(place: number, text: string): void {
    setAnswers(new Map(answers).set(place, text))
    setProblems(new Map([...problems].filter(([one]) => one !== place)))
  }

  return { places, answers, problems, error, busy, answer, check }
}

import { type ReactNode, useState } from 'react'
import { useAnnounce } from '../parts/announcer'
import { Notice } from '../parts/notice'
import { Section } from '../parts/section'
import { usePopup } from '../popup-context'
import css from './settings.module.css'

const MINUTES = [1, 5, 15, 30, 60, 240]

export function AutoLockPart({ minutes }: { minutes: number }): ReactNode {
  const { ask } = usePopup()
  const announce = useAnnounce()
  const [error, setError] = useState<string>()
  const choices = [...new Set([...MINUTES, minutes])].sort((a, b) => a - b)

  async function choose(next: number): Promise<void> {
    setError(undefined)
    const reply = await ask('setAutoLock', { minutes: next })
    if (reply.kind === 'error') setError(reply.error.message)
    else announce(`Locks by itself after ${durationText(next)}.`)
  }

  return (
    <Section title="Locking">
      <label className={css['line']}>
        <span>Lock by itself after</span>
        <select
          className={css['select']}
          value={minutes}
          onChange={(event) => choose(Number(event.target.value))}
        >
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {durationText(choice)}
            </option>
          ))}
        </select>
      </label>
      <p className={css['soft']}>Also when this computer is locked, and when the browser closes.</p>
      {error !== undefined && (
        <Notice level="error" live>
          {error}
        </Notice>
      )}
    </Section>
  )
}

function durationText(minutes: number): string {
  if (minutes % 60 !== 0) return minutes === 1 ? '1 minute' : `${minutes} minutes`
  return minutes === 60 ? '1 hour' : `${minutes / 60} hours`
}

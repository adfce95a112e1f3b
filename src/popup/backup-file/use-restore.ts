import { useState } from 'react'
import type { RestoredView } from '../../messages/popup'
import { usePopup } from '../popup-context'
import { isAboutPassword, ownPasswordProblem } from '../settings/own-password'
import { readBackup } from './read-backup'

interface Problem {
  readonly at: 'file' | 'password'
  readonly text: string
}

/** `asked`: whether the background was given the password. */
type Outcome =
  | { readonly kind: 'refused'; readonly at: Problem['at']; readonly asked: boolean }
  | { readonly kind: 'restored'; readonly restored: RestoredView; readonly asked: true }

interface Restore {
  readonly problem: Problem | undefined
  readonly busy: boolean
  readonly restore: (file: File | undefined, password: string) => Promise<Outcome>
  readonly clearProblem: () => void
}

export function useRestore(): Restore {
  const { ask } = usePopup()
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)

  function refuse(found: Problem, asked: boolean): Outcome {
    setBusy(false)
    setProblem(found)
    return { kind: 'refused', at: found.at, asked }
  }

  async function restore(file: File | undefined, password: string): Promise<Outcome> {
    if (file === undefined) return refuse({ at: 'file', text: 'Choose a backup file first.' }, false)
    const missing = ownPasswordProblem(password)
    if (missing !== undefined) return refuse({ at: 'password', text: missing }, false)
    setProblem(undefined)
    setBusy(true)
    const read = await readBackup(file)
    if (read.kind === 'unread') return refuse({ at: 'file', text: read.message }, false)
    const reply = await ask('restoreBackup', { text: read.text, password })
    if (reply.kind === 'error') {
      const { error } = reply
      return refuse({ at: isAboutPassword(error) ? 'password' : 'file', text: error.message }, true)
    }
    setBusy(false)
    return { kind: 'restored', restored: reply.value, asked: true }
  }

  return { problem, busy, restore, clearProblem: () => setProblem(undefined) }
}

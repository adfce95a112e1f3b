import { useState } from 'react'
import { usePopup } from '../popup-context'
import { isAboutPassword, ownPasswordProblem } from '../settings/own-password'

interface Problem {
  readonly at: 'password' | 'wallet'
  readonly text: string
}

/** `asked`: whether the background was given the password. */
interface Outcome {
  readonly asked: boolean
  /** Absent when nothing was saved. */
  readonly fileName?: string
}

interface SaveBackup {
  readonly problem: Problem | undefined
  readonly busy: boolean
  readonly save: (password: string, keys: boolean) => Promise<Outcome>
  readonly clearProblem: () => void
}

export function useSaveBackup(): SaveBackup {
  const { ask, platform } = usePopup()
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)

  async function save(password: string, keys: boolean): Promise<Outcome> {
    const missing = ownPasswordProblem(password)
    setProblem(missing === undefined ? undefined : { at: 'password', text: missing })
    if (missing !== undefined) return { asked: false }
    setBusy(true)
    const reply = await ask('makeBackup', { password, keys })
    setBusy(false)
    if (reply.kind === 'error') {
      const { error } = reply
      setProblem({ at: isAboutPassword(error) ? 'password' : 'wallet', text: error.message })
      return { asked: true }
    }
    platform.saveFile(reply.value)
    return { asked: true, fileName: reply.value.fileName }
  }

  return { problem, busy, save, clearProblem: () => setProblem(undefined) }
}

import { type RefObject, useRef, useState } from 'react'
import type { PopupMethod, PopupReply } from '../../messages/popup'
import { isAboutPassword, ownPasswordProblem } from '../settings/own-password'

interface OwnPassword {
  /** For the password field. */
  readonly field: {
    readonly value: string
    readonly onChange: (value: string) => void
    readonly error: string | undefined
    readonly inputRef: RefObject<HTMLInputElement | null>
  }
  readonly busy: boolean
  /** What went wrong and was not about the password. */
  readonly problem: string | undefined
  /** Sends one request with the password and forgets it; undefined when nothing was sent. */
  readonly send: <M extends PopupMethod>(
    request: (password: string) => Promise<PopupReply<M>>,
  ) => Promise<PopupReply<M> | undefined>
}

/** The wallet's own password for one request: its field is empty again as soon as the answer is there. */
export function useOwnPassword(): OwnPassword {
  const [password, setPassword] = useState('')
  const [error, setError] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const inputRef = useRef<HTMLInputElement>(null)

  async function send<M extends PopupMethod>(
    request: (password: string) => Promise<PopupReply<M>>,
  ): Promise<PopupReply<M> | undefined> {
    if (busy) return undefined
    const missing = ownPasswordProblem(password)
    setError(missing)
    setProblem(undefined)
    if (missing !== undefined) {
      inputRef.current?.focus()
      return undefined
    }
    setBusy(true)
    const reply = await request(password)
    setBusy(false)
    setPassword('')
    if (reply.kind === 'error') {
      const show = isAboutPassword(reply.error) ? setError : setProblem
      show(reply.error.message)
      inputRef.current?.focus()
    }
    return reply
  }

  function onChange(value: string): void {
    setPassword(value)
    setError(undefined)
  }

  return { field: { value: password, onChange, error, inputRef }, busy, problem, send }
}

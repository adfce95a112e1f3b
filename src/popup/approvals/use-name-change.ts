import { useRef, useState } from 'react'
import type { ApprovalView } from '../../messages/popup'
import { nameProblem } from '../accounts/name-problem'
import { usePopup } from '../popup-context'

/** The name that the person writes in place of the site's. */
export interface NameChange {
  readonly typed: string
  /** What is wrong with it. */
  readonly problem: string | undefined
  /** True when what is typed is what approving would do. */
  readonly ready: boolean
  /** How often it was changed. */
  readonly count: number
  readonly type: (name: string) => void
}

/** Every change is noted with the question, one after the other, because approving names nothing but the question. */
export function useNameChange({ id, body }: ApprovalView): NameChange {
  const { ask } = usePopup()
  const [typed, setTyped] = useState(body.kind === 'rename' ? body.name : '')
  const [problem, setProblem] = useState<string>()
  const [pending, setPending] = useState(0)
  const [count, setCount] = useState(0)
  const latest = useRef(typed)
  const noting = useRef<Promise<void>>(Promise.resolve())

  async function note(name: string): Promise<void> {
    const reply = await ask('chooseName', { id, name })
    setPending((before) => before - 1)
    if (reply.kind === 'error' && latest.current === name) setProblem(reply.error.message)
  }

  function type(name: string): void {
    latest.current = name
    setTyped(name)
    setCount((before) => before + 1)
    const found = nameProblem(name)
    setProblem(found)
    if (found !== undefined) return
    setPending((before) => before + 1)
    noting.current = noting.current.then(() => note(name))
  }

  return { typed, problem, ready: pending === 0 && problem === undefined, count, type }
}

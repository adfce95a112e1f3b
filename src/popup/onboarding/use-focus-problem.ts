import { type RefObject, useEffect, useRef } from 'react'
import type { BeginProblem } from './begin-problem'

interface ProblemFields {
  readonly secret: RefObject<HTMLTextAreaElement | null>
  readonly password: RefObject<HTMLInputElement | null>
  readonly confirm: RefObject<HTMLInputElement | null>
}

/** The fields of a step that begins a wallet; the one with the problem takes the focus. */
export function useFocusProblem(problem: BeginProblem | undefined): ProblemFields {
  const secret = useRef<HTMLTextAreaElement>(null)
  const password = useRef<HTMLInputElement>(null)
  const confirm = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (problem === undefined || problem.at === 'form') return
    const fields = { secret, password, confirm }
    fields[problem.at].current?.focus()
  }, [problem])
  return { secret, password, confirm }
}

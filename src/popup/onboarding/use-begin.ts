import { useState } from 'react'
import type { Landing } from '../landing'
import { type BeginProblem, problemOfError } from './begin-problem'
import type { Begun } from './begin-wallet'

interface Begin {
  readonly problem: BeginProblem | undefined
  readonly busy: boolean
  /** True once there is a wallet. */
  readonly begin: (start: () => Promise<Begun>) => Promise<boolean>
  readonly setProblem: (problem: BeginProblem | undefined) => void
}

/** Begins a wallet once, and says where one lands in it. */
export function useBegin(onLanding: (landing: Landing | undefined) => void): Begin {
  const [problem, setProblem] = useState<BeginProblem>()
  const [busy, setBusy] = useState(false)

  async function begin(start: () => Promise<Begun>): Promise<boolean> {
    setProblem(undefined)
    setBusy(true)
    onLanding({ kind: 'beginning' })
    const begun = await start()
    if (begun.kind === 'refused') {
      setBusy(false)
      setProblem(problemOfError(begun.error))
      onLanding(undefined)
      return false
    }
    // Busy until the first view of the wallet takes the step away.
    onLanding(begun.landing)
    return true
  }

  return { problem, busy, begin, setProblem }
}

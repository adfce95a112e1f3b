import { useRef, useState } from 'react'
import type { PasskeyRequestView } from '../../messages/popup'
import type { PasskeyCreation, Passkeys } from '../passkeys-port'
import { usePopup } from '../popup-context'
import { isAboutPassword, ownPasswordProblem } from './own-password'

const LONGEST_NAME = 64

export interface AddProblem {
  readonly at: 'name' | 'password' | 'browser' | 'wallet'
  readonly text: string
}

export interface NewPasskey {
  readonly name: string
  readonly password: string
}

/** `unasked`: what was typed needs a change, and nobody was asked yet. */
type Outcome = 'added' | 'refused' | 'unasked'

interface AddPasskey {
  readonly problem: AddProblem | undefined
  readonly busy: boolean
  readonly add: (wanted: NewPasskey) => Promise<Outcome>
  readonly clearProblem: () => void
}

export function useAddPasskey(): AddPasskey {
  const { platform, ask } = usePopup()
  const [problem, setProblem] = useState<AddProblem>()
  const [busy, setBusy] = useState(false)
  const made = useRef<PasskeyRequestView>(undefined)

  async function request({ name, password }: NewPasskey): Promise<AddProblem | undefined> {
    const passkey = await makeOrAskAgain(platform.passkeys, name, made.current)
    if (passkey.kind === 'cancelled') return { at: 'browser', text: CANCELLED }
    if (passkey.kind === 'failed') return { at: 'browser', text: passkey.message }
    const { kind: _, ...parts } = passkey
    made.current = { credentialId: parts.credentialId, salt: parts.salt }
    const reply = await ask('addPasskey', { password, name, ...parts })
    if (reply.kind === 'result') return undefined
    return { at: isAboutPassword(reply.error) ? 'password' : 'wallet', text: reply.error.message }
  }

  async function add(typed: NewPasskey): Promise<Outcome> {
    if (busy) return 'unasked'
    const wanted = { ...typed, name: typed.name.trim() }
    const unfit = typedProblem(wanted)
    setProblem(unfit)
    if (unfit !== undefined) return 'unasked'
    setBusy(true)
    const refusal = await request(wanted)
    setBusy(false)
    setProblem(refusal)
    return refusal === undefined ? 'added' : 'refused'
  }

  return { problem, busy, add, clearProblem: () => setProblem(undefined) }
}

/** After a wrong password the passkey is there already: it is asked again instead of making a second one. */
async function makeOrAskAgain(
  passkeys: Passkeys,
  name: string,
  made: PasskeyRequestView | undefined,
): Promise<PasskeyCreation> {
  if (made === undefined) return await passkeys.create({ name })
  const answer = await passkeys.get([made])
  return answer.kind === 'output' ? { kind: 'created', ...made, output: answer.output } : answer
}

function typedProblem({ name, password }: NewPasskey): AddProblem | undefined {
  if (name === '') return { at: 'name', text: 'Give it a name.' }
  if (name.length > LONGEST_NAME) return { at: 'name', text: `Use at most ${LONGEST_NAME} letters.` }
  const missing = ownPasswordProblem(password)
  return missing === undefined ? undefined : { at: 'password', text: missing }
}

const CANCELLED = 'No passkey was added: the browser’s dialog was closed. Continue when you are ready.'

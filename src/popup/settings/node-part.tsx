import { type FormEvent, type ReactNode, useState } from 'react'
import type { NetworkChoice } from '../../messages/popup'
import { useAnnounce } from '../parts/announcer'
import { Button } from '../parts/button'
import { TextField } from '../parts/field'
import { PlainText } from '../parts/plain-text'
import { Section } from '../parts/section'
import { usePopup } from '../popup-context'
import css from './settings.module.css'

const LONGEST_ADDRESS = 500

export function NodePart({ network }: { network: NetworkChoice }): ReactNode {
  const [address, setAddress] = useState('')
  const { error, busy, save, clearError } = useEndpoints(network.chainId)

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    const saved = await save([address.trim()], 'Your own node is in use.')
    if (saved) setAddress('')
  }

  return (
    <Section title={network.custom ? 'Your own node' : 'Nodes'}>
      <ul className={css['nodes']}>
        {network.endpoints.map((endpoint) => (
          <li key={endpoint}>
            <PlainText text={endpoint} />
          </li>
        ))}
      </ul>
      {network.custom && (
        <div className={css['back']}>
          <Button look="text" onClick={() => save([], 'The built-in nodes are in use.')}>
            Use the built-in nodes again
          </Button>
        </div>
      )}
      <form className={css['form']} onSubmit={submit} noValidate>
        <TextField
          label="Own node address"
          value={address}
          onChange={(value) => {
            setAddress(value)
            clearError()
          }}
          error={error}
          hint="The address of its LCD (REST), such as https://node.example or http://localhost:1317"
          mono
        />
        <Button wide submits busy={busy}>
          Use this node
        </Button>
      </form>
    </Section>
  )
}

interface Endpoints {
  readonly error: string | undefined
  readonly busy: boolean
  /** True when the background took them. */
  readonly save: (endpoints: readonly string[], done: string) => Promise<boolean>
  readonly clearError: () => void
}

function useEndpoints(chainId: string): Endpoints {
  const { ask } = usePopup()
  const announce = useAnnounce()
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)

  async function save(endpoints: readonly string[], done: string): Promise<boolean> {
    const problem = endpoints.map(addressProblem).find((one) => one !== undefined)
    if (problem !== undefined) {
      setError(problem)
      return false
    }
    setBusy(true)
    setError(undefined)
    const reply = await ask('setEndpoints', { chainId, endpoints: [...endpoints] })
    setBusy(false)
    if (reply.kind === 'error') setError(reply.error.message)
    else announce(done)
    return reply.kind === 'result'
  }

  return { error, busy, save, clearError: () => setError(undefined) }
}

function addressProblem(address: string): string | undefined {
  if (address === '') return 'Enter the address of a node.'
  return address.length > LONGEST_ADDRESS ? 'This is too long to be the address of a node.' : undefined
}

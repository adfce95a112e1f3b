import { type ReactNode, useState } from 'react'
import type { NetworkChoice } from '../../messages/popup'
import { useAnnounce } from '../parts/announcer'
import { Button } from '../parts/button'
import { Notice } from '../parts/notice'
import { PlainText } from '../parts/plain-text'
import { Section } from '../parts/section'
import { usePopup } from '../popup-context'
import css from './settings.module.css'

/** The networks that sites suggested; the built-in ones stay. */
export function NetworkRemoval({ networks }: { networks: readonly NetworkChoice[] }): ReactNode {
  const { ask } = usePopup()
  const announce = useAnnounce()
  const [error, setError] = useState<string>()
  const added = networks.filter((network) => network.added)
  if (added.length === 0) return null

  async function remove(chainId: string): Promise<void> {
    setError(undefined)
    const reply = await ask('removeNetwork', { chainId })
    if (reply.kind === 'error') setError(reply.error.message)
    else announce('The network was removed.')
  }

  return (
    <Section title="Suggested by sites">
      <p>Removing a network forgets its node and disconnects sites there. Your accounts stay as they are.</p>
      <ul className={css['nodes']}>
        {added.map(({ chainId, name }) => (
          <li key={chainId}>
            <PlainText text={name} />{' '}
            <span className={css['id']}>
              <PlainText text={chainId} />
            </span>
            <div className={css['back']}>
              <Button look="text" onClick={() => remove(chainId)}>
                Remove <PlainText text={chainId} />
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {error !== undefined && (
        <Notice level="error" live>
          {error}
        </Notice>
      )}
    </Section>
  )
}

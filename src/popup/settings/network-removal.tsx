import type { ReactNode } from 'react'
import type { NetworkChoice } from '../../messages/popup'
import { Button } from '../parts/button'
import { PlainText } from '../parts/plain-text'
import { Problem } from '../parts/problem'
import { Section } from '../parts/section'
import { usePopup } from '../popup-context'
import { useRequest } from '../use-request'
import css from './settings.module.css'

/** The networks that sites suggested; the built-in ones stay. */
export function NetworkRemoval({ networks }: { networks: readonly NetworkChoice[] }): ReactNode {
  const { ask } = usePopup()
  const { error, busy, run } = useRequest()
  const added = networks.filter((network) => network.added)
  if (added.length === 0) return null

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
              <Button
                look="text"
                busy={busy}
                onClick={() => run(ask('removeNetwork', { chainId }), 'The network was removed.')}
              >
                Remove <PlainText text={chainId} />
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <Problem text={error} />
    </Section>
  )
}

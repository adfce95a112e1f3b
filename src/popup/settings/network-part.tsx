import { type ReactNode, useId, useState } from 'react'
import type { NetworkChoice } from '../../messages/popup'
import { Notice } from '../parts/notice'
import { PlainText } from '../parts/plain-text'
import { Section } from '../parts/section'
import { usePopup } from '../popup-context'
import css from './settings.module.css'

interface NetworkPartProps {
  readonly networks: readonly NetworkChoice[]
  readonly current: string
}

export function NetworkPart({ networks, current }: NetworkPartProps): ReactNode {
  const { ask } = usePopup()
  const name = useId()
  const [error, setError] = useState<string>()

  async function choose(chainId: string): Promise<void> {
    setError(undefined)
    const reply = await ask('chooseNetwork', { chainId })
    if (reply.kind === 'error') setError(reply.error.message)
  }

  return (
    <Section title="Network">
      <fieldset className={css['choices']}>
        <legend className={css['spoken']}>Network</legend>
        {networks.map((network) => (
          <label key={network.chainId} className={css['choice']}>
            <input
              type="radio"
              name={name}
              value={network.chainId}
              checked={network.chainId === current}
              onChange={() => choose(network.chainId)}
            />
            <span className={css['choiceText']}>
              <PlainText text={network.name} />
              <span className={css['id']}>
                <PlainText text={network.chainId} />
                {network.testnet && ', test network'}
                {network.custom && ', own node'}
                {network.added && ', suggested by a site'}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      {error !== undefined && (
        <Notice level="error" live>
          {error}
        </Notice>
      )}
    </Section>
  )
}

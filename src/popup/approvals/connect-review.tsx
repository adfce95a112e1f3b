import { Check, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ApprovalBody, BasicCapability } from '../../messages/popup'
import { PlainText } from '../parts/plain-text'
import { Section } from '../parts/section'
import css from './connect-review.module.css'

interface ConnectReviewProps {
  readonly body: Extract<ApprovalBody, { kind: 'connect' }>
}

const MEANING: Record<BasicCapability, string> = {
  'see-address': 'see your account’s name and address, and with them your public balance and history',
  'request-signatures': 'ask you to sign; each time you decide here',
  decrypt: 'encrypt its own messages with this account, and read the answers to them',
}

/** True when the site only asks for something again that the person took back. */
export function isConnectedAlready({
  capabilities,
}: Pick<ConnectReviewProps['body'], 'capabilities'>): boolean {
  return !capabilities.includes('see-address')
}

export function ConnectReview({ body: { chains, capabilities } }: ConnectReviewProps): ReactNode {
  const again = isConnectedAlready({ capabilities })
  return (
    <>
      {again && <p>This site is connected. You took the following back, and it asks for it again.</p>}
      <Section title={again ? 'If you allow it, this site can' : 'If you connect, this site can'}>
        <ul className={css['list']}>
          {capabilities.map((capability) => (
            <Line key={capability} can>
              {MEANING[capability]}
            </Line>
          ))}
        </ul>
      </Section>
      <Section title="It cannot">
        <ul className={css['list']}>
          <Line>move anything without your approval</Line>
          <Line>see private balances, or messages of others, without asking you</Line>
        </ul>
      </Section>
      <Section title={chains.length === 1 ? 'On this network' : 'On these networks'}>
        <ul className={css['list']}>
          {chains.map(({ chainId, name }) => (
            <li key={chainId}>
              <PlainText text={name} />{' '}
              <span className={css['id']}>
                <PlainText text={chainId} />
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

function Line({ can = false, children }: { can?: boolean; children: ReactNode }): ReactNode {
  return (
    <li className={css['line']}>
      {can ? (
        <Check size={16} strokeWidth={1.8} aria-hidden />
      ) : (
        <X className={css['no']} size={16} strokeWidth={1.8} aria-hidden />
      )}
      <span>{children}</span>
    </li>
  )
}

import { Check, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { PlainText } from '../parts/plain-text'
import { Section } from '../parts/section'
import css from './connect-review.module.css'

interface ConnectReviewProps {
  readonly chains: readonly { readonly chainId: string; readonly name: string }[]
}

export function ConnectReview({ chains }: ConnectReviewProps): ReactNode {
  return (
    <>
      <Section title="If you connect, this site can">
        <ul className={css['list']}>
          <Line can>see your account’s name and address, and with them your public balance and history</Line>
          <Line can>ask you to sign; each time you decide here</Line>
        </ul>
      </Section>
      <Section title="It cannot">
        <ul className={css['list']}>
          <Line>move anything without your approval</Line>
          <Line>see private balances or messages</Line>
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

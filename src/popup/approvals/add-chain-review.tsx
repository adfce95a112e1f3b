import type { ReactNode } from 'react'
import type { AddChainReview } from '../../messages/popup'
import { Facts } from '../parts/facts'
import { PlainText } from '../parts/plain-text'
import { Section } from '../parts/section'
import { VisibilityList } from '../parts/visibility-list'
import css from './add-chain-review.module.css'
import { WarningList } from './warning-list'

export function AddChainReviewPart({ body }: { body: AddChainReview }): ReactNode {
  const { chainId, name, endpoint, symbol, denom, decimals, warnings } = body
  return (
    <>
      <WarningList warnings={warnings} />
      <Facts
        rows={[
          { label: 'Name, chosen by the site', value: <PlainText text={name} />, below: true },
          { label: 'Network id', value: <Exact text={chainId} />, below: true },
          { label: 'Its node', value: <Exact text={endpoint} />, below: true },
          {
            label: 'Its coin',
            value: (
              <>
                <PlainText text={symbol} />, {decimals} decimals, <Exact text={denom} />
              </>
            ),
            below: true,
          },
        ]}
      />
      <Section title="If you approve">
        <VisibilityList
          items={[
            {
              who: 'public',
              name: 'Its node',
              text: 'Sees your address and your requests whenever you use this network, and could answer falsely.',
            },
            {
              who: 'recipient',
              name: 'This site',
              text: 'Is connected to your account there. You still decide about each signature.',
            },
          ]}
        />
      </Section>
      <p className={css['remark']}>
        Nothing that you have is changed or replaced. You can remove the network in Settings, under Network
        and nodes.
      </p>
    </>
  )
}

function Exact({ text }: { text: string }): ReactNode {
  return (
    <span className={css['exact']}>
      <PlainText text={text} />
    </span>
  )
}

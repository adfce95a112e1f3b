import type { ReactNode } from 'react'
import type { ApprovalBody } from '../../messages/popup'
import { AddressText } from '../parts/address'
import { Facts } from '../parts/facts'
import { Identicon } from '../parts/identicon'
import { Notice } from '../parts/notice'
import { PlainText } from '../parts/plain-text'
import { Section } from '../parts/section'
import { VisibilityList } from '../parts/visibility-list'
import css from './review.module.css'
import { WarningList } from './warning-list'

type AddToken = Extract<ApprovalBody, { kind: 'add-token' }>
type ShareKey = Extract<ApprovalBody, { kind: 'share-viewing-key' }>

export function AddTokenReview({ body }: { body: AddToken }): ReactNode {
  const { contract, token, withViewingKey, replacesKey, warnings } = body
  return (
    <>
      <div className={css['token']}>
        <Identicon text={contract} size={44} shape="disc" />
        <div>
          <p className={css['name']}>
            <PlainText text={token.symbol} />
          </p>
          <p className={css['soft']}>
            <PlainText text={token.name} />
          </p>
        </div>
      </div>
      <p className={css['remark']}>
        Anyone can make a token with any name. The contract’s address is what counts.
      </p>
      <Facts
        rows={[
          { label: 'Contract', value: <AddressText address={contract} full />, below: true },
          { label: 'Decimals', value: String(token.decimals) },
          { label: 'Viewing key', value: withViewingKey ? 'Given by the site' : 'None yet' },
        ]}
      />
      {replacesKey && <Notice level="caution">The viewing key you have for this token is replaced.</Notice>}
      <WarningList warnings={warnings} />
    </>
  )
}

export function ShareKeyReview({ body: { contract, symbol } }: { body: ShareKey }): ReactNode {
  return (
    <>
      <Section title="Who can see it, once you approve">
        <VisibilityList
          items={[
            {
              who: 'recipient',
              name: 'This site',
              text: `Your ${symbol} balance and transfers, past and future.`,
            },
            { who: 'public', text: 'Nothing new.' },
          ]}
        />
      </Section>
      <Notice level="caution">
        A key that was shared cannot be taken back. It moves nothing, but it reads until you make a new one.
      </Notice>
      <Facts
        rows={[
          { label: 'Token', value: <PlainText text={symbol} /> },
          { label: 'Contract', value: <AddressText address={contract} full />, below: true },
        ]}
      />
    </>
  )
}

import type { ReactNode } from 'react'
import type { ApprovalBody } from '../../messages/popup'
import { AddressText } from '../parts/address'
import { Facts } from '../parts/facts'
import { Identicon } from '../parts/identicon'
import { Notice } from '../parts/notice'
import { PlainText } from '../parts/plain-text'
import css from './review.module.css'
import { WarningList } from './warning-list'

type AddToken = Extract<ApprovalBody, { kind: 'add-token' }>

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

import type { ReactNode } from 'react'
import type { ApprovalView } from '../../messages/popup'
import { BareAddress } from '../parts/address'
import { Identicon } from '../parts/identicon'
import { OriginText, originRemark } from '../parts/origin-text'
import { PlainText } from '../parts/plain-text'
import css from './asked-by.module.css'

/** Who asks, of which account, on which network. */
export function AskedBy({
  approval: { origin, account, networkName, body },
}: {
  approval: ApprovalView
}): ReactNode {
  const remark = originRemark(origin)
  return (
    <div className={css['box']}>
      <p className={css['origin']}>
        <span className={css['label']}>Asked by</span>
        <OriginText origin={origin} large />
        {remark !== undefined && <span className={css['remark']}>{remark}</span>}
      </p>
      <div className={css['account']}>
        <Identicon text={account.address} size={30} />
        <p className={css['name']}>
          <PlainText text={account.name} />
          <BareAddress address={account.address} />
        </p>
        {/* An account has one name on all networks. */}
        {body.kind !== 'rename' && (
          <p className={css['network']}>
            <span className={css['label']}>Network</span>
            <PlainText text={networkName} />
          </p>
        )}
      </div>
    </div>
  )
}

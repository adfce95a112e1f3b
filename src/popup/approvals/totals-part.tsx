import type { ReactNode } from 'react'
import type { Totals } from '../../messages/popup'
import { Notice } from '../parts/notice'
import { Section } from '../parts/section'
import { CoinList } from './coin-list'
import css from './review.module.css'

/** What several messages take together, before they are listed one by one. */
export function TotalsPart({ totals: { coins, complete } }: { totals: Totals }): ReactNode {
  return (
    <Section
      title="Leaves your account in all"
      aside={<span className={css['remark']}>Without the fee</span>}
    >
      {coins.length === 0 ? (
        <p className={css['remark']}>No coins and no tokens.</p>
      ) : (
        <CoinList coins={coins} />
      )}
      {!complete && (
        <Notice level="caution">
          Some of these messages cannot be put into words. They may take more than this.
        </Notice>
      )}
    </Section>
  )
}

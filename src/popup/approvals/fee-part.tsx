import type { ReactNode } from 'react'
import type { FeeView, TxReview } from '../../messages/popup'
import { AddressText } from '../parts/address'
import { type FactRow, Facts } from '../parts/facts'
import { PlainText } from '../parts/plain-text'
import { Problem } from '../parts/problem'
import { Section } from '../parts/section'
import { SeenBy } from '../parts/veil'
import css from './fee.module.css'
import { FeeAmount } from './fee-amount'
import { FeeLevels } from './fee-levels'
import { FeePayers } from './fee-payers'
import type { FeeChange } from './use-fee-change'

interface FeePartProps {
  readonly chainId: string
  readonly review: TxReview
  readonly change: FeeChange
}

/** What the transaction costs at most, who pays, and what of it the person may change. */
export function FeePart({ chainId, review: { fee, feeChoices }, change }: FeePartProps): ReactNode {
  if (fee === undefined) return <FeeOfOthers />
  return (
    <Section title="Network fee" aside={<SeenBy eyes="public">Everyone can see it</SeenBy>}>
      <Facts rows={feeRows(fee, chainId)} />
      {feeChoices?.kind === 'fixed' && <p className={css['remark']}>{feeChoices.reason}</p>}
      {feeChoices?.kind === 'open' && (
        <>
          <FeeLevels choices={feeChoices} change={change} />
          <FeePayers choices={feeChoices} change={change} />
        </>
      )}
      <Problem text={change.error} />
    </Section>
  )
}

/** The signature covers no fee: there is nothing to show or to choose. */
function FeeOfOthers(): ReactNode {
  return (
    <Section title="Network fee">
      <p>You pay none. Whoever sends this transaction adds the fee and pays it.</p>
    </Section>
  )
}

function feeRows({ coins, gas, payer, granter }: FeeView, chainId: string): FactRow[] {
  const rows: FactRow[] = [
    { label: 'At most', value: <FeeAmount coins={coins} chainId={chainId} /> },
    { label: 'Gas limit', value: <PlainText text={gas} /> },
  ]
  if (payer !== undefined)
    rows.push({ label: 'Paid by', value: <AddressText address={payer} full />, below: true })
  if (granter !== undefined) {
    rows.push({ label: 'From the allowance of', value: <AddressText address={granter} full />, below: true })
  }
  return rows
}

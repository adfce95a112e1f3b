import type { ReactNode } from 'react'
import type { ActivityEntry, FeeView } from '../../messages/popup'
import { AddressText, BareAddress } from '../parts/address'
import { Amount } from '../parts/amount'
import { type FactRow, Facts } from '../parts/facts'
import { OriginText } from '../parts/origin-text'
import { PlainText } from '../parts/plain-text'
import { exactTime } from '../parts/relative-time'
import { Section } from '../parts/section'
import { SeenBy } from '../parts/veil'
import css from './entry-screen.module.css'

/** What the chain shows everybody about a transaction, and where it came from. */
export function EntryFacts({ entry }: { entry: ActivityEntry }): ReactNode {
  return (
    <Section title="On the chain" aside={<SeenBy eyes="public">Everyone can see it</SeenBy>}>
      <Facts rows={rowsOf(entry)} />
    </Section>
  )
}

function rowsOf(entry: ActivityEntry): FactRow[] {
  const { fee, gasUsed, memo, hash, account, origin, createdAt, time } = entry
  const rows: FactRow[] = [{ label: 'Signed', value: exactTime(createdAt) }]
  if (time !== undefined) rows.push({ label: 'Block time', value: blockTime(time) })
  rows.push(...(fee === undefined ? unpaidRows(gasUsed) : feeRows(fee, gasUsed)))
  if (memo !== '') rows.push({ label: 'Memo', value: <PlainText text={memo} />, below: true })
  rows.push({ label: 'Account', value: <AddressText address={account} full />, below: true })
  rows.push({ label: 'Asked by', value: <OriginText origin={origin} />, below: true })
  if (hash !== undefined) {
    rows.push({ label: 'Transaction hash', value: <BareAddress address={hash} full />, below: true })
  }
  return rows
}

function feeRows(fee: FeeView, gasUsed: string | undefined): FactRow[] {
  const gas = gasUsed === undefined ? fee.gas : `${gasUsed} of ${fee.gas}`
  return [
    { label: 'Fee, at most', value: <FeeCoins fee={fee} /> },
    { label: 'Gas', value: <PlainText text={gas} /> },
  ]
}

function unpaidRows(gasUsed: string | undefined): FactRow[] {
  const rows: FactRow[] = [{ label: 'Fee', value: 'Left to whoever sends it' }]
  return gasUsed === undefined ? rows : [...rows, { label: 'Gas', value: <PlainText text={gasUsed} /> }]
}

function FeeCoins({ fee }: { fee: FeeView }): ReactNode {
  if (fee.coins.length === 0) return 'Nothing'
  return fee.coins.map(({ denom, amount, decimals, symbol }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the coins of one fee never move
    <span key={`${denom} ${index}`} className={css['coin']}>
      <Amount amount={amount} decimals={decimals} symbol={symbol} />
    </span>
  ))
}

function blockTime(time: string): string {
  const at = Date.parse(time)
  return Number.isNaN(at) ? time : exactTime(at)
}

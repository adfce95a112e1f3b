import type { ReactNode } from 'react'
import type { FeeView, TxReview } from '../../messages/popup'
import { AddressText } from '../parts/address'
import { Amount } from '../parts/amount'
import { type FactRow, Facts } from '../parts/facts'
import { PlainText } from '../parts/plain-text'
import { Section } from '../parts/section'
import { SeenBy } from '../parts/veil'
import { MessageGists } from './message-gists'
import { MessagePart } from './message-part'
import { RawPart } from './raw-part'
import css from './review.module.css'
import { WarningList } from './warning-list'

/** What happens and to whom comes first, then what could go wrong, who sees it, what it costs, and the very bytes. */
export function TransactionReview({ review }: { review: TxReview }): ReactNode {
  const { messages, warnings, memo, fee, raw } = review
  const several = messages.length > 1
  return (
    <>
      {several && (
        <>
          <MessageGists messages={messages} />
          <WarningList warnings={warnings} />
        </>
      )}
      {messages.map((message, index) => (
        <MessagePart
          // biome-ignore lint/suspicious/noArrayIndexKey: the messages of one transaction never move
          key={index}
          message={message}
          place={several ? { index, total: messages.length } : undefined}
          warnings={!several && <WarningList warnings={warnings} />}
        />
      ))}
      <Section title="Network fee" aside={<SeenBy eyes="public">Everyone can see it</SeenBy>}>
        <Facts rows={feeRows(fee)} />
      </Section>
      {memo !== '' && (
        <Section title="Memo" aside={<SeenBy eyes="public">Everyone can see it</SeenBy>}>
          <p className={css['memo']}>
            <PlainText text={memo} />
          </p>
        </Section>
      )}
      <RawPart raw={raw} />
    </>
  )
}

function feeRows({ coins, gas, payer, granter }: FeeView): FactRow[] {
  const amounts = coins.map(({ denom, amount, decimals, symbol }) => (
    <span key={denom} className={css['coin']}>
      <Amount amount={amount} decimals={decimals} symbol={symbol} />
    </span>
  ))
  const rows: FactRow[] = [
    { label: 'At most', value: amounts.length === 0 ? 'Nothing' : amounts },
    { label: 'Gas limit', value: <PlainText text={gas} /> },
  ]
  if (payer !== undefined)
    rows.push({ label: 'Paid by', value: <AddressText address={payer} full />, below: true })
  if (granter !== undefined) {
    rows.push({ label: 'From the allowance of', value: <AddressText address={granter} full />, below: true })
  }
  return rows
}

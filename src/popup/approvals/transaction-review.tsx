import type { ReactNode } from 'react'
import type { TxReview } from '../../messages/popup'
import { PlainText } from '../parts/plain-text'
import { Section } from '../parts/section'
import { SeenBy } from '../parts/veil'
import { FeePart } from './fee-part'
import { MessagePart } from './message-part'
import { PreviewPart } from './preview-part'
import { RawPart } from './raw-part'
import css from './review.module.css'
import { TotalsPart } from './totals-part'
import type { FeeChange } from './use-fee-change'
import { WarningList } from './warning-list'

interface TransactionProps {
  readonly review: TxReview
  readonly change: FeeChange
}

/** What happens first, then who sees it, then what is left and what it costs, then the very bytes. */
export function TransactionReview({ review, change }: TransactionProps): ReactNode {
  const { messages, totals, warnings, memo, preview, trial, raw } = review
  return (
    <>
      <WarningList warnings={warnings.filter(({ level }) => level === 'danger')} />
      {totals && <TotalsPart totals={totals} />}
      {messages.map((message, index) => (
        <MessagePart
          // biome-ignore lint/suspicious/noArrayIndexKey: the messages of one transaction never move
          key={index}
          message={message}
          place={messages.length > 1 ? { index, total: messages.length } : undefined}
        />
      ))}
      <WarningList warnings={warnings.filter(({ level }) => level !== 'danger')} />
      {preview && <PreviewPart preview={preview} trial={trial} />}
      <FeePart review={review} change={change} />
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

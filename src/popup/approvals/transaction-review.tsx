import type { ReactNode } from 'react'
import type { TxReview } from '../../messages/popup'
import { PlainText } from '../parts/plain-text'
import { Section } from '../parts/section'
import { SeenBy } from '../parts/veil'
import { FeePart } from './fee-part'
import { MessageGists } from './message-gists'
import { MessagePart } from './message-part'
import { PreviewPart } from './preview-part'
import { RawPart } from './raw-part'
import css from './review.module.css'
import { TotalsPart } from './totals-part'
import type { FeeChange } from './use-fee-change'
import { WarningList } from './warning-list'

interface TransactionProps {
  readonly chainId: string
  readonly review: TxReview
  readonly change: FeeChange
}

/** What happens and to whom comes first, then what could go wrong, who sees it, what is left and what it costs, and the very bytes. */
export function TransactionReview({ chainId, review, change }: TransactionProps): ReactNode {
  const { messages, totals, warnings, memo, preview, trial, raw } = review
  const several = messages.length > 1
  return (
    <>
      {totals && <TotalsPart totals={totals} />}
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
      {preview && <PreviewPart preview={preview} trial={trial} />}
      <FeePart chainId={chainId} review={review} change={change} />
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

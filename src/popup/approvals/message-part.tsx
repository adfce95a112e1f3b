import type { ReactNode } from 'react'
import { isAddress } from '../../domain/index'
import type { Fact, InputReview, MessageReview } from '../../messages/popup'
import { AddressText, BareAddress } from '../parts/address'
import { AddressesIn } from '../parts/addresses-in'
import { type FactRow, Facts } from '../parts/facts'
import { PlainText } from '../parts/plain-text'
import { Section } from '../parts/section'
import { SentenceText } from '../parts/sentence-text'
import { SeenBy } from '../parts/veil'
import { VisibilityList } from '../parts/visibility-list'
import { CoinList } from './coin-list'
import { ContractPart } from './contract-part'
import { isHeadingLong } from './heading-length'
import { InputPart } from './input-part'
import css from './review.module.css'

interface MessagePartProps {
  readonly message: MessageReview
  /** Set when the transaction holds several; the heading of the screen then names none of them. */
  readonly place: { readonly index: number; readonly total: number } | undefined
  /** What to know before deciding, read right after what happens and to whom. */
  readonly warnings?: ReactNode
}

/** One message of a transaction: the sentence, what leaves, who sees it, and the message itself. */
export function MessagePart({ message, place, warnings }: MessagePartProps): ReactNode {
  const { title, sentence, facts, funds, visibility, contract, input } = message
  // The contract has a part of its own further down.
  const shown = facts.filter(({ label, value }) => label !== 'Contract' || value !== contract?.address)
  return (
    <div className={css['message']}>
      {(place || isHeadingLong(title)) && (
        <h2 className={css['name']}>
          {place && (
            <span className={css['place']}>
              {place.index + 1} of {place.total}
            </span>
          )}
          <PlainText text={title} />
        </h2>
      )}
      <p className={css['sentence']}>
        <SentenceText text={sentence} />
      </p>
      {shown.length > 0 && <Facts rows={shown.map(factRow)} />}
      {warnings}
      {visibility.length > 0 && (
        <Section title="Who can see this">
          <VisibilityList items={visibility} />
        </Section>
      )}
      {funds.length > 0 && (
        <Section title="Leaves your account" aside={<SeenBy eyes="public">Everyone can see it</SeenBy>}>
          <CoinList coins={funds} />
        </Section>
      )}
      {contract && <ContractPart contract={contract} />}
      <InputPart input={input} />
      <AddressesIn
        title="Addresses in this request"
        texts={[sentence, inputText(input), ...facts.map(({ value }) => value)]}
        except={[contract?.address, ...facts.map(({ value }) => value)]}
      />
    </div>
  )
}

function inputText(input: InputReview): string {
  switch (input.kind) {
    case 'decrypted':
      return input.json
    case 'plaintext':
      return input.text
    case 'none':
    case 'unreadable':
      return ''
    default:
      return input satisfies never
  }
}

/** Longer values do not fit beside their labels. */
const LONG = 36

function factRow({ label, value }: Fact): FactRow {
  if (isAddress(value)) return { label, value: <AddressText address={value} full />, below: true }
  const below = value.length > LONG
  // JSON, or without a single space an address of another kind, a hash or the like: to be compared and not to be read.
  const code = /^[[{]/.test(value) || (below && !/\s/.test(value))
  return { label, value: code ? <BareAddress address={value} full /> : <PlainText text={value} />, below }
}

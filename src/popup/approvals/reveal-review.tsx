import type { ReactNode } from 'react'
import type { OwnTransaction, RevealItem } from '../../messages/popup'
import { AddressText } from '../parts/address'
import { CodeBlock } from '../parts/code-block'
import { Disclosure } from '../parts/disclosure'
import { Notice } from '../parts/notice'
import { PlainText } from '../parts/plain-text'
import { Section } from '../parts/section'
import { SentenceText } from '../parts/sentence-text'
import { When } from '../parts/when'
import css from './reveal-review.module.css'

/** Messages that a site did not encrypt itself and wants to read, with what it would read of each. */
export function RevealReview({ items }: { items: readonly RevealItem[] }): ReactNode {
  const several = items.length > 1
  return (
    <>
      <Notice level="caution">
        This site did not encrypt {several ? 'these messages' : 'this message'} itself. What it reads once, it
        can keep and pass on.
      </Notice>
      <Section title={several ? `It asks for ${items.length} messages` : 'It asks for'}>
        <ol className={css['list']}>
          {items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the messages of one question never move
            <li key={index} className={css['item']}>
              <Item item={item} place={several ? index + 1 : undefined} />
            </li>
          ))}
        </ol>
      </Section>
    </>
  )
}

function Item({ item, place }: { item: RevealItem; place: number | undefined }): ReactNode {
  const number = place === undefined ? '' : `${place}. `
  return (
    <>
      <p className={css['title']}>
        {number}
        {item.kind === 'key' ? 'The key of a message' : 'What a message says'}
      </p>
      <p>{item.kind === 'key' ? 'It opens that message and all its answers.' : contentSentence(item)}</p>
      <Belonging transaction={item.transaction} />
      {item.kind === 'text' && item.content !== undefined && (
        <Disclosure summary="Show what would be revealed">
          {!item.content.printable && (
            <p className={css['soft']}>These bytes are not text; here they are in hex.</p>
          )}
          <CodeBlock
            text={item.content.text}
            label={`What would be revealed${place ? ` of message ${place}` : ''}`}
          />
        </Disclosure>
      )}
      <p className={css['nonce']}>
        Nonce <PlainText text={item.nonce} />
      </p>
    </>
  )
}

function contentSentence({ content }: Extract<RevealItem, { kind: 'text' }>): string {
  return content === undefined
    ? 'No key of this account opens it. If you approve, the site learns that and nothing more.'
    : 'It is decrypted for the site, this one time.'
}

/** Which of the person's own transactions it is about, as far as Sotto knows. */
function Belonging({ transaction }: { transaction: OwnTransaction | undefined }): ReactNode {
  if (transaction === undefined) {
    return (
      <p className={css['soft']}>
        Sotto does not find it among your latest transactions. It may have been made by another site, another
        wallet or on another device.
      </p>
    )
  }
  const { sentence, createdAt, contract } = transaction
  return (
    <div className={css['transaction']}>
      <p>
        <SentenceText text={sentence} />
      </p>
      <p className={css['soft']}>
        Your transaction, <When at={createdAt} />
      </p>
      {contract !== undefined && <AddressText address={contract} full />}
    </div>
  )
}

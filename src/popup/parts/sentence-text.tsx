import type { ReactNode } from 'react'
import { PlainText } from './plain-text'
import css from './plain-text.module.css'

/** An address as sentences hold it: its two ends. */
const ENDS = /(\S{1,16}…\S{1,12})/

/** A sentence about what is asked, in which the two ends of an address stay on one line to be compared. */
export function SentenceText({ text }: { text: string }): ReactNode {
  return text.split(ENDS).map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence never move
    <span key={index} className={index % 2 === 1 ? css['whole'] : undefined}>
      <PlainText text={piece} />
    </span>
  ))
}

import type { ReactNode } from 'react'
import css from './plain-text.module.css'
import { visibleParts } from './visible-text'

/** Text that somebody else wrote: isolated in its direction, nothing in it hidden, wrapping anywhere. */
export function PlainText({ text }: { text: string }): ReactNode {
  return (
    <bdi className={css['text']}>
      {visibleParts(text).map((part, index) =>
        part.kind === 'plain' ? (
          part.text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
          <span key={index} className={css['hidden']} title="A character that would not be visible">
            {part.text}
          </span>
        ),
      )}
    </bdi>
  )
}

import { type ReactNode, useMemo } from 'react'
import css from './code-block.module.css'
import { type JsonToken, layJson } from './json-tokens'
import { PlainText } from './plain-text'

/** Above this, colour costs more than it tells. */
export const COLOUR_LIMIT = 20_000

/** A text for exact reading: JSON set in lines, anything else as it came. */
export function CodeBlock({ text, label }: { text: string; label: string }): ReactNode {
  const tokens = useMemo(() => (text.length > COLOUR_LIMIT ? undefined : layJson(text)), [text])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of nothing but text is no fieldset
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <div className={css['block']} role="group" aria-label={label} tabIndex={0}>
      <pre className={css['code']}>
        {tokens === undefined ? (
          <PlainText text={text} />
        ) : (
          tokens.map((token, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
            <CodeToken key={index} token={token} />
          ))
        )}
      </pre>
    </div>
  )
}

/** One part of JSON text, in its colour. */
export function CodeToken({ token: { kind, text } }: { token: JsonToken }): ReactNode {
  if (kind === 'space') return text
  return (
    <span className={css[kind]}>
      {kind === 'key' || kind === 'string' ? <PlainText text={text} /> : text}
    </span>
  )
}

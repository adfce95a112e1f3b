import { hex } from '@scure/base'
import type { ReactNode } from 'react'
import { CodeBlock } from '../parts/code-block'
import { Notice } from '../parts/notice'
import { PlainText } from '../parts/plain-text'
import css from './entry-screen.module.css'
import type { Part } from './open-message'

interface PartTextProps {
  readonly part: Part
  readonly label: string
  /** What to say of a part that holds nothing. */
  readonly empty?: string
}

/** One part, with nothing made prettier than it is: what could not be opened says so. */
export function PartText({ part, label, empty = 'Nothing inside.' }: PartTextProps): ReactNode {
  switch (part.kind) {
    case 'decrypted':
      if (part.text === '') return <p className={css['unread']}>{empty}</p>
      return <CodeBlock text={printable(part.text, part.bytes)} label={label} />
    case 'plaintext':
      return <CodeBlock text={part.text} label={label} />
    case 'not-ours':
      return (
        <p className={css['unread']}>
          Sealed under another key, or not sealed at all. This account cannot read it.
        </p>
      )
    case 'malformed':
      return (
        <Notice level="caution">
          It is broken: <PlainText text={part.reason} />.
        </Notice>
      )
    default:
      return part satisfies never
  }
}

function printable(text: string, bytes: Uint8Array): string {
  return text.includes('\u0000') ? hex.encode(bytes) : text
}

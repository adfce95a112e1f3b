import type { ReactNode } from 'react'
import type { RawTruth } from '../../messages/popup'
import { CodeBlock } from '../parts/code-block'
import { Disclosure } from '../parts/disclosure'
import css from './review.module.css'

/** The bytes that get signed and what they say, for those who want to look. */
export function RawPart({ raw }: { raw: RawTruth }): ReactNode {
  return (
    <Disclosure summary="Exactly what gets signed">
      <h3 className={css['remark']}>Decoded</h3>
      <CodeBlock text={raw.json} label="What gets signed, decoded" />
      <h3 className={css['remark']}>Sign bytes, hex</h3>
      <CodeBlock text={raw.signBytesHex} label="Sign bytes in hex" />
    </Disclosure>
  )
}

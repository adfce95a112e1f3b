import type { ReactNode } from 'react'
import type { ApprovalBody } from '../../messages/popup'
import { CodeBlock } from '../parts/code-block'
import { Disclosure } from '../parts/disclosure'
import { Notice } from '../parts/notice'
import { Section } from '../parts/section'
import { RawPart } from './raw-part'
import css from './review.module.css'
import { WarningList } from './warning-list'

type TextBody = Extract<ApprovalBody, { kind: 'text' }>

export function TextReview({ body: { text, hex, printable, warnings, raw } }: { body: TextBody }): ReactNode {
  return (
    <>
      <WarningList warnings={warnings} />
      {printable ? (
        <>
          <Section title="The text">
            <CodeBlock text={text} label="The text to sign" />
          </Section>
          <Disclosure summary="Its bytes">
            <CodeBlock text={hex} label="Bytes of the text in hex" />
          </Disclosure>
        </>
      ) : (
        <Section title="The bytes, hex">
          <Notice level="caution">These bytes are not text. You cannot read what you would sign.</Notice>
          <CodeBlock text={hex} label="Bytes to sign in hex" />
        </Section>
      )}
      <p className={css['remark']}>
        The signature proves to the site that you hold this account. It is no transaction: nothing is sent to
        the chain.
      </p>
      <RawPart raw={raw} />
    </>
  )
}

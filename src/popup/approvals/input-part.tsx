import type { ReactNode } from 'react'
import type { InputReview } from '../../messages/popup'
import { CodeBlock } from '../parts/code-block'
import { Disclosure } from '../parts/disclosure'
import { MarkedCode } from '../parts/marked-code'
import { Notice } from '../parts/notice'
import { PlainText } from '../parts/plain-text'
import { Section } from '../parts/section'
import { SeenBy } from '../parts/veil'

/** The message inside: decrypted where it can be, and said plainly where it cannot. */
export function InputPart({ input }: { input: InputReview }): ReactNode {
  switch (input.kind) {
    case 'none':
      return null
    case 'decrypted':
      return (
        <Section title="Decrypted message" aside={<SeenBy eyes="contract">You and the contract</SeenBy>}>
          <MarkedCode text={input.json} remarks={input.remarks ?? []} label="Decrypted message" />
        </Section>
      )
    case 'plaintext':
      return (
        <Section title="Message, not encrypted" aside={<SeenBy eyes="public">Everyone can see it</SeenBy>}>
          <Notice level="danger">
            This message goes to the chain in the open. Anyone can read it, for ever.
          </Notice>
          <CodeBlock text={input.text} label="Message in the open" />
        </Section>
      )
    case 'unreadable':
      return (
        <Section title="This message cannot be read">
          <Notice level="danger">
            <PlainText text={input.reason} />
          </Notice>
          <Disclosure summary="The unreadable bytes">
            <CodeBlock text={input.hex} label="Unreadable bytes" />
          </Disclosure>
        </Section>
      )
    default:
      return input satisfies never
  }
}

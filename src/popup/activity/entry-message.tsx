import type { ReactNode } from 'react'
import type { EntryMessage } from '../../messages/popup'
import { AddressText, BareAddress } from '../parts/address'
import { AddressesIn } from '../parts/addresses-in'
import { CodeBlock } from '../parts/code-block'
import { Disclosure } from '../parts/disclosure'
import { Facts } from '../parts/facts'
import { Notice } from '../parts/notice'
import { PlainText } from '../parts/plain-text'
import { Section } from '../parts/section'
import { SentenceText } from '../parts/sentence-text'
import { SeenBy } from '../parts/veil'
import { Waiting } from '../parts/waiting'
import css from './entry-screen.module.css'
import { LogPart } from './log-part'
import type { OpenedMessage, Part } from './open-message'
import { PartText } from './part-text'
import { useOpenedMessage } from './use-opened-message'

const INSIDE = 'Addresses in this transaction'

interface EntryMessageProps {
  readonly entryId: string
  readonly message: EntryMessage
  readonly titled: boolean
  /** Begins an entry of the address book. */
  readonly onSave: (address: string) => void
}

/** One message of a transaction: what was sent, what came back, and the bytes themselves. */
export function EntryMessagePart({ entryId, message, titled, onSave }: EntryMessageProps): ReactNode {
  return (
    <div className={css['message']}>
      {titled && (
        <h2 className={css['name']}>
          {message.index + 1}. <PlainText text={message.title} />
        </h2>
      )}
      <p className={css['sentence']}>
        <SentenceText text={message.sentence} />
      </p>
      {message.json !== undefined && (
        <Section title="The message" aside={<SeenBy eyes="public">Everyone can see it</SeenBy>}>
          <CodeBlock text={message.json} label="The message" />
        </Section>
      )}
      {message.contract !== undefined && (
        <Facts
          rows={[{ label: 'Contract', value: <AddressText address={message.contract} full />, below: true }]}
        />
      )}
      {message.wire === undefined ? (
        <AddressesIn
          title={INSIDE}
          texts={[message.sentence, message.json ?? '']}
          except={[message.contract]}
          onSave={onSave}
        />
      ) : (
        <Sealed entryId={entryId} message={message} onSave={onSave} />
      )}
    </div>
  )
}

function Sealed({ entryId, message, onSave }: Omit<EntryMessageProps, 'titled'>): ReactNode {
  const state = useOpenedMessage(entryId, message)
  return (
    <>
      {state.kind === 'opening' && <Waiting label="Decrypting" lines={3} />}
      {state.kind === 'failed' && (
        <Notice level="error" live>
          {state.message}
        </Notice>
      )}
      {state.kind === 'opened' && (
        <>
          <OpenedParts opened={state.opened} />
          <AddressesIn
            title={INSIDE}
            texts={[message.sentence, ...textsOf(state.opened)]}
            except={[message.contract]}
            onSave={onSave}
          />
        </>
      )}
      <Sources message={message} />
    </>
  )
}

function textsOf({ input, data, error, attributes }: OpenedMessage): string[] {
  const parts = [input, data, error, ...attributes.map(({ value }) => value)]
  return parts.map((part) => (part === undefined ? '' : partText(part)))
}

function partText(part: Part): string {
  return part.kind === 'decrypted' || part.kind === 'plaintext' ? part.text : ''
}

function OpenedParts({ opened }: { opened: OpenedMessage }): ReactNode {
  const { input, data, error, attributes, codeHash } = opened
  return (
    <>
      {error && (
        <Section title="The contract’s error" aside={<Eyes kind={error.kind} />}>
          <PartText part={error} label="Decrypted error" />
        </Section>
      )}
      {data && (
        <Section title="The contract’s answer" aside={<Eyes kind={data.kind} />}>
          <PartText part={data} label="Decrypted answer" empty="The contract answered with nothing." />
        </Section>
      )}
      {input && (
        <Section title="What you sent" aside={<Eyes kind={input.kind} />}>
          <PartText part={input} label="Decrypted message" />
          {codeHash !== undefined && (
            <Facts
              rows={[
                {
                  label: 'Sealed for code hash',
                  value: <BareAddress address={codeHash} full />,
                  below: true,
                },
              ]}
            />
          )}
        </Section>
      )}
      {attributes.length > 0 && (
        <Section title="The contract’s log">
          <LogPart attributes={attributes} />
        </Section>
      )}
    </>
  )
}

function Eyes({ kind }: { kind: NonNullable<OpenedMessage['input']>['kind'] }): ReactNode {
  if (kind === 'plaintext') return <SeenBy eyes="public">Everyone can see it</SeenBy>
  if (kind === 'decrypted') return <SeenBy eyes="contract">You and the contract</SeenBy>
  return null
}

/** Everything as the chain has it. */
function Sources({ message: { wire, data, error, attributes } }: { message: EntryMessage }): ReactNode {
  const log = attributes.length > 0 ? JSON.stringify(attributes) : undefined
  return (
    <Disclosure summary="As it is on the chain">
      {[
        { title: 'Message, base64', text: wire },
        { title: 'Answer, base64', text: data },
        { title: 'Error, base64', text: error },
        { title: 'Log', text: log },
      ].map(({ title, text }) =>
        text === undefined ? null : (
          <div key={title}>
            <h3 className={css['rawTitle']}>{title}</h3>
            <CodeBlock text={text} label={title} />
          </div>
        ),
      )}
    </Disclosure>
  )
}

import type { ReactNode } from 'react'
import type { MessageReview } from '../../messages/popup'
import { SentenceText } from '../parts/sentence-text'
import css from './message-gists.module.css'

/** More would push everything else out of sight; each follows whole below. */
const MOST = 10

/** What each of several messages does, in a line each, before anything is said about them. */
export function MessageGists({ messages }: { messages: readonly MessageReview[] }): ReactNode {
  const rest = messages.length - MOST
  return (
    <>
      <ol className={css['gists']}>
        {messages.slice(0, MOST).map(({ sentence }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the messages of one transaction never move
          <li key={index} className={css['gist']}>
            <SentenceText text={sentence} />
          </li>
        ))}
      </ol>
      {rest > 0 && <p className={css['rest']}>And {rest} more, which follow below.</p>}
    </>
  )
}

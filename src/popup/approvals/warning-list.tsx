import type { ReactNode } from 'react'
import type { Warning } from '../../messages/popup'
import { Notice } from '../parts/notice'
import { PlainText } from '../parts/plain-text'
import { type MergedWarning, mergedWarnings, placeWords } from './merged-warnings'
import css from './warning-list.module.css'

/** Warnings, the gravest first; what is only good to know stands together. */
export function WarningList({ warnings }: { warnings: readonly Warning[] }): ReactNode {
  const merged = mergedWarnings(warnings)
  if (merged.length === 0) return null
  const grave = merged.filter(({ level }) => level !== 'note')
  const notes = merged.filter(({ level }) => level === 'note')
  return (
    <ul className={css['warnings']} aria-label="What to know before you decide">
      {grave.map((warning, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the warnings of one request never move
        <li key={index}>
          <Notice level={warning.level}>
            <WarningText warning={warning} />
          </Notice>
        </li>
      ))}
      {notes.length > 0 && (
        <li>
          <Notice level="note">
            <ul className={css['notes']}>
              {notes.map((warning, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the warnings of one request never move
                <li key={index}>
                  <WarningText warning={warning} />
                </li>
              ))}
            </ul>
          </Notice>
        </li>
      )}
    </ul>
  )
}

function WarningText({ warning: { text, messages } }: { warning: MergedWarning }): ReactNode {
  const place = placeWords(messages)
  return (
    <>
      {place !== '' && <span className={css['place']}>{place}: </span>}
      <PlainText text={text} />
    </>
  )
}

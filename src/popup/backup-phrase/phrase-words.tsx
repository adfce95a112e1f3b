import type { ReactNode } from 'react'
import type { ShownPhrase } from '../landing'
import css from './backup-phrase.module.css'

/** Stands in for every word while it is covered: what is blurred is not there, so that nothing can sharpen it. */
const STAND_IN = 'covered'

interface PhraseWordsProps {
  readonly shown: ShownPhrase
  readonly lifted: boolean
}

export function PhraseWords({ shown: { phrase, passphrase }, lifted }: PhraseWordsProps): ReactNode {
  return (
    <>
      <ol className={css['words']} aria-label="Recovery phrase">
        {wordsOf(phrase).map((word, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a phrase may hold a word twice, each in its place
          <li key={index}>
            <Covered text={word} lifted={lifted} />
          </li>
        ))}
      </ol>
      {passphrase !== '' && (
        <div className={css['passphrase']}>
          <h2>Extra passphrase</h2>
          <p className={css['text']}>
            <Covered text={passphrase} lifted={lifted} />
          </p>
          <p className={css['soft']}>It belongs to the words. Write it down too, apart from them.</p>
        </div>
      )}
    </>
  )
}

export function wordsOf(phrase: string): readonly string[] {
  return phrase.split(/\s+/).filter((word) => word !== '')
}

function Covered({ text, lifted }: { text: string; lifted: boolean }): ReactNode {
  if (lifted) return <bdi className={css['word']}>{text}</bdi>
  return (
    <>
      <span className={css['spoken']}>covered</span>
      <span className={css['blurred']} aria-hidden="true">
        {STAND_IN}
      </span>
    </>
  )
}

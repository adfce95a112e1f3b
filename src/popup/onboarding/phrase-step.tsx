import type { ReactNode } from 'react'
import { Button } from '../parts/button'
import { Notice } from '../parts/notice'
import { Screen } from '../parts/screen'
import css from './onboarding.module.css'

interface PhraseProps {
  readonly phrase: string
  readonly onBack: (() => void) | undefined
  readonly onKept: () => void
}

/** The phrase, shown this once. There is no button to copy it: a clipboard is read by many. */
export function PhraseStep({ phrase, onBack, onKept }: PhraseProps): ReactNode {
  return (
    <Screen
      title="Write these words down"
      over="New wallet, step 2 of 4"
      onBack={onBack}
      footer={
        <Button look="primary" wide onClick={onKept}>
          Continue
        </Button>
      }
    >
      <p>In this order, on paper. They are not shown again.</p>
      <ol className={css['words']} aria-label="Recovery phrase">
        {phrase.split(' ').map((word, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a phrase may hold a word twice, each in its place
          <li key={index}>{word}</li>
        ))}
      </ol>
      <Notice level="danger">
        Whoever has these words has everything in this wallet. No site and no helper will ever need them.
      </Notice>
    </Screen>
  )
}

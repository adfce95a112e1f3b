import { type ReactNode, useEffect, useEffectEvent } from 'react'
import type { ShownPhrase } from '../landing'
import { Button } from '../parts/button'
import { Notice } from '../parts/notice'
import { Screen } from '../parts/screen'
import css from './backup-phrase.module.css'
import { PhraseWords, wordsOf } from './phrase-words'
import type { StepFrame } from './step-frame'
import { useCover } from './use-cover'

/** Counted from when the words were last looked at, so that nobody is interrupted over the paper. */
const KEPT_MS = 120_000

interface WordsProps extends StepFrame {
  readonly shown: ShownPhrase
  /** True when nobody has shown yet that these words were written down. */
  readonly unchecked: boolean
  readonly onWritten: () => void
  /** The time is over: the words have to go. */
  readonly onExpired: () => void
}

/** The words, covered unless somebody holds the cover up. There is no button to copy them: a clipboard is read by many. */
export function WordsStep({ shown, unchecked, onWritten, onExpired, ...frame }: WordsProps): ReactNode {
  const cover = useCover()
  useExpiry(cover.lifted, onExpired)
  return (
    <Screen
      title={frame.title}
      over={frame.over}
      onBack={frame.onBack}
      footer={
        <div className={css['footer']}>
          <Button look="primary" wide onClick={onWritten}>
            {unchecked ? 'I have written them down' : 'Done'}
          </Button>
          {unchecked && (
            <Button look="text" wide onClick={frame.onLeave}>
              {frame.leave}
            </Button>
          )}
        </div>
      }
    >
      <Notice level="danger">
        Whoever has these words has everything in this wallet. Nobody from Sotto will ask for them.
      </Notice>
      <p>Write down all {wordsOf(shown.phrase).length} words, in this order, on paper.</p>
      <div className={css['hold']}>
        <Button wide {...cover.hold}>
          Hold to show
        </Button>
        <Button aria-pressed={cover.pinned} onClick={cover.togglePinned}>
          {cover.pinned ? 'Cover' : 'Keep shown'}
        </Button>
      </div>
      <PhraseWords shown={shown} lifted={cover.lifted} />
    </Screen>
  )
}

function useExpiry(lifted: boolean, onExpired: () => void): void {
  const expire = useEffectEvent(onExpired)
  // biome-ignore lint/correctness/useExhaustiveDependencies: every look at the words begins the time anew
  useEffect(() => {
    const timer = setTimeout(() => expire(), KEPT_MS)
    return () => clearTimeout(timer)
  }, [lifted])
}

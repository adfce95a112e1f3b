import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '../parts/button'
import { Wordmark } from '../parts/wordmark'
import { usePopup } from '../popup-context'
import css from './onboarding.module.css'

/** The ways to begin. */
export type Choice = 'create' | 'import' | 'restore'

export function WelcomeStep({ onChoose }: { onChoose: (choice: Choice) => void }): ReactNode {
  const { platform } = usePopup()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])

  async function choose(choice: Choice): Promise<void> {
    if (!platform.vanishes) return onChoose(choice)
    // The toolbar's popup closes at a glance elsewhere, and a phrase must not vanish while it is written down.
    await platform.openTab('popup.html?tab')
    platform.closeWindow()
  }

  return (
    <main className={css['welcome']}>
      <div className={css['hero']}>
        <Wordmark size={72} named={false} />
        <h1 ref={heading} tabIndex={-1} className={css['title']}>
          Sotto
        </h1>
        <p className={css['motto']}>
          A quiet wallet for Secret&nbsp;Network. What is yours stays between you and the chain.
        </p>
      </div>
      <div className={css['choices']}>
        <Button look="primary" wide onClick={() => choose('create')}>
          Create a new wallet
        </Button>
        <Button wide onClick={() => choose('import')}>
          Import an existing wallet
        </Button>
        <Button look="text" wide onClick={() => choose('restore')}>
          Restore from a backup file
        </Button>
      </div>
    </main>
  )
}

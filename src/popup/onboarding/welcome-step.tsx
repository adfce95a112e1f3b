import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '../parts/button'
import { Wordmark } from '../parts/wordmark'
import { usePopup } from '../popup-context'
import css from './onboarding.module.css'

export function WelcomeStep({ onChoose }: { onChoose: (kind: 'length' | 'import') => void }): ReactNode {
  const { platform } = usePopup()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])

  async function choose(kind: 'length' | 'import'): Promise<void> {
    if (!platform.vanishes) return onChoose(kind)
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
        <Button look="primary" wide onClick={() => choose('length')}>
          Create a new wallet
        </Button>
        <Button wide onClick={() => choose('import')}>
          Import an existing wallet
        </Button>
      </div>
    </main>
  )
}

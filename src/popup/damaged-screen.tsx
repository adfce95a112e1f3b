import type { ReactNode } from 'react'
import css from './damaged-screen.module.css'
import { Notice } from './parts/notice'
import { PlainText } from './parts/plain-text'
import { Screen } from './parts/screen'

/** Stored state that cannot be read: said plainly, and never replaced by a fresh start. */
export function DamagedScreen({ message }: { message: string }): ReactNode {
  return (
    <Screen title="Your wallet’s data cannot be read">
      <Notice level="danger">
        <PlainText text={message} />
      </Notice>
      <p>
        Nothing was deleted and nothing was sent. Sotto leaves what is stored as it is and will not start over
        by itself.
      </p>
      <h2>What you can do</h2>
      <ol className={css['steps']}>
        <li>Restart the browser and open Sotto again.</li>
        <li>
          Keep your recovery phrase at hand. Your funds are on the chain: with the phrase they can be reached
          from any device.
        </li>
      </ol>
    </Screen>
  )
}

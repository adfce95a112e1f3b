import { type ReactNode, useState } from 'react'
import css from './damaged-screen.module.css'
import { ForgetWalletScreen } from './first-screens'
import { Button } from './parts/button'
import { Notice } from './parts/notice'
import { PlainText } from './parts/plain-text'
import { Screen } from './parts/screen'
import { usePopup } from './popup-context'

/** Stored state that cannot be read: said plainly, and never replaced by a fresh start. */
export function DamagedScreen({ message }: { message: string }): ReactNode {
  const { platform } = usePopup()
  const [forgetting, setForgetting] = useState(false)
  if (forgetting) return <ForgetWalletScreen onBack={() => setForgetting(false)} />
  return (
    <Screen
      title="Your wallet’s data cannot be read"
      footer={
        <Button look="primary" wide onClick={platform.reload}>
          Try again
        </Button>
      }
    >
      <Notice level="danger">
        <PlainText text={message} />
      </Notice>
      <p>
        This is not about your password: it was not asked for, and no other one would help. Nothing was
        deleted and nothing was sent. Sotto leaves what is stored as it is.
      </p>
      <h2>What you can do</h2>
      <ol className={css['steps']}>
        <li>Try again, or restart the browser and open Sotto once more.</li>
        <li>
          If that does not help, forget this wallet and bring it back from your recovery phrase or a backup
          file. Your funds are on the chain, not in this data.
        </li>
      </ol>
      <div className={css['forget']}>
        <Button look="text" onClick={() => setForgetting(true)}>
          Forget this wallet
        </Button>
      </div>
    </Screen>
  )
}

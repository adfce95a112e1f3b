import { type ReactNode, useState } from 'react'
import type { LockedView } from '../../messages/popup'
import { ForgetWalletScreen } from '../first-screens'
import { Button } from '../parts/button'
import { Disclosure } from '../parts/disclosure'
import { Notice } from '../parts/notice'
import { OriginText } from '../parts/origin-text'
import { Wordmark } from '../parts/wordmark'
import css from './locked-screen.module.css'
import { PasskeyButton } from './passkey-button'
import { UnlockForm } from './unlock-form'

export function LockedScreen({ view }: { view: LockedView }): ReactNode {
  const { waitingSites, retryAt, passkeys, mends } = view
  const [forgetting, setForgetting] = useState(false)
  if (forgetting) return <ForgetWalletScreen onBack={() => setForgetting(false)} />
  return (
    <main className={css['screen']}>
      <div className={css['top']}>
        <Wordmark size={56} named={false} />
        <h1 className={css['title']}>Sotto is locked</h1>
      </div>
      <div className={css['ways']}>
        <UnlockForm retryAt={retryAt} />
        {passkeys.length > 0 && <PasskeyButton passkeys={passkeys} />}
        <ForgottenPart onForget={() => setForgetting(true)} />
        {mends && (
          <Notice level="note">
            One of the two saved copies of your wallet was damaged. The other is whole, and unlocking mends
            the first. Nothing is lost.
          </Notice>
        )}
      </div>
      {waitingSites.length > 0 && <WaitingSites origins={waitingSites} />}
    </main>
  )
}

function ForgottenPart({ onForget }: { onForget: () => void }): ReactNode {
  return (
    <Disclosure summary="Forgot the password?">
      <p>
        Nobody can reset it. Your recovery phrase, or a backup file whose password you know, brings the wallet
        back: forget this wallet first, then import the phrase or restore the file.
      </p>
      <div className={css['forget']}>
        <Button look="text" onClick={onForget}>
          Forget this wallet
        </Button>
      </div>
    </Disclosure>
  )
}

function WaitingSites({ origins }: { origins: readonly string[] }): ReactNode {
  return (
    <section className={css['waiting']} aria-labelledby="waiting-sites">
      <h2 id="waiting-sites">{origins.length === 1 ? 'A site waits for you' : 'Sites wait for you'}</h2>
      <ul>
        {origins.map((origin) => (
          <li key={origin}>
            <OriginText origin={origin} />
          </li>
        ))}
      </ul>
      <p>It sees nothing until you unlock and agree.</p>
    </section>
  )
}

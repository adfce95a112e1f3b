import { ArrowDownLeft } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import type { UnlockedView } from '../../messages/popup'
import { Button } from '../parts/button'
import { SeenBy } from '../parts/veil'
import { WatchNotice } from '../parts/watch-notice'
import type { Go } from '../routes'
import { Balance } from './balance'
import { Banners } from './banners'
import css from './home-screen.module.css'
import { NetworkLine } from './network-line'
import { TokenRow } from './token-row'
import { TopBar } from './top-bar'

interface HomeProps {
  readonly view: UnlockedView
  readonly go: Go
  readonly justCreated: boolean
}

export function HomeScreen({ view, go, justCreated }: HomeProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className={css['screen']}>
      <header>
        <h1 ref={heading} tabIndex={-1} className={css['title']}>
          Home
        </h1>
        <TopBar view={view} go={go} />
        <NetworkLine network={view.network} />
      </header>
      <main className={css['main']}>
        <WatchNotice account={view.account} />
        <Banners view={view} go={go} justCreated={justCreated} />
        <PublicBalance view={view} />
        <Button look="primary" wide onClick={() => go({ kind: 'receive' })}>
          <ArrowDownLeft size={18} strokeWidth={1.8} aria-hidden />
          Receive
        </Button>
        <Tokens view={view} go={go} />
      </main>
    </div>
  )
}

function PublicBalance({ view: { balance, network } }: { view: UnlockedView }): ReactNode {
  return (
    <section className={css['balance']} aria-labelledby="public-balance">
      <div className={css['over']}>
        <h2 id="public-balance">Public balance</h2>
        <SeenBy eyes="public">Everyone can see it</SeenBy>
      </div>
      <Balance
        balance={balance}
        decimals={network.decimals}
        symbol={network.symbol}
        size="display"
        coin={network}
      />
    </section>
  )
}

function Tokens({ view: { tokens }, go }: { view: UnlockedView; go: Go }): ReactNode {
  return (
    <section aria-labelledby="private-tokens">
      <div className={css['over']}>
        <h2 id="private-tokens">Private tokens</h2>
        <SeenBy eyes="only-you">Only you can see them</SeenBy>
      </div>
      {tokens.length === 0 ? (
        <p className={css['empty']}>
          None yet. When a site asks to add a private token and you agree, its balance appears here.
        </p>
      ) : (
        <ul>
          {tokens.map((token) => (
            <TokenRow
              key={token.contract}
              token={token}
              onOpen={() => go({ kind: 'token', contract: token.contract })}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

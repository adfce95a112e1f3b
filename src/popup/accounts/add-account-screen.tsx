import { Eye, KeyRound, ListPlus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { UnlockedView } from '../../messages/popup'
import { Screen } from '../parts/screen'
import type { Go } from '../routes'
import { useEscape } from '../use-escape'
import css from './accounts.module.css'
import { AddSecretStep } from './add-secret-step'
import { NextAccountStep } from './next-account-step'
import { WatchStep } from './watch-step'

type Way = 'next' | 'secret' | 'watch'

interface AddAccountProps {
  readonly view: UnlockedView
  readonly go: Go
  readonly onBack: () => void
}

/** The ways to one more account. */
export function AddAccountScreen({ view, go, onBack }: AddAccountProps): ReactNode {
  const [way, setWay] = useState<Way>()
  useEscape(way && (() => setWay(undefined)))
  const step = {
    view,
    onBack: () => setWay(undefined),
    onAdded: (address: string) => go({ kind: 'account', address }),
  }
  switch (way) {
    case 'next':
      return <NextAccountStep {...step} />
    case 'secret':
      return <AddSecretStep {...step} onPhrase={(secretId) => go({ kind: 'found', secretId })} />
    case 'watch':
      return <WatchStep {...step} />
    case undefined:
      return <Ways view={view} onChoose={setWay} onBack={onBack} />
    default:
      return way satisfies never
  }
}

const WAYS = [
  {
    way: 'next',
    Sign: ListPlus,
    title: 'One more of a phrase you have here',
    text: 'Its recovery phrase brings it back, nothing new to write down.',
  },
  {
    way: 'secret',
    Sign: KeyRound,
    title: 'Another recovery phrase or private key',
    text: 'From another wallet. It is sealed with your password.',
  },
  { way: 'watch', Sign: Eye, title: 'Watch an address', text: 'To look at it. Sotto cannot sign for it.' },
] as const

interface WaysProps {
  readonly view: UnlockedView
  readonly onChoose: (way: Way) => void
  readonly onBack: () => void
}

function Ways({ view, onChoose, onBack }: WaysProps): ReactNode {
  const phrases = view.secrets.some(({ kind }) => kind === 'phrase')
  return (
    <Screen title="Add account" onBack={onBack}>
      <ul className={css['list']}>
        {WAYS.filter(({ way }) => phrases || way !== 'next').map(({ way, Sign, title, text }) => (
          <li key={way}>
            <button type="button" className={css['choice']} onClick={() => onChoose(way)}>
              <Sign size={20} strokeWidth={1.6} aria-hidden />
              <span>
                <span className={css['strong']}>{title}</span>
                <span className={css['small']}>{text}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Screen>
  )
}

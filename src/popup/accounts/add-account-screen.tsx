import { Eye, KeyRound, Plus, Waypoints } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { UnlockedView } from '../../messages/popup'
import { Notice } from '../parts/notice'
import { Screen } from '../parts/screen'
import type { Go } from '../routes'
import { Menu, MenuItem } from '../settings/menu'
import { AddSecretScreen } from './add-secret-screen'
import { PathScreen } from './path-screen'
import { PhraseChoice, phrasesOf } from './phrase-choice'
import { useChange } from './use-change'
import { WatchScreen } from './watch-screen'

interface AddProps {
  readonly view: UnlockedView
  readonly go: Go
  readonly onBack: () => void
}

type Way = 'choose' | 'path' | 'secret' | 'watch'

export function AddAccountScreen({ view, go, onBack }: AddProps): ReactNode {
  const [way, setWay] = useState<Way>('choose')
  const choose = (): void => setWay('choose')
  const opened = (address: string): void => go({ kind: 'account', address })
  switch (way) {
    case 'choose':
      return <WayChoice view={view} onChoose={setWay} onAdded={opened} onBack={onBack} />
    case 'path':
      return <PathScreen view={view} onAdded={opened} onBack={choose} />
    case 'secret':
      return <AddSecretScreen go={go} onBack={choose} />
    case 'watch':
      return <WatchScreen onAdded={opened} onBack={choose} />
    default:
      return way satisfies never
  }
}

interface ChoiceProps {
  readonly view: UnlockedView
  readonly onChoose: (way: Way) => void
  readonly onAdded: (address: string) => void
  readonly onBack: () => void
}

function WayChoice({ view, onChoose, onAdded, onBack }: ChoiceProps): ReactNode {
  const phrases = phrasesOf(view)
  const [secretId, setSecretId] = useState(phrases[0]?.id ?? '')
  const { busy, error, run } = useChange()

  async function addNext(): Promise<void> {
    if (busy) return
    const added = await run('addAccount', { secretId })
    if (added !== undefined) onAdded(added.value.address)
  }

  return (
    <Screen title="Add account" onBack={onBack}>
      <PhraseChoice phrases={phrases} chosen={secretId} onChoose={setSecretId} />
      <Menu>
        {phrases.length > 0 && (
          <MenuItem
            sign={Plus}
            title="New account"
            hint="The next one of the phrase; the same words bring it back"
            onOpen={addNext}
          />
        )}
        <MenuItem
          sign={KeyRound}
          title="Import a phrase or key"
          hint="Another recovery phrase, or a private key"
          onOpen={() => onChoose('secret')}
        />
        <MenuItem
          sign={Eye}
          title="Watch an address"
          hint="Look at an account whose key is elsewhere"
          onOpen={() => onChoose('watch')}
        />
        {phrases.length > 0 && (
          <MenuItem
            sign={Waypoints}
            title="Choose a path"
            hint="For an account of the phrase that lies elsewhere"
            onOpen={() => onChoose('path')}
          />
        )}
      </Menu>
      {error !== undefined && (
        <Notice level="error" live>
          {error.message}
        </Notice>
      )}
    </Screen>
  )
}

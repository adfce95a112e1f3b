import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import type { SecretView, UnlockedView } from '../../messages/popup'
import type { ShownPhrase } from '../landing'
import { useAnnounce } from '../parts/announcer'
import { Button } from '../parts/button'
import { PlainText } from '../parts/plain-text'
import { Screen } from '../parts/screen'
import { useEscape } from '../use-escape'
import { RevealStep } from './reveal-step'
import type { StepFrame } from './step-frame'
import { WordCheckStep } from './word-check-step'
import { WordsStep } from './words-step'

interface BackupPhraseProps {
  readonly view: UnlockedView
  readonly secretId: string
  /** Called when it is over, whether the phrase was written down or not. */
  readonly onDone: () => void
  /** Right after a wallet was made: its phrase, if the background gave it, which whoever had it drops when told. */
  readonly first?: { readonly phrase: ShownPhrase | undefined; readonly onTaken: () => void }
}

/** Shows the recovery phrase to whoever has the password, and has three of its words given back. */
export function BackupPhraseScreen({ view, secretId, onDone, first }: BackupPhraseProps): ReactNode {
  const secret = view.secrets.find(({ id }) => id === secretId)
  if (secret?.kind !== 'phrase') {
    return (
      <Screen title="Recovery phrase" onBack={onDone}>
        <p>This phrase is not in your wallet any more.</p>
      </Screen>
    )
  }
  return <BackupPhrase key={secretId} secret={secret} onDone={onDone} first={first} />
}

type Stage =
  | { readonly kind: 'password'; readonly expired: boolean }
  | { readonly kind: 'words'; readonly shown: ShownPhrase }
  | { readonly kind: 'check' }
  | { readonly kind: 'checked' }

const PASSWORD: Stage = { kind: 'password', expired: false }

interface PhraseProps extends Pick<BackupPhraseProps, 'onDone'> {
  readonly secret: SecretView
  readonly first: BackupPhraseProps['first'] | undefined
}

/** The words are in the stage that shows them and go with it. */
function BackupPhrase({ secret, onDone, first }: PhraseProps): ReactNode {
  const announce = useAnnounce()
  const [stage, setStage] = useState<Stage>(() =>
    first?.phrase === undefined ? PASSWORD : { kind: 'words', shown: first.phrase },
  )
  const taken = useEffectEvent(() => first?.onTaken())
  useEffect(() => taken(), [])
  const goBack = stage.kind === 'check' ? () => setStage(PASSWORD) : onDone
  useEscape(goBack)
  const frame: StepFrame = {
    title: secret.checked ? 'Recovery phrase' : 'Write down your recovery phrase',
    over: first === undefined ? <PlainText text={secret.name} /> : 'New wallet',
    onBack: first === undefined || stage.kind === 'check' ? goBack : undefined,
    leave: first === undefined ? 'Not now' : 'Later',
    onLeave: onDone,
  }
  switch (stage.kind) {
    case 'password':
      return (
        <RevealStep
          {...frame}
          secretId={secret.id}
          expired={stage.expired}
          onShown={(shown) => setStage({ kind: 'words', shown })}
        />
      )
    case 'words':
      return (
        <WordsStep
          {...frame}
          shown={stage.shown}
          unchecked={!secret.checked}
          onWritten={secret.checked ? onDone : () => setStage({ kind: 'check' })}
          onExpired={() => setStage({ kind: 'password', expired: true })}
        />
      )
    case 'check':
      return (
        <WordCheckStep
          {...frame}
          secretId={secret.id}
          count={secret.words ?? 12}
          onChecked={() => {
            announce('All three words are right.')
            setStage({ kind: 'checked' })
          }}
        />
      )
    case 'checked':
      return <CheckedStep over={frame.over} onDone={onDone} />
    default:
      return stage satisfies never
  }
}

function CheckedStep({ over, onDone }: { over: ReactNode; onDone: () => void }): ReactNode {
  return (
    <Screen
      title="Your phrase is written down"
      over={over}
      footer={
        <Button look="primary" wide onClick={onDone}>
          Done
        </Button>
      }
    >
      <p>All three words are right. Your wallet can be brought back from this paper, on any computer.</p>
      <p>
        Keep it where only you find it, away from this computer. Do not photograph it and do not type it into
        anything but a wallet.
      </p>
    </Screen>
  )
}

import { type ReactNode, Suspense, useEffect, useState } from 'react'
import type { UnlockedView, View } from '../messages/popup'
import { DamagedScreen } from './damaged-screen'
import { BackupPhraseScreen, FoundAccountsScreen, Onboarding } from './first-screens'
import { Frame } from './frame'
import type { Landing } from './landing'
import { LoadingScreen } from './loading-screen'
import { LockedScreen } from './locked/locked-screen'
import { usePopup, useView } from './popup-context'
import { UnlockedApp } from './unlocked-app'
import { useCloseWhenAnswered } from './use-close-when-answered'

export function App(): ReactNode {
  const { platform } = usePopup()
  const view = useView()
  const [landing, setLanding] = useState<Landing>()
  const kind = view?.kind
  useEffect(() => {
    if (kind === 'locked') setLanding(undefined)
  }, [kind])
  // Nothing may close on somebody who writes a phrase down.
  useCloseWhenAnswered(landing === undefined || landing.kind === 'ready' ? view : undefined, platform)
  return (
    <Frame mode={platform.mode}>
      <Suspense fallback={<LoadingScreen />}>
        <Face view={view} landing={landing} onLanding={setLanding} />
      </Suspense>
    </Frame>
  )
}

interface LandingProps {
  readonly landing: Landing | undefined
  readonly onLanding: (landing: Landing | undefined) => void
}

function Face({ view, landing, onLanding }: LandingProps & { view: View | undefined }): ReactNode {
  if (view === undefined) return <LoadingScreen />
  switch (view.kind) {
    case 'loading':
      return <LoadingScreen />
    case 'empty':
      return <Onboarding onLanding={onLanding} />
    case 'damaged':
      return <DamagedScreen message={view.message} />
    case 'locked':
      return <LockedScreen view={view} />
    case 'unlocked':
      // The same element as when empty, so that React keeps the step that waits for its answer.
      if (landing?.kind === 'beginning') return <Onboarding onLanding={onLanding} />
      return <OpenFace view={view} landing={landing} onLanding={onLanding} />
    default:
      return view satisfies never
  }
}

function OpenFace({ view, landing, onLanding }: LandingProps & { view: UnlockedView }): ReactNode {
  const onDone = (): void => onLanding({ kind: 'ready' })
  if (landing?.kind === 'write-down') {
    const { secretId, phrase } = landing
    return (
      <BackupPhraseScreen
        view={view}
        secretId={secretId}
        first={{ phrase, onTaken: () => onLanding({ kind: 'write-down', secretId }) }}
        onDone={onDone}
      />
    )
  }
  if (landing?.kind === 'found') {
    return <FoundAccountsScreen view={view} secretId={landing.secretId} onDone={onDone} />
  }
  return <UnlockedApp view={view} justCreated={landing?.kind === 'ready'} />
}

import { type ReactNode, Suspense, useState } from 'react'
import type { View } from '../messages/popup'
import { DamagedScreen } from './damaged-screen'
import { Onboarding } from './first-screens'
import { Frame } from './frame'
import { LoadingScreen } from './loading-screen'
import { LockedScreen } from './locked/locked-screen'
import { usePopup, useView } from './popup-context'
import { UnlockedApp } from './unlocked-app'
import { useCloseWhenAnswered } from './use-close-when-answered'

export function App(): ReactNode {
  const { platform } = usePopup()
  const view = useView()
  const [created, setCreated] = useState(false)
  useCloseWhenAnswered(view, platform)
  return (
    <Frame mode={platform.mode}>
      <Suspense fallback={<LoadingScreen />}>
        <Face view={view} created={created} onCreated={() => setCreated(true)} />
      </Suspense>
    </Frame>
  )
}

interface FaceProps {
  readonly view: View | undefined
  readonly created: boolean
  readonly onCreated: () => void
}

function Face({ view, created, onCreated }: FaceProps): ReactNode {
  if (view === undefined) return <LoadingScreen />
  switch (view.kind) {
    case 'loading':
      return <LoadingScreen />
    case 'empty':
      return <Onboarding onCreated={onCreated} />
    case 'damaged':
      return <DamagedScreen message={view.message} />
    case 'locked':
      return <LockedScreen waitingSites={view.waitingSites} />
    case 'unlocked':
      return <UnlockedApp view={view} justCreated={created} />
    default:
      return view satisfies never
  }
}

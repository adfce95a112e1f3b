import { type ReactNode, useState } from 'react'
import type { RestoredView } from '../../messages/popup'
import { Button } from '../parts/button'
import { Screen } from '../parts/screen'
import { RestoreScreen } from './restore-screen'
import { restoredText } from './restored-text'

/** Restoring into the open wallet, and what came of it. */
export function RestorePlace({ onBack, onDone }: { onBack: () => void; onDone: () => void }): ReactNode {
  const [restored, setRestored] = useState<RestoredView>()
  if (restored === undefined) return <RestoreScreen over="Backup file" onBack={onBack} onDone={setRestored} />
  return (
    <Screen
      title="Restored"
      over="Backup file"
      footer={
        <Button look="primary" wide onClick={onDone}>
          Done
        </Button>
      }
    >
      <p>{restoredText(restored)}</p>
      <p>Everything that was in this wallet before is still here.</p>
    </Screen>
  )
}

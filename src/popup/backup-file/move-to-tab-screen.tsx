import type { ReactNode } from 'react'
import { Button } from '../parts/button'
import { Screen } from '../parts/screen'
import { usePopup } from '../popup-context'

interface MoveToTabProps {
  readonly title: string
  readonly over?: ReactNode
  readonly place: 'backup-file' | 'restore-backup'
  readonly onBack: (() => void) | undefined
}

/** The toolbar's popup closes under the browser's own file dialogs, and with it whatever it was doing. */
export function MoveToTabScreen({ title, over, place, onBack }: MoveToTabProps): ReactNode {
  const { platform } = usePopup()

  async function move(): Promise<void> {
    await platform.openTab(`popup.html?tab&place=${place}`)
    platform.closeWindow()
  }

  return (
    <Screen
      title={title}
      over={over}
      onBack={onBack}
      footer={
        <Button look="primary" wide onClick={move}>
          Open in a full tab
        </Button>
      }
    >
      <p>This small window closes as soon as the browser asks about a file. In a full tab it stays open.</p>
    </Screen>
  )
}

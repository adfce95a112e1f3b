import { Fingerprint, KeyRound, Lock, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { UnlockedView } from '../../messages/popup'
import { Button } from '../parts/button'
import { Screen } from '../parts/screen'
import { usePopup } from '../popup-context'
import type { Go } from '../routes'
import { AutoLockPart } from './auto-lock-part'
import { countText } from './count-text'
import { Menu, MenuItem } from './menu'

interface SecuritySettingsProps {
  readonly view: UnlockedView
  readonly go: Go
  readonly onBack: () => void
}

export function SecuritySettingsScreen({ view, go, onBack }: SecuritySettingsProps): ReactNode {
  const { ask } = usePopup()
  const passkeys = view.passkeys.length
  return (
    <Screen title="Security" over="Settings" onBack={onBack}>
      <AutoLockPart minutes={view.autoLockMinutes} />
      <Button wide onClick={() => ask('lock', {})}>
        <Lock size={17} strokeWidth={1.6} aria-hidden />
        Lock now
      </Button>
      <Menu>
        <MenuItem
          sign={KeyRound}
          title="Change password"
          hint="It opens this wallet on this computer"
          onOpen={() => go({ kind: 'change-password' })}
        />
        <MenuItem
          sign={Fingerprint}
          title="Passkeys"
          hint={
            passkeys === 0
              ? 'An extra way in, none yet'
              : countText(passkeys, 'extra way in', 'extra ways in')
          }
          onOpen={() => go({ kind: 'passkeys' })}
        />
      </Menu>
      <Menu>
        <MenuItem
          sign={Trash2}
          title="Forget this wallet"
          hint="Deletes everything Sotto keeps here"
          risk
          onOpen={() => go({ kind: 'forget-wallet' })}
        />
      </Menu>
    </Screen>
  )
}

import type { ReactNode } from 'react'
import type { UnlockedView } from '../../messages/popup'
import { RestorePlace } from '../backup-file/restore-place'
import { SaveBackupScreen } from '../backup-file/save-backup-screen'
import { type Go, HOME, parentOf, type SettingsRoute } from '../routes'
import { AboutScreen } from './about-screen'
import { AccountsAndBackupScreen } from './accounts-and-backup-screen'
import { AddPasskeyScreen } from './add-passkey-screen'
import { ChangePasswordScreen } from './change-password-screen'
import { ForgetScreen } from './forget-screen'
import { NetworkScreen } from './network-screen'
import { PasskeysScreen } from './passkeys-screen'
import { PricesScreen } from './prices-screen'
import { SecuritySettingsScreen } from './security-settings-screen'
import { SettingsScreen } from './settings-screen'

interface SettingsPlaceProps {
  readonly view: UnlockedView
  readonly kind: SettingsRoute['kind']
  readonly go: Go
}

/** Every place under Settings, in one piece of code that is loaded when the first of them is opened. */
export function SettingsPlace({ view, kind, go }: SettingsPlaceProps): ReactNode {
  const onBack = (): void => go(parentOf({ kind }) ?? HOME)
  switch (kind) {
    case 'settings':
      return <SettingsScreen view={view} go={go} />
    case 'accounts-and-backup':
      return <AccountsAndBackupScreen view={view} go={go} onBack={onBack} />
    case 'backup-file':
      return <SaveBackupScreen go={go} onBack={onBack} />
    case 'restore-backup':
      return <RestorePlace onBack={onBack} onDone={() => go(HOME)} />
    case 'security-settings':
      return <SecuritySettingsScreen view={view} go={go} onBack={onBack} />
    case 'change-password':
      return <ChangePasswordScreen onBack={onBack} />
    case 'passkeys':
      return <PasskeysScreen passkeys={view.passkeys} go={go} onBack={onBack} />
    case 'add-passkey':
      return <AddPasskeyScreen passkeys={view.passkeys} onBack={onBack} />
    case 'forget-wallet':
      return <ForgetScreen view={view} go={go} onBack={onBack} />
    case 'network':
      return <NetworkScreen view={view} onBack={onBack} />
    case 'prices':
      return <PricesScreen view={view} onBack={onBack} />
    case 'about':
      return <AboutScreen onBack={onBack} />
    default:
      return kind satisfies never
  }
}

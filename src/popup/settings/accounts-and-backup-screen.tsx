import { BookUser, FileLock2, Users } from 'lucide-react'
import type { ReactNode } from 'react'
import type { UnlockedView } from '../../messages/popup'
import { Screen } from '../parts/screen'
import type { Go } from '../routes'
import { countText } from './count-text'
import { Menu, MenuItem } from './menu'

interface AccountsAndBackupProps {
  readonly view: UnlockedView
  readonly go: Go
  readonly onBack: () => void
}

export function AccountsAndBackupScreen({ view, go, onBack }: AccountsAndBackupProps): ReactNode {
  return (
    <Screen title="Accounts and backup" over="Settings" onBack={onBack}>
      <Menu>
        <MenuItem
          sign={Users}
          title="Accounts"
          hint={accountsHint(view)}
          onOpen={() => go({ kind: 'accounts' })}
        />
        <MenuItem
          sign={BookUser}
          title="Address book"
          hint={
            view.contacts.length === 0 ? 'Names for addresses' : countText(view.contacts.length, 'contact')
          }
          onOpen={() => go({ kind: 'contacts' })}
        />
        <MenuItem
          sign={FileLock2}
          title="Backup file"
          hint="Save what this wallet knows, or restore it"
          onOpen={() => go({ kind: 'backup-file' })}
        />
      </Menu>
    </Screen>
  )
}

function accountsHint({ accounts, secrets }: UnlockedView): string {
  const unchecked = secrets.filter(({ checked }) => !checked).length
  const count = countText(accounts.length, 'account')
  if (unchecked === 0) return count
  return `${count}; ${countText(unchecked, 'recovery phrase')} not backed up yet`
}

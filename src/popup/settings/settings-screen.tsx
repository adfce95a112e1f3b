import { CircleDollarSign, FolderKey, Info, Network, ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import type { UnlockedView } from '../../messages/popup'
import { PlainText } from '../parts/plain-text'
import { Screen } from '../parts/screen'
import type { Go } from '../routes'
import { countText } from './count-text'
import { Menu, MenuItem } from './menu'
import { PanelPart } from './panel-part'

export function SettingsScreen({ view, go }: { view: UnlockedView; go: Go }): ReactNode {
  return (
    <Screen title="Settings">
      <Menu>
        <MenuItem
          sign={FolderKey}
          title="Accounts and backup"
          hint={`${countText(view.accounts.length, 'account')}, ${countText(view.contacts.length, 'contact')}`}
          onOpen={() => go({ kind: 'accounts-and-backup' })}
        />
        <MenuItem
          sign={ShieldCheck}
          title="Security"
          hint="Locking, password, passkeys"
          onOpen={() => go({ kind: 'security-settings' })}
        />
        <MenuItem
          sign={Network}
          title="Network and nodes"
          hint={<PlainText text={view.network.name} />}
          onOpen={() => go({ kind: 'network' })}
        />
        <MenuItem
          sign={CircleDollarSign}
          title="Prices"
          hint={view.price.kind === 'off' ? 'Off' : 'On, in US dollars'}
          onOpen={() => go({ kind: 'prices' })}
        />
        <MenuItem
          sign={Info}
          title="About"
          hint="Version, licence, who Sotto talks to"
          onOpen={() => go({ kind: 'about' })}
        />
      </Menu>
      <PanelPart />
    </Screen>
  )
}

import type { ReactNode } from 'react'
import type { UnlockedView } from '../../messages/popup'
import { ContactScreen } from '../contacts/contact-screen'
import { ContactsScreen } from '../contacts/contacts-screen'
import { BackupPhraseScreen, FoundAccountsScreen } from '../first-screens'
import { type AccountRoute, type Go, HOME, parentOf } from '../routes'
import { AccountScreen } from './account-screen'
import { AccountsScreen } from './accounts-screen'
import { AddAccountScreen } from './add-account-screen'
import { SecretScreen } from './secret-screen'

interface PlacesProps {
  readonly view: UnlockedView
  readonly route: AccountRoute
  readonly go: Go
}

/** The places for accounts, for what they come from, and for the address book. */
export function AccountPlaces({ view, route, go }: PlacesProps): ReactNode {
  const onBack = (): void => go(parentOf(route) ?? HOME)
  const toAccounts = (): void => go({ kind: 'accounts' })
  switch (route.kind) {
    case 'accounts':
      return <AccountsScreen view={view} go={go} onBack={onBack} />
    case 'account': {
      const account = view.accounts.find(({ address }) => address === route.address)
      if (account === undefined) return <AccountsScreen view={view} go={go} onBack={toAccounts} />
      return <AccountScreen key={route.address} view={view} account={account} go={go} onBack={onBack} />
    }
    case 'add-account':
      return <AddAccountScreen view={view} go={go} onBack={onBack} />
    case 'secret': {
      const secret = view.secrets.find(({ id }) => id === route.secretId)
      if (secret === undefined) return <AccountsScreen view={view} go={go} onBack={toAccounts} />
      return <SecretScreen key={secret.id} view={view} secret={secret} go={go} onBack={onBack} />
    }
    case 'phrase':
      return <BackupPhraseScreen view={view} secretId={route.secretId} onDone={() => go(HOME)} />
    case 'found':
      return (
        <FoundAccountsScreen view={view} secretId={route.secretId} onDone={() => go({ kind: 'accounts' })} />
      )
    case 'contacts':
      return <ContactsScreen contacts={view.contacts} go={go} onBack={onBack} />
    case 'contact':
      return <ContactScreen key={route.address} view={view} address={route.address} onDone={onBack} />
    default:
      return route satisfies never
  }
}

import type { ReactNode } from 'react'
import type { UnlockedView } from '../../messages/popup'
import { ContactScreen } from '../contacts/contact-screen'
import { ContactsScreen } from '../contacts/contacts-screen'
import { BackupPhraseScreen, FoundAccountsScreen } from '../first-screens'
import { Screen } from '../parts/screen'
import { type AccountRoute, type Go, HOME, parentOf } from '../routes'
import { AccountScreen } from './account-screen'
import { AccountsScreen } from './accounts-screen'
import { AddAccountScreen } from './add-account-screen'
import { SecretScreen } from './secret-screen'

interface AccountPlacesProps {
  readonly view: UnlockedView
  readonly route: AccountRoute
  readonly go: Go
}

/** The places for accounts, for what they come from, and for the address book. */
export function AccountPlaces({ view, route, go }: AccountPlacesProps): ReactNode {
  const place = { view, go, onBack: () => go(parentOf(route) ?? HOME) }
  switch (route.kind) {
    case 'accounts':
      return <AccountsScreen {...place} />
    case 'account':
      return <OneAccount key={route.address} address={route.address} {...place} />
    case 'add-account':
      return <AddAccountScreen {...place} />
    case 'phrase':
      return <BackupPhraseScreen view={view} secretId={route.secretId} onDone={() => go(HOME)} />
    case 'found':
      return (
        <FoundAccountsScreen view={view} secretId={route.secretId} onDone={() => go({ kind: 'accounts' })} />
      )
    case 'secret':
      return <OneSecret key={route.secretId} secretId={route.secretId} {...place} />
    case 'contacts':
      return <ContactsScreen {...place} />
    case 'contact':
      return <ContactScreen key={route.address} address={route.address} {...place} />
    default:
      return route satisfies never
  }
}

interface Place {
  readonly view: UnlockedView
  readonly go: Go
  readonly onBack: () => void
}

function OneAccount({ address, ...place }: Place & { address: string }): ReactNode {
  const account = place.view.accounts.find((one) => one.address === address)
  return account === undefined ? (
    <Screen title="Account" onBack={place.onBack}>
      <p>This account is not in your wallet.</p>
    </Screen>
  ) : (
    <AccountScreen account={account} {...place} />
  )
}

function OneSecret({ secretId, view, ...place }: Place & { secretId: string }): ReactNode {
  const secret = view.secrets.find(({ id }) => id === secretId)
  return secret === undefined ? (
    <Screen title="Recovery phrase" onBack={place.onBack}>
      <p>It is not in your wallet.</p>
    </Screen>
  ) : (
    <SecretScreen secret={secret} accounts={view.accounts} {...place} />
  )
}

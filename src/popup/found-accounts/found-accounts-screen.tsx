import type { ReactNode } from 'react'
import type { FoundAccount, UnlockedView } from '../../messages/popup'
import { useAnnounce } from '../parts/announcer'
import { Button } from '../parts/button'
import { Notice } from '../parts/notice'
import { PlainText } from '../parts/plain-text'
import { Screen } from '../parts/screen'
import { Waiting } from '../parts/waiting'
import css from './found-accounts.module.css'
import { FoundRow } from './found-row'
import { type AddFound, useAddFound } from './use-add-found'
import { type Look, useFoundAccounts } from './use-found-accounts'

interface FoundAccountsProps {
  readonly view: UnlockedView
  readonly secretId: string
  /** Called when the person has what they came for, or skips it. */
  readonly onDone: () => void
}

/** The accounts of a phrase that the network has seen, to be taken into the wallet. */
export function FoundAccountsScreen({ view, secretId, onDone }: FoundAccountsProps): ReactNode {
  const announce = useAnnounce()
  const { look, lookAgain } = useFoundAccounts(secretId)
  const accounts = look.kind === 'found' ? look.accounts.map((one) => withKnown(one, view)) : []
  const adding = useAddFound(secretId, accounts)

  async function add(): Promise<void> {
    const { added, complete } = await adding.add()
    if (!complete) return
    announce(added === 1 ? 'One account added.' : `${added} accounts added.`)
    onDone()
  }

  const offers = accounts.some(({ known, used }) => used && !known)
  return (
    <Screen
      title="Your accounts"
      over={secretName(view, secretId)}
      footer={<FoundFooter {...{ look, lookAgain, offers, adding, onDone }} onAdd={add} />}
    >
      <LookPart look={look} offers={offers} />
      {accounts.length > 0 && (
        <ul className={css['list']}>
          {accounts.map((account) => (
            <FoundRow
              key={account.address}
              account={account}
              network={view.network}
              ticked={account.known || adding.chosen.has(account.address)}
              onTick={(ticked) => adding.choose(account.address, ticked)}
            />
          ))}
        </ul>
      )}
      {look.kind === 'found' && look.unanswered > 0 && (
        <Notice
          level="caution"
          action={
            <Button look="text" onClick={lookAgain}>
              Look again
            </Button>
          }
        >
          The node did not answer for all accounts of this phrase. One that is missing here is not lost.
        </Notice>
      )}
    </Screen>
  )
}

interface FooterProps {
  readonly look: Look
  readonly lookAgain: () => void
  readonly offers: boolean
  readonly adding: AddFound
  readonly onAdd: () => void
  readonly onDone: () => void
}

function FoundFooter({ look, lookAgain, offers, adding, onAdd, onDone }: FooterProps): ReactNode {
  return (
    <div className={css['footer']}>
      {adding.error !== undefined && (
        <Notice level="error" live>
          {adding.error}
        </Notice>
      )}
      {offers && (
        <Button look="primary" wide busy={adding.busy} inert={adding.chosen.size === 0} onClick={onAdd}>
          Add these
        </Button>
      )}
      {look.kind === 'failed' && (
        <Button look="primary" wide onClick={lookAgain}>
          Try again
        </Button>
      )}
      {look.kind === 'found' && !offers ? (
        <Button look="primary" wide onClick={onDone}>
          Continue
        </Button>
      ) : (
        <Button look="text" wide onClick={onDone}>
          Skip
        </Button>
      )}
    </div>
  )
}

function LookPart({ look, offers }: { look: Look; offers: boolean }): ReactNode {
  switch (look.kind) {
    case 'looking':
      return (
        <>
          <p>Sotto asks the network which accounts of this phrase were used.</p>
          <Waiting label="Looking for accounts" lines={3} />
        </>
      )
    case 'failed':
      return (
        <Notice level="error" live title="The network did not answer">
          {look.message}
        </Notice>
      )
    case 'found':
      if (offers) {
        return (
          <p>The network has seen these accounts of your phrase. Choose the ones to have in this wallet.</p>
        )
      }
      return <p>The network has seen no further account of this phrase. There is nothing to add.</p>
    default:
      return look satisfies never
  }
}

/** The list grows while accounts are added, and the view knows first. */
function withKnown(found: FoundAccount, view: UnlockedView): FoundAccount {
  const known = view.accounts.some(({ address, keys }) => address === found.address && keys.kind !== 'watch')
  return known ? { ...found, known } : found
}

function secretName(view: UnlockedView, secretId: string): ReactNode {
  const secret = view.secrets.find(({ id }) => id === secretId)
  return secret && <PlainText text={secret.name} />
}

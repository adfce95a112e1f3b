import { type FormEvent, type ReactNode, useState } from 'react'
import type { OwnAccountView, SecretView, UnlockedView } from '../../messages/popup'
import { Button } from '../parts/button'
import { PasswordField } from '../parts/field'
import { Notice } from '../parts/notice'
import { PlainText } from '../parts/plain-text'
import { Problem } from '../parts/problem'
import { usePopup } from '../popup-context'
import type { Go } from '../routes'
import { useRequest } from '../use-request'
import { accountsOf, isUnwritten } from './account-groups'
import css from './accounts.module.css'
import { useOwnPassword } from './use-own-password'

interface RemoveProps {
  readonly account: OwnAccountView
  readonly view: UnlockedView
  readonly go: Go
  readonly onRemoved: () => void
}

/** Takes an account out of the wallet; with the last one of a phrase or key that goes too, which needs the password. */
export function RemoveAccount({ account, view, go, onRemoved }: RemoveProps): ReactNode {
  const [sure, setSure] = useState(false)
  if (view.accounts.length === 1) return <OnlyAccount go={go} />
  if (!sure) {
    return (
      <div className={css['ways']}>
        <Button look="text" onClick={() => setSure(true)}>
          Remove account
        </Button>
      </div>
    )
  }
  const lost = secretLostWith(account, view)
  const answers = { address: account.address, onKeep: () => setSure(false), onRemoved }
  return lost ? (
    <RemoveWithSecret secret={lost} {...answers} />
  ) : (
    <RemoveAlone account={account} {...answers} />
  )
}

function OnlyAccount({ go }: { go: Go }): ReactNode {
  return (
    <>
      <p className={css['soft']}>
        This is the only account, and a wallet has at least one. To take everything off this computer, forget
        this wallet.
      </p>
      <div className={css['ways']}>
        <Button look="text" onClick={() => go({ kind: 'forget-wallet' })}>
          Forget this wallet
        </Button>
      </div>
    </>
  )
}

/** The secret that no account would be left of. */
function secretLostWith(
  { keys }: OwnAccountView,
  { accounts, secrets }: UnlockedView,
): SecretView | undefined {
  if (keys.kind === 'watch' || accountsOf(keys.secretId, accounts).length > 1) return undefined
  return secrets.find(({ id }) => id === keys.secretId)
}

interface AnswerProps {
  readonly address: string
  readonly onKeep: () => void
  readonly onRemoved: () => void
}

function RemoveAlone({
  account,
  address,
  onKeep,
  onRemoved,
}: AnswerProps & { account: OwnAccountView }): ReactNode {
  const { ask } = usePopup()
  const { error, busy, run } = useRequest()

  async function remove(): Promise<void> {
    const reply = await run(ask('removeAccount', { address }), 'Account removed.')
    if (reply.kind === 'result') onRemoved()
  }

  return (
    <div className={css['form']}>
      <p>
        {account.keys.kind === 'watch'
          ? 'Sotto stops watching this address. You can add it again at any time.'
          : 'The account leaves this wallet, and what is on the chain stays. The recovery phrase stays here and brings it back at any time.'}{' '}
        Its connected sites and names are forgotten.
      </p>
      <Problem text={error} />
      <div className={css['answers']}>
        <Button wide onClick={onKeep}>
          Keep
        </Button>
        <Button wide look="risk" busy={busy} onClick={remove}>
          Remove
        </Button>
      </div>
    </div>
  )
}

function RemoveWithSecret({
  secret,
  address,
  onKeep,
  onRemoved,
}: AnswerProps & { secret: SecretView }): ReactNode {
  const { ask } = usePopup()
  const { field, busy, problem, send } = useOwnPassword()

  async function remove(event: FormEvent): Promise<void> {
    event.preventDefault()
    const reply = await send((password) => ask('removeAccount', { address, password }))
    if (reply?.kind === 'result') onRemoved()
  }

  return (
    <form className={css['form']} onSubmit={remove} noValidate>
      {isUnwritten(secret) ? (
        <Notice level="danger" title="This phrase was never written down">
          It exists only here. If you remove it now, nobody can bring this account back, and what is in it is
          lost for ever.
        </Notice>
      ) : (
        <Notice level="danger" title={`The ${WHAT[secret.kind]} goes too`}>
          This is the last account of <PlainText text={secret.name} />. Without your own copy of it, what is
          in the account is lost for ever.
        </Notice>
      )}
      <PasswordField kind="current-password" label="Password" {...field} />
      <Problem text={problem} />
      <div className={css['answers']}>
        <Button wide onClick={onKeep}>
          Keep
        </Button>
        <Button wide look="risk" submits busy={busy}>
          Remove both
        </Button>
      </div>
    </form>
  )
}

const WHAT: Record<SecretView['kind'], string> = { phrase: 'recovery phrase', 'private-key': 'private key' }

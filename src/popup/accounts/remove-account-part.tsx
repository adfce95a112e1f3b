import { type FormEvent, type ReactNode, useId, useState } from 'react'
import type { OwnAccountView, SecretView, UnlockedView } from '../../messages/popup'
import { Button } from '../parts/button'
import { PasswordField } from '../parts/field'
import { Notice } from '../parts/notice'
import { PlainText } from '../parts/plain-text'
import { Screen } from '../parts/screen'
import { isAboutPassword, ownPasswordProblem } from '../settings/own-password'
import css from './accounts.module.css'
import { useChange } from './use-change'

interface RemoveProps {
  readonly view: UnlockedView
  readonly account: OwnAccountView
  readonly onBack: () => void
  readonly onRemoved: () => void
}

export function RemoveAccountPart({ view, account, onBack, onRemoved }: RemoveProps): ReactNode {
  const form = useId()
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string>()
  const { busy, error, run } = useChange()
  const secret = lastSecretOf(view, account)

  async function remove(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    const found = secret === undefined ? undefined : ownPasswordProblem(password)
    setProblem(found)
    if (found !== undefined) return
    const { address } = account
    const typed = password
    setPassword('')
    const done = await run('removeAccount', secret === undefined ? { address } : { address, password: typed })
    if (done !== undefined) onRemoved()
  }

  const wrong = error !== undefined && isAboutPassword(error) ? error.message : undefined
  return (
    <Screen
      title="Remove this account?"
      over={<PlainText text={account.name} />}
      onBack={onBack}
      footer={
        <>
          <Button wide onClick={onBack}>
            Keep it
          </Button>
          <Button look="risk" wide submits busy={busy} form={form}>
            Remove
          </Button>
        </>
      }
    >
      <p>
        Its name, its tokens with their viewing keys, and what sites were allowed go from this computer. The
        coins stay where they are, on the chain.
      </p>
      <WhatGoes account={account} secret={secret} />
      <form id={form} className={css['form']} onSubmit={remove} noValidate>
        {secret !== undefined && (
          <PasswordField
            kind="current-password"
            label="Password"
            value={password}
            onChange={(text) => {
              setPassword(text)
              setProblem(undefined)
            }}
            error={problem ?? wrong}
          />
        )}
        {error !== undefined && wrong === undefined && (
          <Notice level="error" live>
            {error.message}
          </Notice>
        )}
      </form>
    </Screen>
  )
}

/** Whether the key goes too, and what that means. */
function WhatGoes({
  account,
  secret,
}: {
  account: OwnAccountView
  secret: SecretView | undefined
}): ReactNode {
  if (secret === undefined) {
    const watched = account.keys.kind === 'watch'
    return (
      <p>
        {watched ? 'You can watch it again by its address.' : 'You can add it again from the same phrase.'}
      </p>
    )
  }
  return (
    <Notice level="danger" title="The key goes too">
      No other account comes from <PlainText text={secret.name} />. Without your own copy of it, nobody can
      reach this account again.
      {secret.source === 'created' && !secret.checked && ' You have not shown yet that you wrote it down.'}
    </Notice>
  )
}

/** The phrase or key that goes with this account; undefined when others come from it too, or when it has none. */
function lastSecretOf(
  view: UnlockedView,
  { keys, address }: OwnAccountView,
): UnlockedView['secrets'][number] | undefined {
  if (keys.kind === 'watch') return undefined
  const others = view.accounts.some(
    (other) =>
      other.address !== address && other.keys.kind !== 'watch' && other.keys.secretId === keys.secretId,
  )
  return others ? undefined : view.secrets.find(({ id }) => id === keys.secretId)
}

import { type ReactNode, useId, useState } from 'react'
import type { AccountPathView, SecretView } from '../../messages/popup'
import { Button } from '../parts/button'
import { Disclosure } from '../parts/disclosure'
import { PlainText } from '../parts/plain-text'
import { Problem } from '../parts/problem'
import { Screen } from '../parts/screen'
import { usePopup } from '../popup-context'
import { useRequest } from '../use-request'
import { accountsOf } from './account-groups'
import css from './accounts.module.css'
import type { AddStep } from './add-step'
import { PathForm } from './path-form'

/** The next account of a phrase, or that of a chosen path. */
export function NextAccountStep({ view, onBack, onAdded }: AddStep): ReactNode {
  const { ask } = usePopup()
  const { error, busy, run } = useRequest()
  const phrases = view.secrets.filter(({ kind }) => kind === 'phrase')
  const [chosen, setChosen] = useState(phrases[0]?.id ?? '')

  async function add(path?: AccountPathView): Promise<void> {
    const params = { secretId: chosen, ...(path === undefined ? {} : { path: { ...path } }) }
    const reply = await run(ask('addAccount', params), 'Account added.')
    if (reply.kind === 'result') onAdded(reply.value.address)
  }

  return (
    <Screen
      title="One more account"
      over="Add account"
      onBack={onBack}
      footer={
        <div className={css['form']}>
          <Problem text={error} />
          <Button look="primary" wide busy={busy} onClick={() => add()}>
            Add the next account
          </Button>
        </div>
      }
    >
      <PhraseChoice
        phrases={phrases.map((secret) => ({ secret, count: accountsOf(secret.id, view.accounts).length }))}
        chosen={chosen}
        onChoose={setChosen}
      />
      <p>It is public on its own: nobody can see that it and your other accounts belong together.</p>
      <Disclosure summary="Choose the path yourself">
        <p className={css['soft']}>For an account that another wallet made under a path of its own.</p>
        <PathForm busy={busy} onAdd={add} />
      </Disclosure>
    </Screen>
  )
}

interface PhraseChoiceProps {
  readonly phrases: readonly { readonly secret: SecretView; readonly count: number }[]
  readonly chosen: string
  readonly onChoose: (secretId: string) => void
}

function PhraseChoice({ phrases, chosen, onChoose }: PhraseChoiceProps): ReactNode {
  const name = useId()
  if (phrases.length < 2) return null
  return (
    <fieldset className={css['options']}>
      <legend className={css['legend']}>Of which phrase?</legend>
      {phrases.map(({ secret: { id, name: called }, count }) => (
        <label key={id} className={css['tick']}>
          <input type="radio" name={name} checked={id === chosen} onChange={() => onChoose(id)} />
          <span>
            <PlainText text={called} />
            <span className={css['small']}>{count === 1 ? '1 account here' : `${count} accounts here`}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

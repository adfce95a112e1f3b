import { type ReactNode, useId } from 'react'
import type { SecretView, UnlockedView } from '../../messages/popup'
import { PlainText } from '../parts/plain-text'
import css from './accounts.module.css'

export function phrasesOf({ secrets }: UnlockedView): readonly SecretView[] {
  return secrets.filter(({ kind }) => kind === 'phrase')
}

interface ChoiceProps {
  readonly phrases: readonly SecretView[]
  readonly chosen: string
  readonly onChoose: (secretId: string) => void
}

/** Which phrase an account is to come from; nothing to see while there is only one. */
export function PhraseChoice({ phrases, chosen, onChoose }: ChoiceProps): ReactNode {
  const group = useId()
  if (phrases.length < 2) return null
  return (
    <fieldset className={css['choices']}>
      <legend className={css['spoken']}>Recovery phrase</legend>
      {phrases.map(({ id, name }) => (
        <label key={id} className={css['choice']}>
          <input type="radio" name={group} checked={id === chosen} onChange={() => onChoose(id)} />
          <span className={css['name']}>
            <PlainText text={name} />
          </span>
        </label>
      ))}
    </fieldset>
  )
}

import { type ReactNode, useId } from 'react'
import type { CoinView, FeeChoices, FeeLevel } from '../../messages/popup'
import css from './fee.module.css'
import { FeeAmount } from './fee-amount'
import type { FeeChange } from './use-fee-change'

export type OpenChoices = Extract<FeeChoices, { readonly kind: 'open' }>

interface LevelsProps {
  readonly choices: OpenChoices
  readonly change: FeeChange
}

const NAMES: Record<FeeLevel, string> = { low: 'Low', average: 'Average', high: 'High' }

/** The site's own fee, and three of Sotto's. */
export function FeeLevels({ choices, change }: LevelsProps): ReactNode {
  const { chosen, site, levels } = choices
  const name = useId()
  return (
    <fieldset className={css['choices']} aria-busy={change.busy || undefined}>
      <legend className={css['legend']}>Change the fee</legend>
      <Choice
        name={name}
        label="Set by the site"
        coins={site.coins}
        checked={chosen === 'site'}
        onChoose={() => change.choose({ kind: 'site' })}
      />
      {levels.map(({ level, coins }) => (
        <Choice
          key={level}
          name={name}
          label={NAMES[level]}
          coins={coins}
          checked={chosen === level}
          onChoose={() => change.choose({ kind: 'level', level })}
        />
      ))}
    </fieldset>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly coins: readonly CoinView[]
  readonly checked: boolean
  readonly onChoose: () => void
}

function Choice({ name, label, coins, checked, onChoose }: ChoiceProps): ReactNode {
  return (
    <label className={css['choice']}>
      <input type="radio" name={name} checked={checked} onChange={onChoose} />
      <span className={css['choiceText']}>
        <span>{label}</span>
        <span className={css['cost']}>
          <FeeAmount coins={coins} />
        </span>
      </span>
    </label>
  )
}

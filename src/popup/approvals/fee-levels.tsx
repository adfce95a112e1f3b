import { type ReactNode, useId, useState } from 'react'
import type { CoinView, FeeChoice, FeeChoices, FeeLevel } from '../../messages/popup'
import css from './fee.module.css'
import { FeeAmount } from './fee-amount'
import { OwnFee } from './own-fee'
import type { FeeChange } from './use-fee-change'

export type OpenChoices = Extract<FeeChoices, { readonly kind: 'open' }>

interface LevelsProps {
  readonly choices: OpenChoices
  readonly change: FeeChange
}

const NAMES: Record<FeeLevel, string> = { low: 'Low', average: 'Average', high: 'High' }

/** The site's own fee, three of Sotto's, and the person's own figures. */
export function FeeLevels({ choices, change }: LevelsProps): ReactNode {
  const { chosen, site, levels, custom } = choices
  const [writing, setWriting] = useState(false)
  const name = useId()
  const own = writing || chosen === 'custom'

  function choose(choice: FeeChoice): void {
    setWriting(false)
    void change.choose(choice)
  }

  return (
    <>
      <fieldset className={css['choices']} aria-busy={change.busy || undefined}>
        <legend className={css['legend']}>Change the fee</legend>
        <div className={css['box']}>
          <Choice
            name={name}
            label="Set by the site"
            coins={site.coins}
            checked={!own && chosen === 'site'}
            onChoose={() => choose({ kind: 'site' })}
          />
          {levels.map(({ level, coins }) => (
            <Choice
              key={level}
              name={name}
              label={NAMES[level]}
              coins={coins}
              checked={!own && chosen === level}
              onChoose={() => choose({ kind: 'level', level })}
            />
          ))}
          <Choice name={name} label="Own gas and price" checked={own} onChoose={() => setWriting(true)} />
        </div>
      </fieldset>
      {own && <OwnFee key={`${custom.gas} ${custom.price}`} custom={custom} change={change} />}
    </>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly coins?: readonly CoinView[]
  readonly checked: boolean
  readonly onChoose: () => void
}

function Choice({ name, label, coins, checked, onChoose }: ChoiceProps): ReactNode {
  return (
    <label className={css['choice']}>
      <input type="radio" name={name} checked={checked} onChange={onChoose} />
      <span className={css['choiceText']}>
        <span>{label}</span>
        {coins && (
          <span className={css['cost']}>
            <FeeAmount coins={coins} />
          </span>
        )}
      </span>
    </label>
  )
}

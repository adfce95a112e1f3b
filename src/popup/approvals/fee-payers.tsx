import { type ReactNode, useId } from 'react'
import type { FeePayer } from '../../messages/popup'
import { AddressText } from '../parts/address'
import { Amount } from '../parts/amount'
import css from './fee.module.css'
import type { OpenChoices } from './fee-levels'
import type { FeeChange } from './use-fee-change'

interface PayersProps {
  readonly choices: OpenChoices
  readonly change: FeeChange
}

/** Who could pay the fee; nothing to see while only the account itself can. */
export function FeePayers({ choices: { payer, payers }, change }: PayersProps): ReactNode {
  const name = useId()
  const named = payer === '' || payers.some(({ granter }) => granter === payer)
  const offered: readonly FeePayer[] = named ? payers : [{ granter: payer }, ...payers]
  if (offered.length === 0) return null
  return (
    <fieldset className={css['choices']} aria-busy={change.busy || undefined}>
      <legend className={css['legend']}>Paid by</legend>
      <div className={css['box']}>
        <label className={css['choice']}>
          <input
            type="radio"
            name={name}
            checked={payer === ''}
            onChange={() => change.choose({ kind: 'payer', granter: '' })}
          />
          <span className={css['choiceText']}>This account</span>
        </label>
        {offered.map((each) => (
          <label key={each.granter} className={css['choice']}>
            <input
              type="radio"
              name={name}
              checked={each.granter === payer}
              onChange={() => change.choose({ kind: 'payer', granter: each.granter })}
            />
            <PayerText payer={each} known={named || each.granter !== payer} />
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function PayerText({
  payer: { granter, limit, expires },
  known,
}: {
  payer: FeePayer
  known: boolean
}): ReactNode {
  return (
    <span className={css['payer']}>
      <AddressText address={granter} />
      {known && (
        <span className={css['remark']}>
          {limit === undefined ? (
            'pays without a limit'
          ) : (
            <>
              pays up to <Amount {...limit} />
            </>
          )}
          {expires !== undefined && `, until ${new Date(expires).toLocaleDateString()}`}
        </span>
      )}
    </span>
  )
}

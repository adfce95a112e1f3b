import { type ReactNode, useId } from 'react'
import { ACCOUNT_COLOURS } from '../../messages/key-facts'
import type { OwnAccountView } from '../../messages/popup'
import { ColourMark } from '../parts/colour-mark'
import { Problem } from '../parts/problem'
import { usePopup } from '../popup-context'
import { useRequest } from '../use-request'
import css from './accounts.module.css'

/** The colour of an account, one of eight. */
export function ColourChoice({ account: { address, colour } }: { account: OwnAccountView }): ReactNode {
  const { ask } = usePopup()
  const name = useId()
  const { error, run } = useRequest()
  return (
    <fieldset className={css['colours']}>
      <legend className={css['legend']}>Colour</legend>
      {ACCOUNT_COLOURS.map((word, index) => (
        <label key={word} className={css['colour']} title={word}>
          <input
            type="radio"
            name={name}
            aria-label={word}
            checked={index === colour}
            onChange={() => run(ask('editAccount', { address, colour: index }), `The colour is ${word}.`)}
          />
          <ColourMark colour={index} />
        </label>
      ))}
      <Problem text={error} />
    </fieldset>
  )
}

import { type ReactNode, useId } from 'react'
import { ACCOUNT_COLOURS } from '../../messages/key-facts'
import type { OwnAccountView } from '../../messages/popup'
import { ColourMark } from '../parts/colour-mark'
import { Notice } from '../parts/notice'
import css from './accounts.module.css'
import { useChange } from './use-change'

/** The colour beside the name. */
export function ColourPart({ account: { address, colour } }: { account: OwnAccountView }): ReactNode {
  const group = useId()
  const { error, run } = useChange()
  return (
    <fieldset className={css['colours']}>
      <legend>Colour</legend>
      {ACCOUNT_COLOURS.map((name, at) => (
        <label key={name} className={css['colour']} title={name}>
          <input
            type="radio"
            name={group}
            aria-label={name}
            checked={colour === at}
            onChange={() => run('editAccount', { address, colour: at })}
          />
          <ColourMark colour={at} />
        </label>
      ))}
      {error !== undefined && (
        <Notice level="error" live>
          {error.message}
        </Notice>
      )}
    </fieldset>
  )
}

import type { ReactNode } from 'react'
import type { OwnAccountView } from '../../messages/popup'
import { Problem } from '../parts/problem'
import { usePopup } from '../popup-context'
import { useRequest } from '../use-request'
import css from './accounts.module.css'

/** Whether an account is left out of the switcher. */
export function HiddenChoice({ account: { address, hidden } }: { account: OwnAccountView }): ReactNode {
  const { ask } = usePopup()
  const { error, run } = useRequest()
  return (
    <div>
      <label className={css['tick']}>
        <input
          type="checkbox"
          checked={hidden}
          onChange={(event) =>
            run(
              ask('editAccount', { address, hidden: event.target.checked }),
              event.target.checked ? 'Left out of the switcher.' : 'In the switcher again.',
            )
          }
        />
        <span>
          Leave it out of the switcher
          <span className={css['small']}>It stays here and in every backup.</span>
        </span>
      </label>
      <Problem text={error} />
    </div>
  )
}

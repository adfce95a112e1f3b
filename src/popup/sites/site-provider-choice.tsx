import { type ReactNode, useId } from 'react'
import type { PopupParams } from '../../messages/popup'
import { Problem } from '../parts/problem'
import { usePopup } from '../popup-context'
import { useRequest } from '../use-request'
import css from './site-provider-choice.module.css'

type Choice = PopupParams['setSiteProvider']['choice']

const CHOICES: Readonly<Record<Choice, string>> = {
  ask: 'When the site asks',
  always: 'Always, also beside another wallet',
  never: 'Never',
}

/** Whether Sotto is there for one site. `choice` is `ask` for a site of which nothing was said. */
export function SiteProviderChoice({ origin, choice }: { origin: string; choice: Choice }): ReactNode {
  const { ask } = usePopup()
  const { error, busy, run } = useRequest()
  const id = useId()
  const choose = (next: string): void => {
    if (isChoice(next)) void run(ask('setSiteProvider', { origin, choice: next }), 'Saved.')
  }
  return (
    <div className={css['choice']}>
      <label htmlFor={id}>Use Sotto on this site</label>
      <select
        id={id}
        aria-label={`Use Sotto on this site: ${origin}`}
        className={css['select']}
        value={choice}
        disabled={busy}
        onChange={(event) => choose(event.target.value)}
      >
        {Object.entries(CHOICES).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      <Problem text={error} />
    </div>
  )
}

function isChoice(text: string): text is Choice {
  return Object.hasOwn(CHOICES, text)
}

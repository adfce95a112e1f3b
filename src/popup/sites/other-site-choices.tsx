import type { ReactNode } from 'react'
import type { UnlockedView } from '../../messages/popup'
import { OriginText } from '../parts/origin-text'
import { SiteProviderChoice } from './site-provider-choice'
import css from './site-provider-choice.module.css'

/** Sites that know no account, of which the person said something all the same: where it is taken back. */
export function OtherSiteChoices({ view }: { view: UnlockedView }): ReactNode {
  const connected = new Set(view.sites.map(({ origin }) => origin))
  return view.siteChoices
    .filter(({ origin }) => !connected.has(origin))
    .map(({ origin, choice }) => (
      <section key={origin} className={css['other']}>
        <h2>
          <OriginText origin={origin} />
        </h2>
        <SiteProviderChoice origin={origin} choice={choice} />
      </section>
    ))
}

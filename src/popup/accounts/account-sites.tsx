import type { ReactNode } from 'react'
import type { SiteView } from '../../messages/popup'
import { Button } from '../parts/button'
import { OriginText } from '../parts/origin-text'
import { Section } from '../parts/section'
import type { Go } from '../routes'
import css from './accounts.module.css'

/** The sites that know one account. */
export function AccountSites({ sites, go }: { sites: readonly SiteView[]; go: Go }): ReactNode {
  return (
    <Section title="Connected sites">
      {sites.length === 0 ? (
        <p className={css['soft']}>No site knows this account.</p>
      ) : (
        <>
          <ul className={css['sites']}>
            {sites.map(({ origin }) => (
              <li key={origin}>
                <OriginText origin={origin} />
              </li>
            ))}
          </ul>
          <div className={css['ways']}>
            <Button look="text" onClick={() => go({ kind: 'sites' })}>
              See what they may do
            </Button>
          </div>
        </>
      )}
    </Section>
  )
}

import type { ReactNode } from 'react'
import type { ApprovalBody, AskedToken } from '../../messages/popup'
import { AddressText } from '../parts/address'
import { Identicon } from '../parts/identicon'
import { Notice } from '../parts/notice'
import { PlainText } from '../parts/plain-text'
import { Problem } from '../parts/problem'
import { Section } from '../parts/section'
import { VisibilityList } from '../parts/visibility-list'
import { usePopup } from '../popup-context'
import { useRequest } from '../use-request'
import css from './share-keys-review.module.css'

interface ShareKeysProps {
  readonly id: string
  readonly body: Extract<ApprovalBody, { kind: 'share-viewing-keys' }>
}

/** Which viewing keys a site would read: what is ticked is noted in the background, and Approve is for that. */
export function ShareKeysReview({ id, body: { tokens, always } }: ShareKeysProps): ReactNode {
  const { ask } = usePopup()
  const { error, run } = useRequest()
  const several = tokens.length > 1

  function choose(contract: string, chosen: boolean): void {
    const contracts = tokens
      .filter((token) => (token.contract === contract ? chosen : token.chosen))
      .map((token) => token.contract)
    void run(ask('chooseViewingKeys', { id, contracts }))
  }

  return (
    <>
      <Section title={several ? `Viewing keys of ${tokens.length} tokens` : 'Viewing key of'}>
        <ul className={css['list']}>
          {tokens.map((token) => (
            <li key={token.contract}>
              <TokenRow
                token={token}
                fixed={!several || always}
                onChoose={(chosen) => choose(token.contract, chosen)}
              />
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Who can see it, once you approve">
        <VisibilityList
          items={[
            { who: 'recipient', name: 'This site', text: whatItSees(tokens, always) },
            { who: 'public', text: 'Nothing new.' },
          ]}
        />
      </Section>
      <Notice level="caution">
        A key that was shared cannot be taken back. It moves nothing, but it reads until you make a new one.
      </Notice>
      <label className={css['always']}>
        <input
          type="checkbox"
          checked={always}
          onChange={(event) => void run(ask('allowAlways', { id, always: event.target.checked }))}
        />
        <span>
          <strong>Always allow this site to read viewing keys of my tokens</strong>
          <span className={css['soft']}>
            It then reads the key of any token you have, or add later, without asking, until you take that
            back under Sites.
          </span>
        </span>
      </label>
      <Problem text={error} />
    </>
  )
}

interface TokenRowProps {
  readonly token: AskedToken
  /** Set when there is nothing to choose: the one token, or all of them. */
  readonly fixed: boolean
  readonly onChoose: (chosen: boolean) => void
}

function TokenRow({ token: { contract, symbol, chosen }, fixed, onChoose }: TokenRowProps): ReactNode {
  const words = (
    <>
      <Identicon text={contract} size={30} shape="disc" />
      <span className={css['words']}>
        <span className={css['name']}>
          <PlainText text={symbol} />
        </span>
        <AddressText address={contract} full={fixed} />
      </span>
    </>
  )
  if (fixed) return <div className={css['row']}>{words}</div>
  return (
    <label className={css['row']}>
      <input type="checkbox" checked={chosen} onChange={(event) => onChoose(event.target.checked)} />
      {words}
    </label>
  )
}

function whatItSees(tokens: readonly AskedToken[], always: boolean): string {
  if (always) return 'Your balance and transfers of every token you have or add, past and future.'
  const chosen = tokens.filter((token) => token.chosen).map(({ symbol }) => symbol)
  if (chosen.length === 0) return 'Nothing: no token is chosen.'
  const named = chosen.slice(0, 5).join(', ')
  const rest = chosen.length - 5
  return `Your ${named}${rest > 0 ? ` and ${rest} more` : ''} balance and transfers, past and future.`
}

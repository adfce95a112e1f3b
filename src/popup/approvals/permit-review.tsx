import type { ReactNode } from 'react'
import type { PermitReview } from '../../messages/popup'
import { AddressText } from '../parts/address'
import { Facts } from '../parts/facts'
import { PlainText } from '../parts/plain-text'
import { Section } from '../parts/section'
import { RawPart } from './raw-part'
import css from './review.module.css'
import { WarningList } from './warning-list'

export function PermitReviewPart({ permit }: { permit: PermitReview }): ReactNode {
  const { name, permissions, tokens, starts, expires, chainId, warnings, raw } = permit
  return (
    <>
      <WarningList warnings={warnings} />
      <Section title="Whoever holds this permit can">
        <ul className={css['list']}>
          {permissions.map((permission, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rights of one permit never move
            <li key={index}>
              {permission.text}{' '}
              <span className={`${css['mono']} ${css['soft']}`}>
                <PlainText text={permission.name} />
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={placeTitle(tokens.length)}>
        {tokens.length === 0 && <p>Every contract there is, those you use later too.</p>}
        <ul className={css['list']}>
          {tokens.map(({ contract, label }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the tokens of one permit never move
            <li key={index}>
              <div className={label === undefined ? css['soft'] : undefined}>
                <PlainText text={label ?? 'Not a contract that Sotto knows'} />
              </div>
              <AddressText address={contract} full />
            </li>
          ))}
        </ul>
      </Section>
      <Facts
        rows={[
          { label: 'Name', value: <PlainText text={name} /> },
          ...(starts === undefined ? [] : [{ label: 'Begins', value: <PlainText text={starts} /> }]),
          {
            label: 'Ends',
            value: expires === undefined ? 'Never, until you revoke it' : <PlainText text={expires} />,
          },
          { label: 'Chain', value: <PlainText text={chainId} /> },
        ]}
      />
      <p className={css['remark']}>A permit only reads. It costs nothing and moves nothing.</p>
      <RawPart raw={raw} />
    </>
  )
}

function placeTitle(count: number): string {
  if (count === 0) return 'Everywhere'
  return count === 1 ? 'In this contract' : `In these ${count} contracts`
}

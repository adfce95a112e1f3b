import type { ReactNode } from 'react'
import type { PermitReview } from '../../messages/popup'
import { AddressText } from '../parts/address'
import { Facts } from '../parts/facts'
import { PlainText } from '../parts/plain-text'
import { Section } from '../parts/section'
import { RawPart } from './raw-part'
import css from './review.module.css'
import { WarningList } from './warning-list'

const MEANING: ReadonlyMap<string, string> = new Map([
  ['balance', 'read your balance'],
  ['history', 'read your transfers, all of them, past and future'],
  ['allowance', 'read who may spend for you'],
  ['owner', 'read everything you hold in these contracts'],
])

export function PermitReviewPart({ permit }: { permit: PermitReview }): ReactNode {
  const { name, permissions, tokens, expires, chainId, warnings, raw } = permit
  return (
    <>
      <WarningList warnings={warnings} />
      <Section title="Whoever holds this permit can">
        <ul className={css['list']}>
          {permissions.map((permission) => (
            <li key={permission}>
              {MEANING.get(permission) ?? 'use the permission'}{' '}
              <span className={`${css['mono']} ${css['soft']}`}>
                <PlainText text={permission} />
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={tokens.length === 1 ? 'In this contract' : `In these ${tokens.length} contracts`}>
        <ul className={css['list']}>
          {tokens.map(({ contract, label }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the tokens of one permit never move
            <li key={index}>
              {label !== undefined && (
                <div>
                  <PlainText text={label} />
                </div>
              )}
              <AddressText address={contract} full />
            </li>
          ))}
        </ul>
      </Section>
      <Facts
        rows={[
          { label: 'Name', value: <PlainText text={name} /> },
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

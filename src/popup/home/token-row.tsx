import type { ReactNode } from 'react'
import type { TokenView } from '../../messages/popup'
import { Identicon } from '../parts/identicon'
import { PlainText } from '../parts/plain-text'
import { Redacted } from '../parts/redacted'
import { Balance } from './balance'
import css from './token-row.module.css'

export function TokenRow({ token, onOpen }: { token: TokenView; onOpen: () => void }): ReactNode {
  const { contract, name, symbol, decimals, hasViewingKey, balance } = token
  return (
    <li>
      <button type="button" className={css['row']} onClick={onOpen}>
        <Identicon text={contract} size={34} shape="disc" />
        <span className={css['names']}>
          <span className={css['symbol']}>
            <PlainText text={symbol} />
          </span>
          <span className={css['name']}>
            <PlainText text={name} />
          </span>
        </span>
        <span className={css['amount']}>
          {hasViewingKey ? (
            <Balance balance={balance} decimals={decimals} symbol={symbol} size="line" />
          ) : (
            <span className={css['sealed']}>
              <Redacted label="Amount not readable" />
              No viewing key
            </span>
          )}
        </span>
      </button>
    </li>
  )
}

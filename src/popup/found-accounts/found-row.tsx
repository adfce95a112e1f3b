import type { ReactNode } from 'react'
import type { AmountView, FoundAccount, NetworkView } from '../../messages/popup'
import { Balance } from '../home/balance'
import { AddressText } from '../parts/address'
import { usePopup } from '../popup-context'
import css from './found-accounts.module.css'

interface FoundRowProps {
  readonly account: FoundAccount
  readonly network: NetworkView
  readonly ticked: boolean
  readonly onTick: (ticked: boolean) => void
}

/** One account of a phrase: where it is on it, its address, its balance, and whether to take it in. */
export function FoundRow({ account, network, ticked, onTick }: FoundRowProps): ReactNode {
  const { platform } = usePopup()
  const { address, path, known, amount } = account
  return (
    <li>
      <label className={known ? `${css['row']} ${css['known']}` : css['row']}>
        <input
          type="checkbox"
          checked={ticked}
          disabled={known}
          onChange={(event) => onTick(event.target.checked)}
        />
        <span className={css['facts']}>
          <span className={css['head']}>
            <span className={css['path']}>
              {path.coinType === 529 ? 'Secret path' : 'Cosmos path'}, number {path.index + 1}
            </span>
            {known && <span className={css['soft']}>In this wallet</span>}
          </span>
          <AddressText address={address} />
          <span className={css['amount']}>
            <Balance
              balance={balanceOf(amount, platform.now())}
              decimals={network.decimals}
              symbol={network.symbol}
              size="line"
            />
          </span>
        </span>
      </label>
    </li>
  )
}

function balanceOf(amount: string | undefined, asOf: number): AmountView {
  if (amount === undefined) return { kind: 'failed', message: 'The node did not say.' }
  return { kind: 'known', amount, asOf }
}

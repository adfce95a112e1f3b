import { ArrowDown, ArrowUp } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import type { OwnAccountView } from '../../messages/popup'
import { AccountLabel } from '../parts/account-label'
import { Button, IconButton } from '../parts/button'
import { Problem } from '../parts/problem'
import { Screen } from '../parts/screen'
import { usePopup } from '../popup-context'
import { useEscape } from '../use-escape'
import { useRequest } from '../use-request'
import css from './accounts.module.css'

interface OrderProps {
  readonly accounts: readonly OwnAccountView[]
  readonly onDone: () => void
}

/** The accounts in the order of the switcher, each to be moved one place at a time. */
export function AccountOrder({ accounts, onDone }: OrderProps): ReactNode {
  const { ask } = usePopup()
  const { error, busy, run } = useRequest()
  const list = useFocusKept(accounts)
  useEscape(onDone)

  async function move({ address, name }: OwnAccountView, to: number): Promise<void> {
    if (busy || to < 0 || to >= accounts.length) return
    await run(ask('moveAccount', { address, to }), `${name} is number ${to + 1} of ${accounts.length}.`)
  }

  return (
    <Screen
      title="Order of accounts"
      over="Accounts"
      onBack={onDone}
      footer={
        <Button look="primary" wide onClick={onDone}>
          Done
        </Button>
      }
    >
      <p className={css['soft']}>The first nine have the digits 1 to 9 in the switcher.</p>
      <Problem text={error} />
      <ol ref={list} className={css['list']}>
        {accounts.map((account, index) => (
          <li key={account.address} className={css['moving']}>
            <AccountLabel account={account} />
            <IconButton
              id={`up ${account.address}`}
              label={`Move ${account.name} up`}
              aria-disabled={index === 0 || undefined}
              onClick={() => move(account, index - 1)}
            >
              <ArrowUp size={17} strokeWidth={1.7} />
            </IconButton>
            <IconButton
              id={`down ${account.address}`}
              label={`Move ${account.name} down`}
              aria-disabled={index === accounts.length - 1 || undefined}
              onClick={() => move(account, index + 1)}
            >
              <ArrowDown size={17} strokeWidth={1.7} />
            </IconButton>
          </li>
        ))}
      </ol>
    </Screen>
  )
}

/** A row that moves takes its focus along, which a browser drops when an element changes its place. */
function useFocusKept(accounts: readonly OwnAccountView[]): React.RefObject<HTMLOListElement | null> {
  const list = useRef<HTMLOListElement>(null)
  const last = useRef('')
  useEffect(() => {
    const box = list.current
    const remember = (event: FocusEvent): void => {
      if (event.target instanceof Element) last.current = event.target.id
    }
    box?.addEventListener('focusin', remember)
    return () => box?.removeEventListener('focusin', remember)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each other order may have cost the focus
  useEffect(() => {
    if (document.activeElement === document.body && last.current !== '') {
      document.getElementById(last.current)?.focus()
    }
  }, [accounts])
  return list
}

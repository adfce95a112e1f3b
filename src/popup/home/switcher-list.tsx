import { Check } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useId, useRef, useState } from 'react'
import type { OwnAccountView } from '../../messages/popup'
import { AccountLabel } from '../parts/account-label'
import css from './account-switcher.module.css'

interface SwitcherListProps {
  readonly accounts: readonly OwnAccountView[]
  readonly current: string
  /** So many of the first have a digit. */
  readonly digits: number
  readonly listRef: Ref<HTMLDivElement>
  readonly onChoose: (account: OwnAccountView) => void
}

export function SwitcherList({ accounts, current, digits, listRef, onChoose }: SwitcherListProps): ReactNode {
  const id = useId()
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      accounts.findIndex(({ address }) => address === current),
    ),
  )
  const marked = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each other mark comes into sight
  useEffect(() => {
    // A newer Chromium gives a promise here, which React would take for the way to clean up.
    void marked.current?.scrollIntoView({ block: 'nearest' })
  }, [at])

  function onKeyDown(event: KeyboardEvent): void {
    const last = accounts.length - 1
    const next = placeOf(event.key, at, last)
    const chosen = chosenBy(event.key)
    if (next === undefined && chosen === undefined) return
    event.preventDefault()
    if (next !== undefined) setAt(next)
    if (chosen) onChoose(chosen)
  }

  function chosenBy(key: string): OwnAccountView | undefined {
    if (key === 'Enter' || key === ' ') return accounts[at]
    return /^[1-9]$/.test(key) && Number(key) <= digits ? accounts[Number(key) - 1] : undefined
  }

  return (
    <div
      ref={listRef}
      className={css['list']}
      role="listbox"
      aria-label="Accounts"
      tabIndex={0}
      aria-activedescendant={accounts[at] && `${id}-${at}`}
      onKeyDown={onKeyDown}
    >
      {accounts.map((account, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list box around it takes the keys
        <div
          key={account.address}
          id={`${id}-${index}`}
          ref={index === at ? marked : undefined}
          className={index === at ? `${css['option']} ${css['marked']}` : css['option']}
          role="option"
          tabIndex={-1}
          aria-selected={account.address === current}
          onClick={() => onChoose(account)}
        >
          <span className={css['digit']}>{index < digits ? index + 1 : ''}</span>
          <AccountLabel account={account} />
          {account.address === current && <Check size={16} strokeWidth={2} aria-hidden />}
        </div>
      ))}
    </div>
  )
}

/** The place an arrow leads to; undefined for every other key. */
function placeOf(key: string, at: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return at === last ? 0 : at + 1
    case 'ArrowUp':
      return at === 0 ? last : at - 1
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}

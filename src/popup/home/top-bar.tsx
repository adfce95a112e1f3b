import { ChevronDown, Eye, EyeOff } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import type { UnlockedView } from '../../messages/popup'
import { useAmountsHidden } from '../amounts-hidden'
import { AccountLabel } from '../parts/account-label'
import { IconButton } from '../parts/button'
import { CopyButton } from '../parts/copy-button'
import { LockButton } from '../parts/lock-button'
import type { Go } from '../routes'
import { useShortcut } from '../use-shortcut'
import { AccountSwitcher } from './account-switcher'
import css from './top-bar.module.css'

/** The account in use, and the way to another one: a press here or the key A. */
export function TopBar({ view, go }: { view: UnlockedView; go: Go }): ReactNode {
  const { hidden, toggle } = useAmountsHidden()
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  useShortcut('a', () => setOpen(true))

  function close(): void {
    setOpen(false)
    opener.current?.focus()
  }

  return (
    <div className={css['bar']}>
      <button
        ref={opener}
        type="button"
        className={css['account']}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-keyshortcuts="a"
        title="Switch account (A)"
        onClick={() => setOpen(!open)}
      >
        <AccountLabel account={view.account} />
        <ChevronDown size={16} strokeWidth={1.8} aria-label="Switch account" />
      </button>
      <CopyButton text={view.account.address} label="Copy address" done="Address copied." />
      <IconButton label={hidden ? 'Show amounts' : 'Hide amounts'} aria-pressed={hidden} onClick={toggle}>
        {hidden ? <EyeOff size={18} strokeWidth={1.6} /> : <Eye size={18} strokeWidth={1.6} />}
      </IconButton>
      <LockButton />
      {open && <AccountSwitcher view={view} go={go} onClose={close} />}
    </div>
  )
}

import { Plus, Users } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { OwnAccountView, UnlockedView } from '../../messages/popup'
import { useAnnounce } from '../parts/announcer'
import { Notice } from '../parts/notice'
import { usePopup } from '../popup-context'
import type { Go } from '../routes'
import css from './account-switcher.module.css'
import { SwitcherList } from './switcher-list'

/** More accounts than this have no digit of their own, and a field to search them. */
const DIGITS = 9
/** Shorter words are in too many addresses to mean one. */
const ADDRESS_PART = 3

interface SwitcherProps {
  readonly view: UnlockedView
  readonly go: Go
  readonly onClose: () => void
}

/** The accounts to choose from: by pointer, by arrows, or by the digit before the name. */
export function AccountSwitcher({ view, go, onClose }: SwitcherProps): ReactNode {
  const [words, setWords] = useState('')
  const { error, choose } = useChoice(view.account.address, onClose)
  const list = useRef<HTMLDivElement>(null)
  const search = useRef<HTMLInputElement>(null)
  useEffect(() => list.current?.focus(), [])
  const shown = view.accounts.filter(({ hidden, address }) => !hidden || address === view.account.address)
  const matching = shown.filter((account) => matches(account, words))

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.preventDefault()
      onClose()
    } else if (event.key === '/' && event.target !== search.current && search.current) {
      event.preventDefault()
      search.current.focus()
    }
  }

  return (
    <>
      <div className={css['ground']} onPointerDown={onClose} />
      <div className={css['panel']} role="dialog" aria-label="Switch account" onKeyDown={onKeyDown}>
        {shown.length > DIGITS && (
          <input
            ref={search}
            className={css['search']}
            type="search"
            aria-label="Search accounts"
            placeholder="Search"
            value={words}
            onChange={(event) => setWords(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown') {
                event.preventDefault()
                list.current?.focus()
              } else if (event.key === 'Enter' && matching[0]) void choose(matching[0])
            }}
            autoComplete="off"
            spellCheck={false}
          />
        )}
        <SwitcherList
          key={words}
          listRef={list}
          accounts={matching}
          current={view.account.address}
          digits={DIGITS}
          onChoose={choose}
        />
        {matching.length === 0 && <p className={css['none']}>No account by this name or address.</p>}
        {error !== undefined && (
          <Notice level="error" live>
            {error}
          </Notice>
        )}
        <div className={css['more']}>
          <button type="button" className={css['way']} onClick={() => go({ kind: 'add-account' })}>
            <Plus size={16} strokeWidth={1.8} aria-hidden />
            Add account
          </button>
          <button type="button" className={css['way']} onClick={() => go({ kind: 'accounts' })}>
            <Users size={16} strokeWidth={1.8} aria-hidden />
            Manage accounts
          </button>
        </div>
      </div>
    </>
  )
}

interface Choice {
  readonly error: string | undefined
  readonly choose: (account: OwnAccountView) => Promise<void>
}

function useChoice(current: string, onClose: () => void): Choice {
  const { ask } = usePopup()
  const announce = useAnnounce()
  const [error, setError] = useState<string>()

  async function choose({ address, name }: OwnAccountView): Promise<void> {
    if (address === current) return onClose()
    setError(undefined)
    const reply = await ask('selectAccount', { address })
    if (reply.kind === 'error') return setError(reply.error.message)
    announce(`${name} is in use.`)
    onClose()
  }

  return { error, choose }
}

function matches({ name, address }: OwnAccountView, words: string): boolean {
  const wanted = words.trim().toLowerCase()
  return name.toLowerCase().includes(wanted) || (wanted.length >= ADDRESS_PART && address.includes(wanted))
}

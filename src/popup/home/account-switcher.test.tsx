// @vitest-environment happy-dom
import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { UnlockedView } from '../../messages/popup'
import { manyAccounts, SECOND, WATCHED } from '../accounts/accounts.fake'
import { App } from '../app'
import { ACCOUNT, FakeBackground, show, unlockedView } from '../popup.fake'

const HIDDEN = {
  ...SECOND,
  name: 'Hidden',
  address: WATCHED.address.replace('secret1', 'secret1q'),
  hidden: true,
}

async function open(parts: Partial<UnlockedView> = {}): Promise<FakeBackground> {
  const background = new FakeBackground()
  show(<App />, { background })
  act(() => background.push(unlockedView({ accounts: [ACCOUNT, SECOND, HIDDEN, WATCHED], ...parts })))
  await screen.findByRole('heading', { level: 1, name: 'Home' })
  return background
}

const options = (): HTMLElement[] => screen.getAllByRole('option')
const chosen = (background: FakeBackground): unknown =>
  background.sent.filter(({ method }) => method === 'selectAccount').map(({ params }) => params)

describe('the account switcher', () => {
  it('switches in two keystrokes and gives the focus back', async () => {
    const background = await open()
    await userEvent.keyboard('a2')
    expect(chosen(background)).toEqual([{ address: SECOND.address }])
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.activeElement?.getAttribute('aria-keyshortcuts')).toBe('a')
  })

  it('leaves hidden accounts out and marks what can only be watched', async () => {
    await open()
    await userEvent.keyboard('a')
    expect(options()).toHaveLength(3)
    expect(options()[0]?.getAttribute('aria-selected')).toBe('true')
    expect(options()[2]?.textContent).toContain('Foundation')
    expect(options()[2]?.textContent).toContain('Watch only')
    expect(screen.queryByText('Hidden')).toBeNull()
  })

  it('goes by arrows, Home and End, around both ends, and picks with Enter', async () => {
    const background = await open()
    await userEvent.keyboard('a{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}{Home}{End}{Enter}')
    expect(chosen(background)).toEqual([{ address: WATCHED.address }])
  })

  it('closes with Esc and with the account that is in use, and asks nothing', async () => {
    const background = await open()
    await userEvent.keyboard('a{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    await userEvent.keyboard('a1')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(chosen(background)).toEqual([])
  })

  it('searches when there are more than nine, and digits typed there are text', async () => {
    const accounts = [ACCOUNT, ...manyAccounts(50)]
    const background = await open({ accounts })
    await userEvent.keyboard('a')
    expect(options()).toHaveLength(51)
    await userEvent.keyboard('/42')
    expect(options().map(({ textContent }) => textContent?.slice(0, 12))).toEqual(['1 Account 42'])
    await userEvent.keyboard('{Enter}')
    expect(chosen(background)).toEqual([{ address: accounts[42]?.address }])
  })

  it('says when nothing matches, and has no search field for a few accounts', async () => {
    await open()
    await userEvent.keyboard('a')
    expect(screen.queryByRole('searchbox')).toBeNull()
    await userEvent.keyboard('{Escape}')
  })

  it('keeps open with the reason when the background refuses', async () => {
    const background = await open()
    background.refuse('selectAccount', 'A request waits for this account. Answer it first.')
    await userEvent.keyboard('a2')
    expect(screen.getByRole('alert').textContent).toContain('A request waits')
    expect(screen.getByRole('dialog')).toBeDefined()
  })

  it('leads to more accounts and to all of them', async () => {
    await open()
    await userEvent.keyboard('a')
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Manage accounts' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Accounts' })).toBeDefined()
  })

  it('says at home that an account can only be watched', async () => {
    await open({ account: WATCHED })
    expect(document.body.textContent).toContain(
      'Sotto has no key for this account, so it can look and not sign.',
    )
  })
})

describe('the padlock', () => {
  it('is on every screen of the open wallet', async () => {
    const background = await open()
    for (const place of ['Activity', 'Sites', 'Settings', 'Receive']) {
      if (place === 'Receive') await userEvent.click(screen.getByRole('button', { name: 'Home' }))
      await userEvent.click(screen.getByRole('button', { name: place }))
      await screen.findByRole('heading', { level: 1, name: place === 'Sites' ? 'Connected sites' : place })
      await userEvent.click(screen.getByRole('button', { name: 'Lock' }))
    }
    expect(background.sent.map(({ method }) => method)).toEqual(['lock', 'lock', 'lock', 'lock'])
  })
})

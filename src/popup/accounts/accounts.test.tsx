// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import type { UnlockedView } from '../../messages/popup'
import { ACCOUNT, FakeBackground, NOW, SECRET, show, unlockedView } from '../popup.fake'
import type { AccountRoute, Route } from '../routes'
import { AccountPlaces } from './account-places'
import { KEY, KEYED, SECOND, WATCHED } from './accounts.fake'

interface Opened {
  readonly background: FakeBackground
  readonly went: Route[]
}

const VIEW = unlockedView({ accounts: [ACCOUNT, SECOND, KEYED, WATCHED], secrets: [SECRET, KEY] })

function open(route: AccountRoute, parts: Partial<UnlockedView> = {}): Opened {
  const background = new FakeBackground()
  const went: Route[] = []
  const view = { ...VIEW, ...parts }
  show(<AccountPlaces view={view} route={route} go={(next) => went.push(next)} />, { background })
  act(() => background.push(view))
  return { background, went }
}

const click = (name: string | RegExp): Promise<void> => userEvent.click(screen.getByRole('button', { name }))
const text = (): string => document.body.textContent ?? ''

describe('the accounts', () => {
  it('stand by what they come from, with what is known of each', () => {
    open(
      { kind: 'accounts' },
      {
        secrets: [{ ...SECRET, checked: false }, KEY],
        accounts: [ACCOUNT, { ...SECOND, hidden: true }, KEYED, WATCHED],
        sites: [
          {
            origin: 'https://a.example',
            account: SECOND.address,
            grants: [],
            had: [],
          },
        ],
      },
    )
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      'Recovery phrase 1',
      'Old key',
      'Watch only',
    ])
    expect(screen.getAllByText('Not written down yet')).toHaveLength(1)
    const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(rows[0]).toContain('in use')
    expect(rows[1]).toContain('hidden, 1 site')
    expect(rows[3]).toContain('Watch only')
  })

  it('lead to one account, to its phrase, and to the address book', async () => {
    const { went } = open({ kind: 'accounts' })
    await click(/Savings/)
    await click('Open Recovery phrase 1')
    await click('Address book')
    await click('Add account')
    expect(went).toEqual([
      { kind: 'account', address: SECOND.address },
      { kind: 'secret', secretId: SECRET.id },
      { kind: 'contacts' },
      { kind: 'add-account' },
    ])
  })

  it('change places in the whole list, and it is said', async () => {
    const { background } = open({ kind: 'accounts' })
    await click('Change the order')
    await click('Move Savings down')
    await click('Move Main up')
    expect(background.sent).toEqual([{ method: 'moveAccount', params: { address: SECOND.address, to: 2 } }])
    expect(screen.getByText(/Savings is number 3 of 4/)).toBeDefined()
    await userEvent.keyboard('{Escape}')
    expect(screen.getByRole('heading', { level: 1, name: 'Accounts' })).toBeDefined()
  })
})

describe('one account', () => {
  const account = (address: string): AccountRoute => ({ kind: 'account', address })

  it('is renamed in its place', async () => {
    const { background } = open(account(SECOND.address))
    const field = screen.getByLabelText('Name')
    expect(screen.queryByRole('button', { name: 'Save name' })).toBeNull()
    await userEvent.clear(field)
    await click('Save name')
    expect(screen.getByRole('alert').textContent).toBe('Enter a name.')
    await userEvent.type(field, ' Holidays {Enter}')
    expect(background.sent).toEqual([
      { method: 'editAccount', params: { address: SECOND.address, name: 'Holidays' } },
    ])
  })

  it('gets a colour, is left out, and is put to use', async () => {
    const { background } = open(account(SECOND.address))
    await userEvent.click(screen.getByRole('radio', { name: 'red' }))
    await userEvent.click(screen.getByRole('checkbox'))
    await click('Use this account')
    expect(background.sent).toEqual([
      { method: 'editAccount', params: { address: SECOND.address, colour: 4 } },
      { method: 'editAccount', params: { address: SECOND.address, hidden: true } },
      { method: 'selectAccount', params: { address: SECOND.address } },
    ])
  })

  it('gives its private key after a warning and the password, covered until held', async () => {
    const { background } = open(account(SECOND.address))
    background.reply('revealPrivateKey', { kind: 'result', value: { privateKey: 'ab'.repeat(32) } })
    await click('Export private key')
    expect(text()).toContain('can take everything in this account')
    await click('Continue')
    expect(screen.getByText('Enter your password.')).toBeDefined()
    await userEvent.type(screen.getByLabelText('Password'), 'correct horse{Enter}')
    expect(background.sent).toEqual([
      { method: 'revealPrivateKey', params: { address: SECOND.address, password: 'correct horse' } },
    ])
    expect(text()).not.toContain('abab')
    const user = userEvent.setup()
    await user.pointer({ keys: '[MouseLeft>]', target: screen.getByRole('button', { name: 'Hold to show' }) })
    expect(text()).toContain('ab'.repeat(32))
    await user.pointer({ keys: '[/MouseLeft]' })
    expect(text()).not.toContain('abab')
    await click('Put it away')
    expect(screen.getByRole('button', { name: 'Export private key' })).toBeDefined()
  })

  it('forgets a wrong password at once and says so at the field', async () => {
    const { background } = open(account(SECOND.address))
    background.replies.set('revealPrivateKey', {
      kind: 'error',
      error: { code: 'vault/wrong-password', message: 'That is not the password.' },
    })
    await click('Export private key')
    await userEvent.type(screen.getByLabelText('Password'), 'wrong{Enter}')
    expect(screen.getByLabelText<HTMLInputElement>('Password').value).toBe('')
    expect(screen.getByText('That is not the password.').closest('[role=alert]')).not.toBeNull()
  })

  it('empties the clipboard 30 seconds after its key was copied', async () => {
    const { background } = open(account(SECOND.address))
    background.reply('revealPrivateKey', { kind: 'result', value: { privateKey: 'cd'.repeat(32) } })
    await click('Export private key')
    await userEvent.type(screen.getByLabelText('Password'), 'correct horse{Enter}')
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    try {
      await act(async () => screen.getByRole('button', { name: 'Copy key' }).click())
      expect(background.copied).toEqual(['cd'.repeat(32)])
      await act(async () => vi.advanceTimersByTime(30_000))
      expect(background.copied).toEqual(['cd'.repeat(32), ''])
    } finally {
      vi.useRealTimers()
    }
  })

  it('has no key to give when it can only be watched', () => {
    open(account(WATCHED.address))
    expect(text()).toContain('so it can look and not sign')
    expect(screen.queryByRole('button', { name: 'Export private key' })).toBeNull()
  })

  it('leaves the wallet when its phrase stays, after a second word', async () => {
    const { background, went } = open(account(SECOND.address))
    await click('Remove account')
    expect(text()).toContain('The recovery phrase stays here')
    await click('Remove')
    expect(background.sent).toEqual([{ method: 'removeAccount', params: { address: SECOND.address } }])
    expect(went).toEqual([{ kind: 'accounts' }])
  })

  it('takes its key along when it is the last one, which needs the password', async () => {
    const { background } = open(account(KEYED.address))
    await click('Remove account')
    expect(text()).toContain('The private key goes too')
    await userEvent.type(screen.getByLabelText('Password'), 'correct horse')
    await click('Remove both')
    expect(background.sent).toEqual([
      { method: 'removeAccount', params: { address: KEYED.address, password: 'correct horse' } },
    ])
  })

  it('says loudly when its phrase was never written down', async () => {
    open(account(ACCOUNT.address), {
      accounts: [ACCOUNT, WATCHED],
      secrets: [{ ...SECRET, checked: false }],
    })
    await click('Remove account')
    expect(text()).toContain('This phrase was never written down')
  })

  it('stays when it is the only one, and the way to forget the wallet is shown', async () => {
    const { went } = open(account(ACCOUNT.address), { accounts: [ACCOUNT] })
    expect(screen.queryByRole('button', { name: 'Remove account' })).toBeNull()
    await click('Forget this wallet')
    expect(went).toEqual([{ kind: 'forget-wallet' }])
  })

  it('is not there any more, and that is said', () => {
    open(account('secret1gone'))
    expect(text()).toContain('This account is not in your wallet.')
  })
})

describe('a recovery phrase', () => {
  it('is renamed, shown, and searched for accounts', async () => {
    const { background, went } = open(
      { kind: 'secret', secretId: SECRET.id },
      { secrets: [{ ...SECRET, checked: false, createdAt: NOW }] },
    )
    expect(text()).toContain('Not written down yet')
    await userEvent.type(screen.getByLabelText('Name'), '!{Enter}')
    expect(background.sent).toEqual([
      { method: 'renameSecret', params: { secretId: SECRET.id, name: 'Recovery phrase 1!' } },
    ])
    await click('Show recovery phrase')
    await click('Look for used accounts')
    expect(went).toEqual([
      { kind: 'phrase', secretId: SECRET.id },
      { kind: 'found', secretId: SECRET.id },
    ])
  })

  it('is something a private key has not', () => {
    open({ kind: 'secret', secretId: KEY.id })
    expect(screen.queryByRole('button', { name: 'Show recovery phrase' })).toBeNull()
  })
})

// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { UnlockedView } from '../../messages/popup'
import { AccountPlaces } from '../accounts/account-places'
import { ADA, manyContacts, SECOND, twinOf } from '../accounts/accounts.fake'
import { ACCOUNT, FakeBackground, show, unlockedView } from '../popup.fake'
import type { AccountRoute, Route } from '../routes'

function open(
  route: AccountRoute,
  parts: Partial<UnlockedView> = {},
): { background: FakeBackground; went: Route[] } {
  const background = new FakeBackground()
  const went: Route[] = []
  const view = unlockedView({ contacts: [ADA], ...parts })
  show(<AccountPlaces view={view} route={route} go={(next) => went.push(next)} />, { background })
  act(() => background.push(view))
  return { background, went }
}

const NEW: AccountRoute = { kind: 'contact', address: '' }
const click = (name: string | RegExp): Promise<void> => userEvent.click(screen.getByRole('button', { name }))
const text = (): string => document.body.textContent ?? ''
const fill = async (label: string, words: string): Promise<void> => {
  const field = screen.getByLabelText(label)
  await userEvent.clear(field)
  if (words !== '') await userEvent.type(field, words)
}

describe('the address book', () => {
  it('teaches what it is for while it is empty', async () => {
    const { went } = open({ kind: 'contacts' }, { contacts: [] })
    expect(text()).toContain('Give an address a name')
    await click('Add entry')
    expect(went).toEqual([NEW])
  })

  it('draws 50 of 500 at a time, and finds one by name, note or address', async () => {
    const contacts = manyContacts(500)
    const { went } = open({ kind: 'contacts' }, { contacts })
    expect(text()).toContain('500 entries')
    expect(screen.getAllByRole('listitem')).toHaveLength(50)
    await click('Show 50 more')
    expect(screen.getAllByRole('listitem')).toHaveLength(100)
    await userEvent.keyboard('/contact 487')
    expect(screen.getAllByRole('listitem')).toHaveLength(1)
    await click(/Contact 487/)
    expect(went).toEqual([{ kind: 'contact', address: contacts[486]?.address }])
    await userEvent.type(screen.getByRole('searchbox'), ' nobody')
    expect(text()).toContain('Nothing found')
  })
})

describe('an entry', () => {
  it('is added', async () => {
    const { background, went } = open(NEW)
    await click('Save')
    expect(background.sent).toEqual([])
    expect(text()).toContain('Enter a name.')
    expect(text()).toContain('Enter an address. It starts with secret1.')
    await fill('Name', ' Ben ')
    await fill('Address', SECOND.address)
    await fill('Note', 'Lunch')
    await click('Save')
    expect(background.sent).toEqual([
      { method: 'saveContact', params: { address: SECOND.address, name: 'Ben', note: 'Lunch' } },
    ])
    expect(went).toEqual([{ kind: 'contacts' }])
  })

  it('begins with an address that was seen elsewhere', () => {
    open({ kind: 'contact', address: SECOND.address })
    expect(screen.getByLabelText<HTMLInputElement>('Address').value).toBe(SECOND.address)
  })

  it('says what is double and what only looks like a known address', async () => {
    const { background } = open(NEW)
    await fill('Name', 'ada')
    expect(text()).toContain('Another address has this name already.')
    await fill('Address', ADA.address)
    expect(text()).toContain('You have this address already. It is called Ada.')
    await click('Save')
    expect(background.sent).toEqual([])
    await fill('Address', ACCOUNT.address)
    expect(text()).toContain('This is your own account Main.')
  })

  it('says when its address only looks like a known one', () => {
    const twin = twinOf(SECOND.address)
    open({ kind: 'contact', address: SECOND.address }, { contacts: [{ ...ADA, address: twin }] })
    expect(text()).toContain('Looks like Ada, but is another address')
  })

  it('is kept when the background refuses, with the reason', async () => {
    const { background, went } = open({ kind: 'contact', address: ADA.address })
    background.refuse('saveContact', 'The address book is full. Remove an entry first.')
    await fill('Name', 'Ada B')
    await click('Save')
    expect(screen.getAllByRole('alert').some(({ textContent }) => textContent?.includes('is full'))).toBe(
      true,
    )
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Ada B')
    expect(went).toEqual([])
  })

  it('moves to another address without ever being away', async () => {
    const { background } = open({ kind: 'contact', address: ADA.address })
    await fill('Address', SECOND.address)
    await click('Save')
    expect(background.sent).toEqual([
      { method: 'saveContact', params: { ...ADA, address: SECOND.address } },
      { method: 'removeContact', params: { address: ADA.address } },
    ])
  })

  it('is removed after a second word', async () => {
    const { background, went } = open({ kind: 'contact', address: ADA.address })
    await click('Remove entry')
    expect(background.sent).toEqual([])
    await click('Remove')
    expect(background.sent).toEqual([{ method: 'removeContact', params: { address: ADA.address } }])
    expect(went).toEqual([{ kind: 'contacts' }])
  })
})

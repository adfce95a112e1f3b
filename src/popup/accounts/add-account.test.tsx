// @vitest-environment happy-dom
import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { UnlockedView } from '../../messages/popup'
import { ACCOUNT, FakeBackground, SECRET, show, unlockedView } from '../popup.fake'
import type { Route } from '../routes'
import { AccountPlaces } from './account-places'
import { ADA, KEY, SECOND, twinOf, WATCHED } from './accounts.fake'

const PHRASE = 'grant rice replace explain federal release fix clever romance raise often wild'
const OTHER = { ...SECRET, id: '1111111111111111', name: 'Recovery phrase 2' }

function open(parts: Partial<UnlockedView> = {}): { background: FakeBackground; went: Route[] } {
  const background = new FakeBackground()
  const went: Route[] = []
  const view = unlockedView(parts)
  show(<AccountPlaces view={view} route={{ kind: 'add-account' }} go={(next) => went.push(next)} />, {
    background,
  })
  act(() => background.push(view))
  return { background, went }
}

const click = (name: string | RegExp): Promise<void> => userEvent.click(screen.getByRole('button', { name }))
const alerts = (): string[] =>
  screen
    .getAllByRole('alert')
    .map(({ textContent }) => textContent ?? '')
    .filter((text) => text !== '')

describe('one more account of a phrase', () => {
  it('is the next one, and one lands on it', async () => {
    const { background, went } = open()
    background.reply('addAccount', { kind: 'result', value: { address: SECOND.address } })
    await click(/One more of a phrase/)
    await click('Add the next account')
    expect(background.sent).toEqual([{ method: 'addAccount', params: { secretId: SECRET.id } }])
    expect(went).toEqual([{ kind: 'account', address: SECOND.address }])
  })

  it('is of the phrase that is chosen when there are several', async () => {
    const { background } = open({ secrets: [SECRET, OTHER, KEY] })
    background.refuse('addAccount', 'There are no more accounts to add.')
    await click(/One more of a phrase/)
    expect(screen.getAllByRole('radio')).toHaveLength(2)
    await userEvent.click(screen.getByRole('radio', { name: /Recovery phrase 2/ }))
    await click('Add the next account')
    expect(background.sent).toEqual([{ method: 'addAccount', params: { secretId: OTHER.id } }])
    expect(alerts()).toEqual(['There are no more accounts to add.'])
  })

  it('has a path of its own choice, shown as it will be', async () => {
    const { background } = open()
    background.reply('addAccount', { kind: 'result', value: { address: SECOND.address } })
    await click(/One more of a phrase/)
    await userEvent.selectOptions(screen.getByLabelText('Coin type'), '118')
    await userEvent.clear(screen.getByLabelText('Index'))
    expect(alerts()).toEqual(['Enter a number.'])
    await userEvent.type(screen.getByLabelText('Index'), '5')
    expect(document.body.textContent).toContain("m/44'/118'/0'/0/5")
    await click('Add this path')
    expect(background.sent).toEqual([
      {
        method: 'addAccount',
        params: { secretId: SECRET.id, path: { coinType: 118, account: 0, change: 0, index: 5 } },
      },
    ])
  })

  it('is no choice without a phrase', () => {
    open({ secrets: [KEY] })
    expect(screen.queryByRole('button', { name: /One more of a phrase/ })).toBeNull()
  })
})

describe('another phrase or key', () => {
  it('is added and its field is empty', async () => {
    const { background, went } = open()
    background.reply('addSecret', { kind: 'result', value: { secretId: OTHER.id, address: SECOND.address } })
    await click(/Another recovery phrase/)
    await userEvent.type(screen.getByLabelText('Words of the phrase'), PHRASE)
    await click('Add')
    expect(background.sent).toEqual([
      {
        method: 'addSecret',
        params: {
          secret: { kind: 'phrase', phrase: PHRASE, passphrase: '', unlisted: false },
          coinType: 529,
        },
      },
    ])
    // Its first account is there; the others that were used are looked for next.
    expect(went).toEqual([{ kind: 'found', secretId: OTHER.id }])
    expect(screen.getByLabelText<HTMLTextAreaElement>('Words of the phrase').value).toBe('')
  })

  it.each(['mnemonic/checksum', 'private-key/range', 'key/invalid', 'accounts/known'])(
    'is refused at its field: %s',
    async (code) => {
      const { background } = open()
      background.replies.set('addSecret', {
        kind: 'error',
        error: { code, message: 'It cannot be this one.' },
      })
      await click(/Another recovery phrase/)
      await userEvent.type(screen.getByLabelText('Words of the phrase'), 'one two')
      await click('Add')
      const field = screen.getByLabelText('Words of the phrase')
      await waitFor(() => expect(alerts()).toEqual(['It cannot be this one.']))
      expect(field.getAttribute('aria-invalid')).toBe('true')
      await waitFor(() => expect(document.activeElement).toBe(field))
    },
  )

  it('is taken as it stands once the person says that its words are right', async () => {
    const { background } = open()
    background.replies.set('addSecret', {
      kind: 'error',
      error: { code: 'mnemonic/unlisted', message: 'Sotto does not know this list of words.' },
    })
    await click(/Another recovery phrase/)
    await userEvent.type(screen.getByLabelText('Words of the phrase'), 'uno due')
    await click('Add')
    await userEvent.click(screen.getByRole('checkbox', { name: 'The words are right as they stand' }))
    await click('Add')
    expect(background.sent.at(-1)?.params).toEqual({
      secret: { kind: 'phrase', phrase: 'uno due', passphrase: '', unlisted: true },
      coinType: 529,
    })
  })
})

describe('an address to watch', () => {
  it('is checked while it is typed', async () => {
    const { background } = open({ accounts: [ACCOUNT, SECOND] })
    await click(/Watch an address/)
    const field = screen.getByLabelText('Address')
    await userEvent.type(field, 'secret1ap')
    expect(screen.queryByText(/letter in this address/)).toBeNull()
    await click('Watch')
    expect(alerts()).toEqual([
      'A letter in this address is wrong or missing. Copy it again from its source.',
      'Enter a name.',
    ])
    await userEvent.clear(field)
    await userEvent.type(field, 'cosmos1abc')
    expect(alerts()).toEqual([
      'This address starts with cosmos1. A Secret Network address starts with secret1.',
    ])
    await userEvent.clear(field)
    await userEvent.type(field, SECOND.address)
    expect(alerts()).toEqual(['You have this account already. It is called Savings.'])
    expect(background.sent).toEqual([])
  })

  it('is added with its name', async () => {
    const { background, went } = open()
    await click(/Watch an address/)
    await userEvent.type(screen.getByLabelText('Address'), ` ${WATCHED.address} `)
    await userEvent.type(screen.getByLabelText('Name'), 'Foundation')
    await click('Watch')
    expect(background.sent).toEqual([
      { method: 'watchAddress', params: { address: WATCHED.address, name: 'Foundation' } },
    ])
    expect(went).toEqual([{ kind: 'account', address: WATCHED.address }])
  })

  it('is compared with the known ones', async () => {
    open({ contacts: [{ ...ADA, address: twinOf(WATCHED.address) }] })
    await click(/Watch an address/)
    await userEvent.type(screen.getByLabelText('Address'), WATCHED.address)
    expect(document.body.textContent).toContain('Looks like Ada, but is another address')
    await userEvent.keyboard('{Escape}')
    expect(screen.getByRole('heading', { level: 1, name: 'Add account' })).toBeDefined()
  })
})

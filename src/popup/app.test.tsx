// @vitest-environment happy-dom
import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { View } from '../messages/popup'
import { App } from './app'
import { ADDRESS, FakeBackground, show, unlockedView } from './popup.fake'

function open(view: View, stage: { mode?: 'popup' | 'tab'; vanishes?: boolean } = {}): FakeBackground {
  const background = new FakeBackground()
  show(<App />, { background, ...stage })
  act(() => background.push(view))
  return background
}

const heading = (name: string | RegExp): Promise<HTMLElement> =>
  screen.findByRole('heading', { level: 1, name })
const click = (name: string): Promise<void> => userEvent.click(screen.getByRole('button', { name }))

describe('the locked wallet', () => {
  it('asks for the password and nothing else, in focus', async () => {
    const background = open({ kind: 'locked', waitingSites: ['https://dapp.example'] })
    const field = screen.getByLabelText('Password')
    expect(document.activeElement).toBe(field)
    expect(document.body.textContent).toContain('https://dapp.example')
    await userEvent.type(field, 'correct horse{Enter}')
    expect(background.sent).toEqual([{ method: 'unlock', params: { password: 'correct horse' } }])
  })

  it('says that the password is wrong at the field, and keeps the focus there', async () => {
    const background = open({ kind: 'locked', waitingSites: [] })
    background.refuse('unlock', 'That is not the password.')
    await userEvent.type(screen.getByLabelText('Password'), 'wrong')
    await click('Unlock')
    const field = screen.getByLabelText('Password')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByRole('alert').textContent).toBe('That is not the password.')
    expect(document.activeElement).toBe(field)
  })

  it('does not ask the background about an empty password', async () => {
    const background = open({ kind: 'locked', waitingSites: [] })
    await click('Unlock')
    expect(background.sent).toEqual([])
  })
})

describe('onboarding', () => {
  const PHRASE = 'grant rice replace explain federal release fix clever romance raise often wild'

  it('creates a wallet only after three words were given back', async () => {
    const background = open({ kind: 'empty' })
    background.reply('draftPhrase', { kind: 'result', value: { phrase: PHRASE } })
    await screen.findByRole('button', { name: 'Create a new wallet' })
    await click('Create a new wallet')
    await click('Continue')
    await heading('Write these words down')
    const shown = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(shown.join(' ')).toBe(PHRASE)
    await click('Continue')
    await click('Continue')
    expect(screen.getAllByText(/This is not word/)).toHaveLength(3)
    for (const field of screen.getAllByLabelText<HTMLInputElement>(/^Word \d+$/)) {
      const place = Number(field.labels?.[0]?.textContent?.replace('Word ', ''))
      await userEvent.type(field, ` ${shown[place - 1]?.toUpperCase()} `)
    }
    await click('Continue')
    await userEvent.type(screen.getByLabelText('Password'), 'correct horse')
    await userEvent.type(screen.getByLabelText('Confirm password'), 'correct horse')
    await click('Continue')
    expect(background.sent.at(-1)).toEqual({
      method: 'createVault',
      params: { phrase: PHRASE, password: 'correct horse', source: 'created' },
    })
    act(() => background.push(unlockedView()))
    expect(await screen.findByText('Your wallet is ready')).toBeDefined()
  })

  it('shows what is wrong with a phrase where it was typed, and counts its words', async () => {
    const background = open({ kind: 'empty' })
    background.refuse('checkPhrase', 'Word 3 is not in the list.')
    await screen.findByRole('button', { name: 'Import an existing wallet' })
    await click('Import an existing wallet')
    await userEvent.type(screen.getByLabelText('Recovery phrase'), '1. one  2. two 3. tree')
    expect(screen.getByText('3 words so far')).toBeDefined()
    await click('Continue')
    expect(screen.getByRole('alert').textContent).toBe('Word 3 is not in the list.')
    expect(screen.getByLabelText('Recovery phrase').getAttribute('aria-invalid')).toBe('true')
  })

  it('refuses short and differing passwords before the background hears of them', async () => {
    const background = open({ kind: 'empty' })
    background.reply('checkPhrase', { kind: 'result', value: { words: 12 } })
    await screen.findByRole('button', { name: 'Import an existing wallet' })
    await click('Import an existing wallet')
    await userEvent.type(screen.getByLabelText('Recovery phrase'), PHRASE)
    await click('Continue')
    await userEvent.type(screen.getByLabelText('Password'), 'short')
    await click('Continue')
    expect(screen.getByText('Use at least 8 characters.')).toBeDefined()
    await userEvent.type(screen.getByLabelText('Password'), 'er no more')
    await userEvent.type(screen.getByLabelText('Confirm password'), 'other')
    await click('Continue')
    expect(screen.getByText('This is not the same password.')).toBeDefined()
    expect(background.sent.map(({ method }) => method)).toEqual(['checkPhrase'])
    await userEvent.keyboard('{Escape}')
    expect(screen.getByLabelText('Recovery phrase')).toBeDefined()
  })

  it('moves to a full tab when the popup would vanish', async () => {
    const background = open({ kind: 'empty' }, { vanishes: true })
    await screen.findByRole('button', { name: 'Create a new wallet' })
    await click('Create a new wallet')
    expect(background.opened).toEqual(['popup.html?tab'])
    expect(background.closed).toBe(1)
  })
})

describe('the open wallet', () => {
  it('shows exact amounts, hides them on demand, and locks', async () => {
    const background = open(unlockedView())
    expect(document.body.textContent).toContain('1234567.000001 SCRT')
    await click('Hide amounts')
    expect(document.body.textContent).not.toContain('567')
    await click('Show amounts')
    expect(document.body.textContent).toContain('567')
    await click('Lock')
    expect(background.sent).toEqual([{ method: 'lock', params: {} }])
  })

  it('copies the whole address and says so', async () => {
    const background = open(unlockedView())
    await click('Copy address')
    expect(background.copied).toEqual([ADDRESS])
    expect(
      screen.getAllByRole('status').some(({ textContent }) => textContent?.startsWith('Address copied.')),
    ).toBe(true)
  })

  it('keeps what was known last beside what went wrong', () => {
    open(
      unlockedView({
        balance: { kind: 'failed', message: 'The node is silent.', last: { amount: '5000000', asOf: 0 } },
      }),
    )
    expect(document.body.textContent).toContain('5 SCRT')
    expect(document.body.textContent).toContain('The node is silent.')
  })

  it('goes to each place by its name and back with Esc', async () => {
    open(unlockedView())
    for (const [name, title] of [
      ['Activity', 'Activity'],
      ['Sites', 'Connected sites'],
      ['Settings', 'Settings'],
      ['Receive', 'Receive'],
    ] as const) {
      await click(name)
      await waitFor(() =>
        expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: title })),
      )
      await userEvent.keyboard('{Escape}')
      await heading('Home')
    }
  })

  it('keeps a stop in sight and leads to its decision', async () => {
    const background = open(
      unlockedView({
        securityEvents: [
          {
            id: 'e1',
            chainId: 'secretdev-1',
            kind: 'tx-key-changed',
            title: 'The key changed',
            message: 'Another key than before.',
            createdAt: 0,
            blocking: true,
            canAccept: true,
            facts: [{ label: 'New key', value: 'aa' }],
          },
        ],
      }),
    )
    await click('Sites')
    await heading('Connected sites')
    await click('Sending is stopped. See what happened')
    await heading('The key changed')
    await click('I know why the key changed')
    await click('Accept the new key')
    expect(background.sent).toEqual([])
    await userEvent.click(screen.getByRole('checkbox'))
    await click('Accept the new key')
    expect(background.sent).toEqual([
      { method: 'decideSecurityEvent', params: { id: 'e1', decision: 'accept' } },
    ])
  })

  it('says plainly when stored state cannot be read', () => {
    open({ kind: 'damaged', message: 'The header is not whole.' })
    expect(document.body.textContent).toContain('The header is not whole.')
    expect(screen.queryByRole('button', { name: /create/i })).toBeNull()
  })
})

// @vitest-environment happy-dom
import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { View } from '../messages/popup'
import { App } from './app'
import { ADDRESS, FakeBackground, SECRET, show, unlockedView } from './popup.fake'

function open(view: View): FakeBackground {
  const background = new FakeBackground()
  show(<App />, { background })
  act(() => background.push(view))
  return background
}

const heading = (name: string | RegExp): Promise<HTMLElement> =>
  screen.findByRole('heading', { level: 1, name })
const click = (name: string): Promise<void> => userEvent.click(screen.getByRole('button', { name }))

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

  it('reminds of a phrase that nobody wrote down until three of its words were given back', async () => {
    const background = open(unlockedView({ secrets: [{ ...SECRET, checked: false }] }))
    await click('Write it down')
    await heading('Write down your recovery phrase')
    await click('Not now')
    await heading('Home')
    expect(screen.getByText('Write down your recovery phrase')).toBeDefined()
    act(() => background.push(unlockedView()))
    expect(screen.queryByText('Write down your recovery phrase')).toBeNull()
  })
})

describe('a wallet whose data cannot be read', () => {
  const DAMAGED: View = { kind: 'damaged', message: 'The header is not whole.' }

  it('is told apart from a wrong password, and nothing starts over by itself', async () => {
    const background = open(DAMAGED)
    expect(document.body.textContent).toContain('The header is not whole.')
    expect(document.body.textContent).toContain('not about your password')
    expect(screen.queryByRole('button', { name: /create/i })).toBeNull()
    await click('Try again')
    expect(background.reloads).toBe(1)
  })

  it('can be forgotten, once the words were typed', async () => {
    const background = open(DAMAGED)
    await click('Forget this wallet')
    await heading('Forget this wallet')
    await userEvent.type(screen.getByLabelText(/type: forget this wallet/), 'forget this wallet{Enter}')
    expect(background.sent).toEqual([
      { method: 'forgetWallet', params: { confirmation: 'forget this wallet' } },
    ])
  })
})

// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { LockedView } from '../../messages/popup'
import { App } from '../app'
import { FakeBackground, lockedView, NOW, show } from '../popup.fake'

const PASSKEY = { credentialId: 'abc', salt: 'c2FsdA==' }

function open(
  parts: Partial<LockedView> = {},
  { background = new FakeBackground(), vanishes = false } = {},
): FakeBackground {
  show(<App />, { background, vanishes })
  act(() => background.push(lockedView(parts)))
  return background
}

const field = (): HTMLInputElement => screen.getByLabelText('Password')
const click = (name: string): Promise<void> => userEvent.click(screen.getByRole('button', { name }))

afterEach(() => {
  vi.useRealTimers()
})

describe('unlocking', () => {
  it('asks for the password and nothing else, in focus', async () => {
    const background = open({ waitingSites: ['https://dapp.example'] })
    expect(document.activeElement).toBe(field())
    expect(document.body.textContent).toContain('https://dapp.example')
    await userEvent.type(field(), 'correct horse{Enter}')
    expect(background.sent).toEqual([{ method: 'unlock', params: { password: 'correct horse' } }])
    expect(field().value).toBe('')
  })

  it('says that the password is wrong at the field, empties it and keeps the focus there', async () => {
    const background = open()
    background.refuse('unlock', 'That is not the password.', 'vault/wrong-password')
    await userEvent.type(field(), 'wrong')
    await click('Unlock')
    expect(field().getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByRole('alert').textContent).toBe('That is not the password.')
    expect(document.activeElement).toBe(field())
    expect(field().value).toBe('')
  })

  it('does not blame the password for what it is not about', async () => {
    const background = open()
    background.refuse('unlock', 'Sotto cannot read the wallet.', 'vault/damaged')
    await userEvent.type(field(), 'right{Enter}')
    expect(screen.getByText('Sotto cannot read the wallet.')).toBeDefined()
    expect(field().getAttribute('aria-invalid')).toBeNull()
  })

  it('does not ask the background about an empty password', async () => {
    const background = open()
    await click('Unlock')
    expect(background.sent).toEqual([])
  })

  it('says that a damaged copy will be mended', () => {
    open({ mends: true })
    expect(document.body.textContent).toContain('unlocking mends')
  })
})

describe('the wait after wrong passwords', () => {
  it('counts down, takes nothing meanwhile, and ends by itself with the field in focus', async () => {
    vi.useFakeTimers()
    const background = open({ retryAt: NOW + 30_000 })
    expect(document.body.textContent).toContain('Wait 30 s before the next attempt.')
    expect(field().disabled).toBe(true)
    act(() => screen.getByRole('button', { name: 'Unlock' }).click())
    background.clock = NOW + 28_500
    await act(() => vi.advanceTimersByTimeAsync(250))
    expect(document.body.textContent).toContain('Wait 2 s before')
    background.clock = NOW + 30_000
    await act(() => vi.advanceTimersByTimeAsync(250))
    expect(document.body.textContent).not.toContain('Wait')
    expect(field().disabled).toBe(false)
    expect(document.activeElement).toBe(field())
    expect(background.sent).toEqual([])
  })
})

describe('passkeys', () => {
  it('open the wallet with what the browser gave', async () => {
    const background = new FakeBackground()
    background.passkeys = {
      ...background.passkeys,
      get: async ([first]) => ({ kind: 'output', credentialId: first?.credentialId ?? '', output: 'b3V0' }),
    }
    open({ passkeys: [PASSKEY] }, { background })
    await click('Unlock with a passkey')
    expect(background.sent).toEqual([
      { method: 'unlockWithPasskey', params: { credentialId: 'abc', output: 'b3V0' } },
    ])
  })

  it('say what failed, and nothing loud when the person changed their mind', async () => {
    const background = new FakeBackground()
    const answers = [{ kind: 'cancelled' }, { kind: 'failed', message: 'No passkey here.' }] as const
    let turn = 0
    background.passkeys = {
      ...background.passkeys,
      get: async () => answers[turn++] ?? { kind: 'cancelled' },
    }
    open({ passkeys: [PASSKEY] }, { background })
    await click('Unlock with a passkey')
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual([''])
    await click('Unlock with a passkey')
    expect(screen.getByText('No passkey here.')).toBeDefined()
    expect(background.sent).toEqual([])
  })

  it('move to a full tab when the popup would vanish', async () => {
    const background = open({ passkeys: [PASSKEY] }, { vanishes: true })
    await click('Unlock with a passkey')
    expect(background.opened).toEqual(['popup.html?tab'])
    expect(background.closed).toBe(1)
  })

  it('are not spoken of when there are none', () => {
    open()
    expect(screen.queryByText(/passkey/i)).toBeNull()
  })
})

describe('a forgotten password', () => {
  it('leads to deleting the wallet, behind typed words', async () => {
    const background = open()
    await click('Forget this wallet')
    const words = await screen.findByLabelText(/type: forget this wallet/)
    await userEvent.type(words, 'forget this{Enter}')
    await click('Delete everything')
    expect(background.sent).toEqual([])
    background.refuse('forgetWallet', 'The browser did not delete everything.')
    await userEvent.type(words, ' Wallet ')
    await click('Delete everything')
    expect(background.sent).toEqual([
      { method: 'forgetWallet', params: { confirmation: 'forget this wallet' } },
    ])
    expect(screen.getByText('The browser did not delete everything.')).toBeDefined()
    await userEvent.keyboard('{Escape}')
    expect(screen.getByRole('heading', { level: 1, name: 'Sotto is locked' })).toBeDefined()
  })
})

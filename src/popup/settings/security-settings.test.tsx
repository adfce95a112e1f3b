// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { FakeBackground, SECRET } from '../popup.fake'
import { click, field, openPlace, type } from './settings.fake'

const alertText = (): string | undefined =>
  screen
    .getAllByRole('alert')
    .map(({ textContent }) => textContent)
    .find((text) => text !== '')

function refuse(background: FakeBackground, code: string, message: string): void {
  background.replies.set('changePassword', { kind: 'error', error: { code, message } })
}

describe('the list of settings', () => {
  it('leads to its places by their names', async () => {
    const { went } = openPlace('settings')
    await click(/Accounts and backup/)
    await click(/Security/)
    await click(/Network and nodes/)
    await click(/Prices/)
    await click(/About/)
    expect(went.map(({ kind }) => kind)).toEqual([
      'accounts-and-backup',
      'security-settings',
      'network',
      'prices',
      'about',
    ])
  })

  it('offers the side panel only where there is one, and leaves the popup for it', async () => {
    openPlace('settings')
    expect(screen.queryByRole('button', { name: 'Open in the side panel' })).toBeNull()
    const background = new FakeBackground()
    background.hasPanel = true
    openPlace('settings', {}, { background, vanishes: true })
    await click('Open in the side panel')
    expect([background.panels, background.closed]).toEqual([1, 1])
  })

  it('names the phrases that nobody wrote down', () => {
    openPlace('accounts-and-backup', { secrets: [{ ...SECRET, checked: false }] })
    expect(document.body.textContent).toContain('1 recovery phrase not backed up yet')
  })
})

describe('locking', () => {
  it('offers times up to four hours and no never, and says when else it locks', async () => {
    const { background } = openPlace('security-settings')
    const choices = screen.getAllByRole('option').map(({ textContent }) => textContent)
    expect(choices).toEqual(['1 minute', '5 minutes', '15 minutes', '30 minutes', '1 hour', '4 hours'])
    expect(document.body.textContent).toContain(
      'Also when this computer is locked, and when the browser closes.',
    )
    await userEvent.selectOptions(screen.getByRole('combobox'), '4 hours')
    await click('Lock now')
    expect(background.sent).toEqual([
      { method: 'setAutoLock', params: { minutes: 240 } },
      { method: 'lock', params: {} },
    ])
  })
})

describe('changing the password', () => {
  async function fill(current: string, next: string, confirm: string): Promise<void> {
    if (current !== '') await type('Current password', current)
    if (next !== '') await type('New password', next)
    if (confirm !== '') await type('New password again', confirm)
    await click('Change password')
  }

  it('sends the old and the new one, says that it is done and keeps neither', async () => {
    const { background } = openPlace('change-password')
    await fill('correct horse', 'battery staple', 'battery staple')
    expect(background.sent).toEqual([
      { method: 'changePassword', params: { password: 'correct horse', next: 'battery staple' } },
    ])
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Password changed' }))
    expect(screen.queryAllByLabelText(/password/i)).toEqual([])
  })

  it.each([
    ['', 'battery staple', 'battery staple', 'Current password', 'Enter your password.'],
    ['correct horse', 'short', 'short', 'New password', 'Use at least 8 characters.'],
    ['correct horse', 'correct horse', 'correct horse', 'New password', 'This is the password you have now.'],
    ['correct horse', 'battery staple', 'other', 'New password again', 'This is not the same password.'],
  ])('refuses %j, %j and %j before anybody is asked', async (current, next, confirm, label, words) => {
    const { background } = openPlace('change-password')
    await fill(current, next, confirm)
    expect(alertText()).toBe(words)
    expect(document.activeElement).toBe(field(label))
    expect(background.sent).toEqual([])
  })

  it.each([
    ['vault/wrong-password', 'Current password'],
    ['vault/wait', 'Current password'],
    ['password/too-long', 'New password'],
  ])('shows %s at its field, and forgets what was typed', async (code, label) => {
    const { background } = openPlace('change-password')
    refuse(background, code, 'What went wrong.')
    await fill('correct horse', 'battery staple', 'battery staple')
    expect(alertText()).toBe('What went wrong.')
    expect(field(label).getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(field(label))
    expect(['Current password', 'New password', 'New password again'].map((one) => field(one).value)).toEqual(
      ['', '', ''],
    )
  })

  it('shows any other error under the form', async () => {
    const { background } = openPlace('change-password')
    refuse(background, 'vault/not-kept', 'The browser did not keep it.')
    await fill('correct horse', 'battery staple', 'battery staple')
    expect(alertText()).toBe('The browser did not keep it.')
  })
})

describe('forgetting the wallet', () => {
  it('needs the words, typed, and offers keeping as the plain way', async () => {
    const { background, went } = openPlace('forget-wallet')
    await click('Delete everything')
    await type('To go on, type: forget this wallet', 'forget this{Enter}')
    expect(background.sent).toEqual([])
    await type('To go on, type: forget this wallet', ' wallet')
    await click('Delete everything')
    expect(background.sent).toEqual([
      { method: 'forgetWallet', params: { confirmation: 'forget this wallet' } },
    ])
    await click('Keep this wallet')
    expect(went).toEqual([{ kind: 'security-settings' }])
  })

  it('names loudly each phrase that was not written down', () => {
    openPlace('forget-wallet', {
      secrets: [SECRET, { ...SECRET, id: 'fedcba9876543210', name: 'Savings phrase', checked: false }],
    })
    expect(document.body.textContent).toContain('Danger: ')
    expect(screen.getByText('Savings phrase')).toBeDefined()
    expect(screen.queryByText('Recovery phrase 1')).toBeNull()
  })

  it('says why it did not happen', async () => {
    const { background } = openPlace('forget-wallet')
    background.refuse('forgetWallet', 'The browser did not delete it.')
    await type('To go on, type: forget this wallet', 'Forget this wallet{Enter}')
    expect(alertText()).toBe('The browser did not delete it.')
  })
})

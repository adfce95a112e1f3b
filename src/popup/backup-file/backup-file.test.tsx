// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { App } from '../app'
import { FakeBackground, show, unlockedView } from '../popup.fake'
import { click, field, openPlace, type } from '../settings/settings.fake'

const BACKUP = { fileName: 'sotto-backup.json', text: '{"sealed":"yes"}' }

const choose = (text: string, name = 'sotto-backup.json'): Promise<void> =>
  userEvent.upload(field('Backup file'), new File([text], name))

function wrongPassword(background: FakeBackground, method: 'makeBackup' | 'restoreBackup'): void {
  const code = method === 'makeBackup' ? 'vault/wrong-password' : 'backup/wrong-password'
  background.replies.set(method, { kind: 'error', error: { code, message: 'That is not the password.' } })
}

describe('saving a backup file', () => {
  it('leaves keys out unless one asks for them, and says where the file went', async () => {
    const { background } = openPlace('backup-file')
    background.reply('makeBackup', { kind: 'result', value: BACKUP })
    await type('Password', 'correct horse{Enter}')
    expect(background.sent).toEqual([
      { method: 'makeBackup', params: { password: 'correct horse', keys: false } },
    ])
    expect(background.saved).toEqual([BACKUP])
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'The file is saved' }))
    expect(document.body.textContent).toContain('sotto-backup.json')
    expect(document.body.textContent).toContain('Not in the file')
  })

  it('puts keys in when asked, after saying what that means', async () => {
    const { background } = openPlace('backup-file')
    background.reply('makeBackup', { kind: 'result', value: BACKUP })
    await userEvent.click(screen.getByRole('switch'))
    expect(document.body.textContent).toContain('Whoever has it and the password has everything')
    await type('Password', 'correct horse{Enter}')
    expect(background.sent[0]?.params).toEqual({ password: 'correct horse', keys: true })
    expect(document.body.textContent).toContain('In the file')
  })

  it('shows a wrong password at its field, forgets it and saves nothing', async () => {
    const { background } = openPlace('backup-file')
    wrongPassword(background, 'makeBackup')
    await click('Save the file')
    expect(background.sent).toEqual([])
    await type('Password', 'wrong{Enter}')
    expect(field('Password').value).toBe('')
    expect(document.activeElement).toBe(field('Password'))
    expect(field('Password').getAttribute('aria-invalid')).toBe('true')
    expect(background.saved).toEqual([])
  })

  it('moves to a full tab when the popup would vanish', async () => {
    const { background } = openPlace('backup-file', {}, { vanishes: true })
    await click('Open in a full tab')
    expect(background.opened).toEqual(['popup.html?tab&place=backup-file'])
    expect(background.closed).toBe(1)
  })
})

describe('restoring into the open wallet', () => {
  it('hands the file over as it is and says in words what came of it', async () => {
    const { background, went } = openPlace('restore-backup')
    background.reply('restoreBackup', {
      kind: 'result',
      value: { secrets: 0, accounts: 1, contacts: 3, tokens: 0 },
    })
    await choose('\ufeff{"sealed":"yes"}')
    await type('Password of the file', 'correct horse{Enter}')
    expect(background.sent).toEqual([
      { method: 'restoreBackup', params: { text: '\ufeff{"sealed":"yes"}', password: 'correct horse' } },
    ])
    expect(await screen.findByText('It brought 1 account and 3 contacts.')).toBeDefined()
    await click('Done')
    expect(went).toEqual([{ kind: 'home' }])
  })

  it('shows the background’s sentence about a foreign file at the file', async () => {
    const { background } = openPlace('restore-backup')
    background.refuse('restoreBackup', 'This is no backup of Sotto.')
    await choose('hello')
    await type('Password of the file', 'correct horse{Enter}')
    expect(await screen.findByText('This is no backup of Sotto.')).toBeDefined()
    expect(document.activeElement).toBe(field('Backup file'))
    expect(field('Password of the file').value).toBe('')
  })

  it('shows a wrong password at the password', async () => {
    const { background } = openPlace('restore-backup')
    wrongPassword(background, 'restoreBackup')
    await choose('{}')
    await type('Password of the file', 'wrong{Enter}')
    expect(await screen.findByText('That is not the password.')).toBeDefined()
    expect(document.activeElement).toBe(field('Password of the file'))
  })

  it('asks nobody without a file or a password', async () => {
    const { background } = openPlace('restore-backup')
    await click('Restore')
    expect(screen.getByText('Choose a backup file first.')).toBeDefined()
    await choose('{}')
    await click('Restore')
    expect(screen.getByText('Enter your password.')).toBeDefined()
    expect(background.sent).toEqual([])
  })
})

describe('restoring into an empty wallet', () => {
  it('is a choice of the first screen, and ends in the wallet', async () => {
    const background = new FakeBackground()
    background.reply('restoreBackup', {
      kind: 'result',
      value: { secrets: 1, accounts: 2, contacts: 0, tokens: 0 },
    })
    show(<App />, { background, mode: 'tab' })
    act(() => background.push({ kind: 'empty' }))
    await screen.findByRole('button', { name: 'Restore from a backup file' })
    await click('Restore from a backup file')
    expect(document.body.textContent).toContain('with recovery phrases or private keys in it')
    await choose('{}')
    await type('Password of the file', 'correct horse{Enter}')
    expect(await screen.findByText(/The backup is restored/)).toBeDefined()
    act(() => background.push(unlockedView()))
    expect(await screen.findByText('Your wallet is ready')).toBeDefined()
  })
})

describe('a page opened for one thing', () => {
  it('begins at the place its address names', async () => {
    const background = new FakeBackground()
    background.place = 'restore-backup'
    show(<App />, { background, mode: 'tab' })
    act(() => background.push(unlockedView()))
    expect(await screen.findByRole('heading', { name: 'Restore from a backup file' })).toBeDefined()
  })
})

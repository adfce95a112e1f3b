// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { PasskeyView } from '../../messages/popup'
import type { PasskeyCreation } from '../passkeys-port'
import { FakeBackground, NOW } from '../popup.fake'
import { click, fakePasskeys, field, openPlace, type } from './settings.fake'

const LAPTOP: PasskeyView = { credentialId: 'AQ', name: 'Laptop', createdAt: NOW }

function withPasskeys(parts: Parameters<typeof fakePasskeys>[0] = {}): FakeBackground {
  const background = new FakeBackground()
  background.passkeys = fakePasskeys(parts)
  return background
}

function creating(creation: PasskeyCreation): FakeBackground {
  return withPasskeys({ create: async () => creation })
}

async function submit(password: string): Promise<void> {
  await type('Password', password)
  await click('Continue')
}

describe('the list of passkeys', () => {
  it('removes one and says where else it is kept, with the focus on what it says', async () => {
    const { background } = openPlace('passkeys', { passkeys: [LAPTOP] }, { background: withPasskeys() })
    await click('Remove Laptop')
    expect(background.sent).toEqual([{ method: 'removePasskey', params: { credentialId: 'AQ' } }])
    expect(document.activeElement?.textContent).toContain('no longer opens this wallet')
  })

  it('says why one stays', async () => {
    const background = withPasskeys()
    background.refuse('removePasskey', 'It could not be removed.')
    openPlace('passkeys', { passkeys: [LAPTOP] }, { background })
    await click('Remove Laptop')
    expect(screen.getByRole('alert').textContent).toBe('It could not be removed.')
  })

  it.each([async () => false, async () => Promise.reject(new Error('no'))])(
    'says why none can be added in a browser without them, or one that fails to answer (%#)',
    async (available) => {
      openPlace('passkeys', {}, { background: withPasskeys({ available }) })
      expect(await screen.findByText(/No passkey can be added here/)).toBeDefined()
      expect(screen.queryByRole('button', { name: 'Add a passkey' })).toBeNull()
    },
  )

  it('adds in place in a full tab', async () => {
    const { went } = openPlace('passkeys', {}, { background: withPasskeys(), mode: 'tab' })
    await screen.findByRole('button', { name: 'Add a passkey' })
    await click('Add a passkey')
    expect(went).toEqual([{ kind: 'add-passkey' }])
  })

  it('opens a full tab for it when the popup would vanish', async () => {
    const { background } = openPlace('passkeys', {}, { background: withPasskeys(), vanishes: true })
    await screen.findByRole('button', { name: 'Add a passkey' })
    await click('Add a passkey')
    expect(background.opened).toEqual(['popup.html?tab&place=add-passkey'])
    expect(background.closed).toBe(1)
  })
})

describe('adding a passkey', () => {
  it('makes it, gives it to the wallet under its name, and goes back', async () => {
    const { background, went } = openPlace(
      'add-passkey',
      { passkeys: [LAPTOP] },
      { background: withPasskeys() },
    )
    await submit('correct horse')
    expect(background.sent).toEqual([
      {
        method: 'addPasskey',
        params: {
          password: 'correct horse',
          name: 'Passkey 2',
          credentialId: 'AQ',
          salt: 'c2FsdA',
          output: 'b3V0',
        },
      },
    ])
    expect(went).toEqual([{ kind: 'passkeys' }])
  })

  it('asks the same passkey again after a wrong password instead of making another', async () => {
    let created = 0
    const background = withPasskeys({
      create: async () => {
        created += 1
        return { kind: 'created', credentialId: 'AQ', salt: 'c2FsdA', output: 'b3V0' }
      },
    })
    background.replies.set('addPasskey', {
      kind: 'error',
      error: { code: 'vault/wrong-password', message: 'That is not the password.' },
    })
    openPlace('add-passkey', {}, { background })
    await submit('wrong')
    expect(field('Password').value).toBe('')
    expect(field('Password').getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(field('Password'))
    background.replies.delete('addPasskey')
    await submit('right')
    expect(created).toBe(1)
    expect(background.sent.at(-1)?.params).toMatchObject({ password: 'right', output: 'YWdhaW4' })
  })

  it('asks nobody without a name or a password', async () => {
    const { background } = openPlace('add-passkey', {}, { background: withPasskeys() })
    await click('Continue')
    expect(screen.getByText('Enter your password.')).toBeDefined()
    await type('Name', '{Backspace}'.repeat(20))
    await click('Continue')
    expect(screen.getByText('Give it a name.')).toBeDefined()
    expect(document.activeElement).toBe(field('Name'))
    expect(background.sent).toEqual([])
  })

  it.each([
    [{ kind: 'cancelled' }, /the browser’s dialog was closed/],
    [{ kind: 'failed', message: 'This passkey gives no secret.' }, /gives no secret/],
  ] as const)('says what the browser said of %o, and forgets the password', async (creation, words) => {
    const { background } = openPlace('add-passkey', {}, { background: creating(creation) })
    await submit('correct horse')
    expect(screen.getByText(words)).toBeDefined()
    expect(field('Password').value).toBe('')
    expect(background.sent).toEqual([])
  })
})

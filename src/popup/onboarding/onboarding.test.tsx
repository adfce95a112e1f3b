// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { App } from '../app'
import { FakeBackground, SECRET, show, unlockedView } from '../popup.fake'

const PHRASE = 'grant rice replace explain federal release fix clever romance raise often wild'
const KEY = '0f'.repeat(32)
const PASSWORD = 'correct horse'
const UNCHECKED = unlockedView({ secrets: [{ ...SECRET, checked: false }] })

let background: FakeBackground

const click = (name: string): Promise<void> => userEvent.click(screen.getByRole('button', { name }))
const heading = (name: string): Promise<HTMLElement> => screen.findByRole('heading', { level: 1, name })
const type = (label: string, text: string): Promise<void> =>
  userEvent.type(screen.getByLabelText(label), text)
const paste = async (label: string, text: string): Promise<void> => {
  await userEvent.click(screen.getByLabelText(label))
  await userEvent.paste(text)
}
const methods = (): string[] => background.sent.map(({ method }) => method)

async function begin(choice: string, stage: { vanishes?: boolean } = {}): Promise<void> {
  show(<App />, { background, ...stage })
  act(() => background.push({ kind: 'empty' }))
  await screen.findByRole('button', { name: choice })
  await click(choice)
}

async function choosePassword(password = PASSWORD, confirm = password): Promise<void> {
  await paste('Password', password)
  await paste('Confirm password', confirm)
}

beforeEach(() => {
  background = new FakeBackground()
  background.reply('createVault', { kind: 'result', value: { secretId: SECRET.id } })
  background.reply('importVault', { kind: 'result', value: { secretId: SECRET.id } })
  background.reply('revealPhrase', { kind: 'result', value: { phrase: PHRASE, passphrase: '' } })
  background.reply('findAccounts', { kind: 'result', value: { found: [] } })
})

describe('creating a wallet', () => {
  it('asks for a password alone, and lands where the phrase is written down', async () => {
    await begin('Create a new wallet')
    await choosePassword()
    await click('Create wallet')
    expect(background.sent).toEqual([
      { method: 'createVault', params: { words: 12, password: PASSWORD } },
      { method: 'revealPhrase', params: { secretId: SECRET.id, password: PASSWORD } },
    ])
    act(() => background.push(UNCHECKED))
    await heading('Write down your recovery phrase')
    expect(document.body.textContent).not.toContain('grant')
    await click('Keep shown')
    const words = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(words.join(' ')).toBe(PHRASE)
    await click('Later')
    await heading('Home')
    expect(screen.getByText('Write down your recovery phrase')).toBeDefined()
    expect(screen.queryByText('Your wallet is ready')).toBeNull()
  })

  it('takes 24 words for who prefers them', async () => {
    await begin('Create a new wallet')
    await choosePassword()
    await userEvent.click(screen.getByRole('radio', { name: /24 words/ }))
    await click('Create wallet')
    expect(background.sent[0]?.params).toEqual({ words: 24, password: PASSWORD })
  })

  it('shows nothing of the wallet before it knows where to land', async () => {
    let answer = (_: unknown): void => undefined
    background.replies.set('revealPhrase', new Promise((resolve) => (answer = resolve)))
    await begin('Create a new wallet')
    await choosePassword()
    await click('Create wallet')
    act(() => background.push(UNCHECKED))
    await heading('Choose a password')
    await act(async () => answer({ kind: 'error', error: { code: 'x', message: 'No.' } }))
    await heading('Write down your recovery phrase')
    expect(screen.getByLabelText('Password')).toBeDefined()
  })

  it('refuses short and differing passwords before the background hears of them', async () => {
    await begin('Create a new wallet')
    await choosePassword('short', '')
    await click('Create wallet')
    expect(screen.getByText('Use at least 8 characters.')).toBeDefined()
    expect(document.activeElement).toBe(screen.getByLabelText('Password'))
    await type('Password', 'er no more')
    await click('Create wallet')
    expect(screen.getByText('This is not the same password.')).toBeDefined()
    expect(methods()).toEqual([])
  })

  it('says what stood in the way, and lets one try again', async () => {
    background.refuse('createVault', 'The browser did not keep the wallet.', 'vault/not-kept')
    await begin('Create a new wallet')
    await choosePassword()
    await click('Create wallet')
    expect(screen.getByText('The browser did not keep the wallet.')).toBeDefined()
    await click('Create wallet')
    expect(methods()).toEqual(['createVault', 'createVault'])
  })

  it('moves to a full tab when the popup would vanish', async () => {
    await begin('Create a new wallet', { vanishes: true })
    expect(background.opened).toEqual(['popup.html?tab'])
    expect(background.closed).toBe(1)
  })
})

describe('importing a wallet', () => {
  it('takes phrase, extra passphrase and password in one form, and looks for accounts after it', async () => {
    await begin('Import an existing wallet')
    await paste('Words of the phrase', PHRASE)
    expect(screen.getByText('12 words so far')).toBeDefined()
    await paste('Extra passphrase (BIP-39)', 'TREZOR')
    await choosePassword()
    await click('Import wallet')
    const secret = { kind: 'phrase', phrase: PHRASE, passphrase: 'TREZOR', unlisted: false }
    expect(background.sent).toEqual([
      { method: 'importVault', params: { secret, password: PASSWORD, coinType: 529 } },
    ])
    act(() => background.push(unlockedView()))
    await heading('Your accounts')
    expect(background.sent.at(-1)).toEqual({ method: 'findAccounts', params: { secretId: SECRET.id } })
    expect(document.body.innerHTML).not.toContain('TREZOR')
  })

  it('takes a private key, which has no other accounts to look for', async () => {
    await begin('Import an existing wallet')
    await userEvent.click(screen.getByRole('radio', { name: 'Private key' }))
    await paste('Digits of the key', KEY)
    await choosePassword()
    await click('Import wallet')
    const secret = { kind: 'private-key', privateKey: KEY }
    expect(background.sent[0]?.params).toEqual({ secret, password: PASSWORD, coinType: 529 })
    act(() => background.push(unlockedView()))
    expect(await screen.findByText('Your wallet is ready')).toBeDefined()
  })

  it.each([
    ['mnemonic/unknown-word', 'Words of the phrase'],
    ['key/range', 'Words of the phrase'],
    ['password/long', 'Password'],
  ])('shows %s at the field it is about, with what was typed', async (code, label) => {
    background.refuse('importVault', 'That does not work.', code)
    await begin('Import an existing wallet')
    await paste('Words of the phrase', PHRASE)
    await choosePassword()
    await click('Import wallet')
    const field = screen.getByLabelText<HTMLInputElement>(label)
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(field)
    expect(field.value).not.toBe('')
  })

  it('sends words of an unknown language once the person vouches for them', async () => {
    background.refuse('importVault', 'Sotto has no list of these words.', 'mnemonic/unlisted')
    await begin('Import an existing wallet')
    await paste('Words of the phrase', PHRASE)
    await choosePassword()
    expect(screen.queryByRole('checkbox')).toBeNull()
    await click('Import wallet')
    expect(screen.getByText('Sotto has no list of these words.')).toBeDefined()
    await userEvent.click(screen.getByRole('checkbox', { name: 'The words are right as they stand' }))
    await click('Import wallet')
    expect(background.sent.at(-1)?.params).toMatchObject({ secret: { unlisted: true } })
    await type('Words of the phrase', 'x')
    expect(screen.queryByRole('checkbox')).toBeNull()
  })

  it('asks for the phrase first, and goes back with Esc', async () => {
    await begin('Import an existing wallet')
    await click('Import wallet')
    expect(screen.getByText('Enter your recovery phrase.')).toBeDefined()
    await userEvent.keyboard('{Escape}')
    expect(screen.getByRole('button', { name: 'Create a new wallet' })).toBeDefined()
    expect(methods()).toEqual([])
  })
})

describe('a landing', () => {
  it('ends when the wallet is locked', async () => {
    await begin('Create a new wallet')
    await choosePassword()
    await click('Create wallet')
    act(() => background.push(UNCHECKED))
    await heading('Write down your recovery phrase')
    act(() => background.push({ kind: 'locked', waitingSites: [], passkeys: [], mends: false }))
    act(() => background.push(UNCHECKED))
    await heading('Home')
  })
})

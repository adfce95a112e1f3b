// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SecretView } from '../../messages/popup'
import { FakeBackground, SECRET, show, unlockedView } from '../popup.fake'
import { BackupPhraseScreen } from './backup-phrase-screen'

const PHRASE = 'grant rice replace explain federal release fix clever romance raise often wild'
const UNCHECKED: SecretView = { ...SECRET, checked: false }

let background: FakeBackground
let done: number

const button = (name: string): HTMLElement => screen.getByRole('button', { name })
const click = (name: string): Promise<void> => userEvent.click(button(name))
const seen = (): boolean => document.body.textContent?.includes('grant') ?? false

function open(secret: SecretView = UNCHECKED, phrase?: string): void {
  const view = unlockedView({ secrets: [secret] })
  const shown = phrase === undefined ? undefined : { phrase, passphrase: '' }
  const first = { phrase: shown, onTaken: () => undefined }
  show(
    <BackupPhraseScreen
      view={view}
      secretId={SECRET.id}
      onDone={() => {
        done += 1
      }}
      {...(phrase === undefined ? {} : { first })}
    />,
    { background },
  )
}

async function showWords(): Promise<void> {
  await userEvent.type(screen.getByLabelText('Password'), 'correct horse{Enter}')
}

beforeEach(() => {
  background = new FakeBackground()
  background.reply('revealPhrase', { kind: 'result', value: { phrase: PHRASE, passphrase: '' } })
  done = 0
})
afterEach(() => {
  vi.useRealTimers()
})

describe('asking for the password', () => {
  it('warns first, and shows nothing without it', async () => {
    open()
    expect(document.body.textContent).toContain('Nobody from Sotto will ask for them')
    await click('Show the words')
    expect(screen.getByText('Enter your password.')).toBeDefined()
    expect(background.sent).toEqual([])
  })

  it.each(['vault/wrong-password', 'vault/wait'])('says %s at the field, and empties it', async (code) => {
    background.refuse('revealPhrase', 'Not now.', code)
    open()
    await showWords()
    const field = screen.getByLabelText<HTMLInputElement>('Password')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(field.value).toBe('')
    expect(document.activeElement).toBe(field)
  })
})

describe('the words', () => {
  it('are not in the page at all until somebody holds the button', async () => {
    open()
    await showWords()
    expect(seen()).toBe(false)
    fireEvent.pointerDown(button('Hold to show'), { button: 0 })
    expect(seen()).toBe(true)
    fireEvent.pointerUp(document.body)
    expect(seen()).toBe(false)
  })

  it.each([' ', 'Enter'])('show while the key "%s" is held', async (key) => {
    open(UNCHECKED, PHRASE)
    fireEvent.keyDown(button('Hold to show'), { key })
    expect(seen()).toBe(true)
    fireEvent.keyUp(window, { key })
    expect(seen()).toBe(false)
  })

  it('can be kept shown by who cannot hold, and are covered when the window is left', async () => {
    open(UNCHECKED, PHRASE)
    await click('Keep shown')
    expect(seen()).toBe(true)
    fireEvent.blur(window)
    expect(seen()).toBe(false)
  })

  it('come with their extra passphrase, and with no way to copy them', async () => {
    background.reply('revealPhrase', { kind: 'result', value: { phrase: PHRASE, passphrase: 'TREZOR' } })
    open()
    await showWords()
    expect(document.body.textContent).not.toContain('TREZOR')
    await click('Keep shown')
    expect(document.body.textContent).toContain('TREZOR')
    expect(screen.queryByRole('button', { name: /copy/i })).toBeNull()
  })

  it('are gone two minutes after they were last looked at', async () => {
    vi.useFakeTimers()
    open(UNCHECKED, PHRASE)
    await act(() => vi.advanceTimersByTimeAsync(100_000))
    fireEvent.click(button('Keep shown'))
    await act(() => vi.advanceTimersByTimeAsync(100_000))
    expect(seen()).toBe(true)
    await act(() => vi.advanceTimersByTimeAsync(20_000))
    expect(seen()).toBe(false)
    expect(screen.getByLabelText('Password')).toBeDefined()
    expect(document.body.textContent).toContain('put away')
  })

  it('are asked for no check when they passed it before', async () => {
    open(SECRET)
    await showWords()
    await click('Done')
    expect(done).toBe(1)
  })

  it('are not looked for when the phrase is gone from the wallet', () => {
    open({ ...SECRET, id: 'ffffffffffffffff' })
    expect(document.body.textContent).toContain('not in your wallet any more')
  })
})

describe('the check', () => {
  async function reachCheck(): Promise<readonly number[]> {
    open(UNCHECKED, PHRASE)
    await click('I have written them down')
    const labels = screen.getAllByText(/^Word \d+$/)
    return labels.map(({ textContent }) => Number(textContent?.replace('Word ', '')))
  }

  it('asks the background about three words and says that they are right', async () => {
    background.reply('confirmBackup', { kind: 'result', value: { wrongPlaces: [] } })
    const places = await reachCheck()
    expect(seen()).toBe(false)
    for (const place of places) await userEvent.type(screen.getByLabelText(`Word ${place}`), ` w${place} `)
    await click('Check')
    const words = places.map((place) => ({ place, word: `w${place}` }))
    expect(background.sent).toEqual([{ method: 'confirmBackup', params: { secretId: SECRET.id, words } }])
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Your phrase is written down')
    await click('Done')
    expect(done).toBe(1)
  })

  it('marks the wrong ones and leads to the first of them', async () => {
    const places = await reachCheck()
    const [first = 0, second = 0, third = 0] = places
    background.reply('confirmBackup', { kind: 'result', value: { wrongPlaces: [second, third] } })
    for (const place of places) await userEvent.type(screen.getByLabelText(`Word ${place}`), 'x')
    await click('Check')
    expect(screen.getByLabelText(`Word ${first}`).getAttribute('aria-invalid')).toBeNull()
    expect(screen.getByLabelText(`Word ${third}`).getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(screen.getByLabelText(`Word ${second}`))
  })

  it('does not ask about words that are missing', async () => {
    await reachCheck()
    await click('Check')
    expect(screen.getAllByText(/^Fill in word/)).toHaveLength(3)
    expect(background.sent).toEqual([])
  })

  it('goes back to the words through the password, and can be put off', async () => {
    await reachCheck()
    await click('Later')
    expect(done).toBe(1)
    await userEvent.keyboard('{Escape}')
    expect(screen.getByLabelText('Password')).toBeDefined()
    await userEvent.keyboard('{Escape}')
    expect(done).toBe(2)
  })
})

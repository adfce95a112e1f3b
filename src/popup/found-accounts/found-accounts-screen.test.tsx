// @vitest-environment happy-dom
import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { FoundAccount } from '../../messages/popup'
import { ADDRESS, FakeBackground, SECRET, show, unlockedView } from '../popup.fake'
import { FoundAccountsScreen } from './found-accounts-screen'

const COSMOS = 'secret1ajz54hz8azwuy34qwy9fkjnfcrvf0dzswy0lqq'
const SECOND = 'secret1fc3fzy78ttp0lwuujw7e52rhspxn8uj52zfyne'
const UNUSED = 'secret1ldjxljw7v4vk6zhyduywh04hpj0jdwxsmrlatf'

let background: FakeBackground
let done: number

function found(address: string, coinType: 529 | 118, index: number, parts: Partial<FoundAccount> = {}) {
  const path = { coinType, account: 0, change: 0, index }
  return { path, address, amount: '2500000', used: true, known: false, ...parts }
}

const FIRST = found(ADDRESS, 529, 0, { known: true, used: false, amount: '0' })
const ALL = [FIRST, found(SECOND, 529, 1), found(UNUSED, 529, 2, { used: false }), found(COSMOS, 118, 0)]

const click = (name: string): Promise<void> => userEvent.click(screen.getByRole('button', { name }))

async function open(accounts: readonly FoundAccount[] | undefined): Promise<void> {
  if (accounts !== undefined) {
    background.reply('findAccounts', { kind: 'result', value: { found: accounts } })
  }
  const onDone = (): void => {
    done += 1
  }
  show(<FoundAccountsScreen view={unlockedView()} secretId={SECRET.id} onDone={onDone} />, { background })
  await act(async () => undefined)
}

beforeEach(() => {
  background = new FakeBackground()
  done = 0
})

describe('the accounts of a phrase', () => {
  it('are listed when they were used, with where they are and what they have', async () => {
    await open(ALL)
    const rows = screen.getAllByRole('listitem')
    expect(rows).toHaveLength(3)
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Secret path, number 1'),
      expect.stringContaining('Secret path, number 2'),
      expect.stringContaining('Cosmos path, number 1'),
    ])
    expect(rows[2]?.textContent).toContain('2.5 SCRT')
    expect(rows[2]?.textContent).toContain('secret1ajz')
    const [first] = within(rows[0] ?? document.body).getAllByRole<HTMLInputElement>('checkbox')
    expect([first?.checked, first?.disabled]).toEqual([true, true])
  })

  it('are added where ticked, each at its path', async () => {
    await open(ALL)
    await userEvent.click(screen.getByRole('checkbox', { name: /Secret path, number 2/ }))
    await click('Add these')
    expect(background.sent.slice(1)).toEqual([
      {
        method: 'addAccount',
        params: { secretId: SECRET.id, path: { coinType: 118, account: 0, change: 0, index: 0 } },
      },
    ])
    expect(done).toBe(1)
  })

  it('stay on the screen when one is refused', async () => {
    background.refuse('addAccount', 'Sotto keeps up to 500 accounts.')
    await open(ALL)
    await click('Add these')
    expect(screen.getByText('Sotto keeps up to 500 accounts.')).toBeDefined()
    expect(background.sent.filter(({ method }) => method === 'addAccount')).toHaveLength(1)
    expect(done).toBe(0)
  })

  it('need not be added', async () => {
    await open(ALL)
    await click('Skip')
    expect(done).toBe(1)
    expect(background.sent).toHaveLength(1)
  })
})

describe('when there is nothing to add', () => {
  it('says so in one sentence and goes on', async () => {
    await open([FIRST])
    expect(document.body.textContent).toContain('There is nothing to add')
    expect(screen.queryByRole('button', { name: 'Add these' })).toBeNull()
    await click('Continue')
    expect(done).toBe(1)
  })

  it('does not take silence about an account for an answer', async () => {
    const { amount: _, ...silent } = found(SECOND, 529, 1, { used: false })
    await open([FIRST, silent])
    expect(document.body.textContent).toContain('did not answer for all accounts')
    await open(ALL)
  })
})

describe('while the network does not answer', () => {
  it('shows pale lines after a moment', async () => {
    vi.useFakeTimers()
    background.replies.set('findAccounts', new Promise(() => undefined))
    await open(undefined)
    expect(screen.queryByText('Looking for accounts')).toBeNull()
    await act(() => vi.advanceTimersByTimeAsync(200))
    expect(screen.getByText('Looking for accounts')).toBeDefined()
    vi.useRealTimers()
  })

  it('says what happened and tries again when asked', async () => {
    background.refuse('findAccounts', 'None of the nodes answered.')
    await open(undefined)
    expect(screen.getByText('None of the nodes answered.')).toBeDefined()
    background.reply('findAccounts', { kind: 'result', value: { found: ALL } })
    await click('Try again')
    expect(await screen.findAllByRole('listitem')).toHaveLength(3)
    expect(screen.getByRole('button', { name: 'Skip' })).toBeDefined()
  })
})

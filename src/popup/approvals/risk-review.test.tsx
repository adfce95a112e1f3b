// @vitest-environment happy-dom
import { act, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { ContractFacts, MessageReview, TxReview, Warning } from '../../messages/popup'
import { App } from '../app'
import { ADDRESS, CONTRACT, FakeBackground, NOW, show, unlockedView } from '../popup.fake'

const MESSAGE: MessageReview = {
  title: 'Send sSCRT',
  sentence: 'Send 12.5 sSCRT to Ada',
  kind: 'contract',
  contract: { address: CONTRACT, codeHash: 'matches' },
  input: { kind: 'decrypted', json: '{}' },
  funds: [],
  facts: [{ label: 'To', value: ADDRESS }],
  visibility: [],
}

function open(parts: Partial<TxReview>): HTMLElement {
  const background = new FakeBackground()
  show(<App />, { background, mode: 'approval' })
  const review: TxReview = {
    mode: 'direct',
    messages: [MESSAGE],
    memo: '',
    fee: { coins: [], gas: '200000' },
    warnings: [],
    dangerous: false,
    raw: { json: '{}', signBytesHex: '0a0b' },
    ...parts,
  }
  const approval = {
    id: 'one',
    origin: 'https://dapp.example',
    chainId: 'secretdev-1',
    networkName: 'Local network',
    account: { name: 'Main', address: ADDRESS },
    createdAt: NOW,
    body: { kind: 'transaction', ...review } as const,
  }
  act(() => background.push(unlockedView({ approvals: [approval] })))
  return document.body
}

/** The first screen of its kind is loaded before it is drawn. */
async function approveButton(): Promise<HTMLElement> {
  return await screen.findByRole('button', { name: 'Approve' }, { timeout: 20_000 })
}

const DANGER: Warning = { level: 'danger', rule: 'recipient-look-alike', text: 'looks like Ada' }
const NOTE: Warning = { level: 'note', rule: 'memo-public', text: 'The memo is public.' }

function order(body: HTMLElement, ...texts: readonly string[]): readonly number[] {
  const all = body.textContent ?? ''
  return texts.map((text) => all.indexOf(text))
}

describe('a request with risks', () => {
  it('U63: is read in order: amount and recipient, then warnings, then Approve', async () => {
    const body = open({ warnings: [NOTE, DANGER] })
    await approveButton()
    const places = order(body, '12.5 sSCRT', 'To', 'looks like Ada', 'The memo is public.', 'Approve')
    expect(places).not.toContain(-1)
    expect([...places].sort((a, b) => a - b)).toEqual(places)
  })

  it('U63: of several messages names what each does before the first warning', async () => {
    const second = { ...MESSAGE, sentence: 'Send 3 SHD to Bob' }
    const warnings = [0, 1].map((message): Warning => ({ ...DANGER, message }))
    const body = open({ messages: [MESSAGE, second], warnings })
    await approveButton()
    const places = order(body, '12.5 sSCRT', '3 SHD', 'Messages 1 and 2: looks like Ada', 'Approve')
    expect(places).not.toContain(-1)
    expect([...places].sort((a, b) => a - b)).toEqual(places)
    const list = screen.getByRole('list', { name: 'What to know before you decide' })
    expect(within(list).getAllByText('looks like Ada')).toHaveLength(1)
  })

  it('without any has no list of warnings', async () => {
    open({})
    await approveButton()
    expect(screen.queryByRole('list', { name: 'What to know before you decide' })).toBeNull()
  })
})

describe('a contract', () => {
  const facts: ContractFacts = {
    address: CONTRACT,
    codeHash: 'matches',
    code: 'checked',
    control: { kind: 'owner', address: ADDRESS, own: false },
    changes: { count: 2, lastHeight: '1234' },
    use: 'first',
  }

  it('is described in a line, and in full one tap away', async () => {
    open({ messages: [{ ...MESSAGE, contract: facts }] })
    expect(
      await screen.findByText('You use it for the first time. Its owner can replace its code.'),
    ).toBeTruthy()
    const more = screen.getByText('More about this contract').closest('details')
    if (more === null) throw new Error('nothing to open')
    expect(more.textContent).toContain('Checked here')
    expect(more.textContent).toContain('2 times, last at block 1234')
    expect(more.textContent).toContain('New code can read and move all that the contract holds')
  })

  it.each<[Partial<ContractFacts>, string]>([
    [{ control: { kind: 'fixed' } }, 'Nobody can replace its code.'],
    [{ control: { kind: 'governed' } }, 'by a vote of the network'],
    [{ use: 'code-changed' }, 'Its code was replaced since you last used it.'],
    [{ codeHash: 'differs' }, 'sealed for other code'],
    [{ code: 'differs' }, 'The code that the node shows is not what its hash names'],
    [{ missing: true }, 'knows no contract here'],
  ])('says what matters most about it: %j', async (change, words) => {
    open({ messages: [{ ...MESSAGE, contract: { ...facts, ...change } }] })
    expect(await screen.findByText((text) => text.includes(words))).toBeTruthy()
  })
})

// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ApprovalBody, ApprovalView, TxReview } from '../../messages/popup'
import { App } from '../app'
import { ADDRESS, CONTRACT, FakeBackground, lockedView, NOW, show, unlockedView } from '../popup.fake'

const REVIEW: TxReview = {
  mode: 'direct',
  messages: [
    {
      title: 'Send sSCRT',
      sentence: 'Send 12.5 sSCRT to Ada',
      kind: 'contract',
      contract: { address: CONTRACT, codeHash: 'matches' },
      input: { kind: 'decrypted', json: '{"transfer":{"amount":"12500000"}}' },
      funds: [],
      facts: [{ label: 'To', value: ADDRESS }],
      visibility: [{ who: 'public', text: 'sees the call' }],
    },
  ],
  memo: '',
  fee: { coins: [{ denom: 'uscrt', amount: '50000', symbol: 'SCRT', decimals: 6 }], gas: '200000' },
  warnings: [],
  dangerous: false,
  raw: { json: '{}', signBytesHex: '0a0b' },
}

function approval(id: string, body: ApprovalBody): ApprovalView {
  return {
    id,
    origin: 'https://dapp.example',
    chainId: 'secretdev-1',
    networkName: 'Local network',
    account: { name: 'Main', address: ADDRESS },
    createdAt: NOW,
    body,
  }
}

const transaction = (id: string, parts: Partial<TxReview> = {}): ApprovalView =>
  approval(id, { kind: 'transaction', ...REVIEW, ...parts })

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
})
afterEach(() => {
  vi.useRealTimers()
})

async function wait(ms: number): Promise<void> {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(ms)
  })
}

async function open(approvals: readonly ApprovalView[]): Promise<FakeBackground> {
  const background = new FakeBackground()
  show(<App />, { background, mode: 'approval' })
  act(() => background.push(unlockedView({ approvals })))
  await screen.findByRole('button', { name: 'Reject' })
  return background
}

const button = (name: string): HTMLElement => screen.getByRole('button', { name })

function press(name: string): void {
  fireEvent.pointerDown(button(name))
  fireEvent.click(button(name))
}

describe('the approval window', () => {
  it('says who asks what, and answers by the id alone', async () => {
    const background = await open([transaction('tx-1')])
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Send sSCRT')
    expect(screen.getByText('Send 12.5 sSCRT to Ada')).toBeDefined()
    expect(document.body.textContent).toContain('https://dapp.example')
    expect(screen.getByRole('group', { name: 'Decrypted message' }).textContent).toContain('"12500000"')
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 })))
    press('Approve')
    expect(background.sent).toEqual([])
    await wait(700)
    press('Approve')
    await wait(1)
    expect(background.sent).toEqual([{ method: 'approve', params: { id: 'tx-1' } }])
  })

  it('rejects at once', async () => {
    const background = await open([transaction('tx-1')])
    press('Reject')
    await wait(1)
    expect(background.sent).toEqual([{ method: 'reject', params: { id: 'tx-1' } }])
  })

  it('counts the queue and makes Approve wait again for each request', async () => {
    const queue = [
      transaction('a'),
      transaction('b'),
      approval('c', { kind: 'connect', chains: [], capabilities: ['see-address'] }),
    ]
    const background = await open(queue)
    expect(document.body.textContent).toContain('request 1 of 3')
    await wait(700)
    press('Approve')
    await act(async () => background.push(unlockedView({ approvals: queue.slice(1) })))
    expect(document.body.textContent).toContain('request 2 of 3')
    press('Approve')
    await wait(1)
    expect(background.sent.map(({ params }) => params)).toEqual([{ id: 'a' }])
    await act(async () => background.push(unlockedView({ approvals: queue.slice(2) })))
    expect(button('Connect')).toBeDefined()
    expect(document.body.textContent).toContain('request 3 of 3')
  })

  it('makes Approve wait again when the content changes under it, and not when it does not', async () => {
    const background = await open([transaction('tx-1')])
    await wait(700)
    await act(async () =>
      background.push(unlockedView({ approvals: [transaction('tx-1')], autoLockMinutes: 5 })),
    )
    expect(button('Approve').getAttribute('aria-disabled')).toBeNull()
    await act(async () =>
      background.push(unlockedView({ approvals: [transaction('tx-1', { memo: 'changed' })] })),
    )
    press('Approve')
    await wait(300)
    press('Approve')
    await wait(1)
    expect(background.sent).toEqual([])
  })

  it('asks for a typed word when the message is dangerous', async () => {
    const background = await open([transaction('tx-1', { dangerous: true })])
    const field = screen.getByRole('textbox', { name: /Type SIGN/ })
    for (const word of ['', 'sign', 'SIG', 'SIGNED']) {
      fireEvent.change(field, { target: { value: word } })
      await wait(700)
      press('Approve')
    }
    await wait(1)
    expect(background.sent).toEqual([])
    fireEvent.change(field, { target: { value: 'SIGN' } })
    press('Approve')
    await wait(1)
    expect(background.sent).toEqual([{ method: 'approve', params: { id: 'tx-1' } }])
  })

  it('has nothing to agree to while preparing or when it cannot go on', async () => {
    const background = await open([approval('p', { kind: 'preparing' })])
    await wait(700)
    press('Approve')
    await wait(1)
    expect(background.sent).toEqual([])
    const stopped = approval('p', {
      kind: 'cannot-continue',
      title: 'The node is silent',
      message: 'Try again.',
    })
    await act(async () => background.push(unlockedView({ approvals: [stopped] })))
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull()
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('The node is silent')
    expect(button('Reject')).toBeDefined()
  })

  it('shows what went wrong where it went wrong, and can be answered again', async () => {
    const background = await open([transaction('tx-1')])
    background.refuse('approve', 'The key changed. Nothing was signed.')
    await wait(700)
    press('Approve')
    await wait(1)
    expect(screen.getByText('The key changed. Nothing was signed.')).toBeDefined()
    press('Reject')
    await wait(1)
    expect(background.sent.map(({ method }) => method)).toEqual(['approve', 'reject'])
  })

  it('closes when the queue is empty, and only then', async () => {
    const background = await open([transaction('tx-1')])
    await wait(2000)
    expect(background.closed).toBe(0)
    await act(async () => background.push(unlockedView()))
    await wait(700)
    expect(background.closed).toBe(1)
  })

  it('stays for the question that a yes leads to', async () => {
    const background = await open([approval('c', { kind: 'connect', chains: [], capabilities: [] })])
    await act(async () => background.push(unlockedView()))
    await wait(400)
    await act(async () => background.push(unlockedView({ approvals: [transaction('tx-1')] })))
    await wait(1000)
    expect(background.closed).toBe(0)
  })

  it('stays through unlocking until the requests that waited are there', async () => {
    const background = new FakeBackground()
    show(<App />, { background, mode: 'approval' })
    await act(async () => background.push(lockedView({ waitingSites: ['https://dapp.example'] })))
    await wait(1000)
    await act(async () => background.push(unlockedView()))
    await wait(300)
    await act(async () => background.push(unlockedView({ approvals: [transaction('tx-1')] })))
    await wait(1000)
    expect(background.closed).toBe(0)
    await act(async () => background.push(lockedView()))
    await wait(700)
    expect(background.closed).toBe(1)
  })

  it('U56, U57: shows hostile text as text and never lets a title push the origin away', async () => {
    const hostile = `<img src=x onerror="boom()">\u202e${'W'.repeat(500)}`
    const [message] = REVIEW.messages
    await open([
      transaction('tx-1', {
        messages: message ? [{ ...message, title: hostile, sentence: hostile }] : [],
        memo: hostile,
      }),
    ])
    expect(document.querySelector('img')).toBeNull()
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Sign a transaction')
    const long = screen.getByRole('heading', { level: 2, name: /<img src=x/ })
    expect(within(long).getByText('U+202E')).toBeDefined()
  })
})

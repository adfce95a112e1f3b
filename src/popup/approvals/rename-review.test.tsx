// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ApprovalView, PopupReply } from '../../messages/popup'
import { App } from '../app'
import { ADDRESS, FakeBackground, NOW, show, unlockedView } from '../popup.fake'

const OTHER = 'secret1fc3fzy78ttp0lwuujw7e52rhspxn8uj52zfyne'

function approval(body: { name: string; editable: boolean }): ApprovalView {
  return {
    id: 'q1',
    origin: 'https://dapp.example',
    chainId: 'secret-4',
    networkName: 'Secret Network',
    account: { name: 'Main', address: ADDRESS },
    createdAt: NOW,
    body: { kind: 'rename', ...body },
  }
}

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

async function open(body = { name: 'Mine', editable: true }): Promise<FakeBackground> {
  const background = new FakeBackground()
  show(<App />, { background, mode: 'approval' })
  const contacts = [{ name: 'Ada', address: OTHER, note: '' }]
  act(() => background.push(unlockedView({ approvals: [approval(body)], contacts })))
  await screen.findByRole('button', { name: 'Reject' })
  await wait(700)
  return background
}

const field = (): HTMLInputElement => screen.getByRole('textbox', { name: 'New name' })
const type = (value: string): boolean => fireEvent.change(field(), { target: { value } })

async function approve(): Promise<void> {
  const button = screen.getByRole('button', { name: 'Approve' })
  fireEvent.pointerDown(button)
  fireEvent.click(button)
  await wait(1)
}

describe('a site that proposes a name', () => {
  it('is shown with the name now, what it learns, and no network', async () => {
    const background = await open()
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Rename this account?')
    expect([field().value, document.body.textContent]).toEqual([
      'Mine',
      expect.stringMatching(/Main.*This site.*At once.*Other connected sites/s),
    ])
    expect(document.body.textContent).not.toContain('Secret Network')
    await approve()
    expect(background.sent).toEqual([{ method: 'approve', params: { id: 'q1' } }])
  })

  it('gives way to what is typed: noted letter by letter, and approved only when it is noted', async () => {
    const background = await open()
    let noted: (reply: PopupReply<'chooseName'>) => void = () => undefined
    const reply = new Promise<PopupReply<'chooseName'>>((resolve) => {
      noted = resolve
    })
    background.replies.set('chooseName', reply)
    type('Our')
    type('Ours')
    await wait(700)
    await approve()
    expect(background.sent).toEqual([{ method: 'chooseName', params: { id: 'q1', name: 'Our' } }])
    await act(async () => noted({ kind: 'result', value: null }))
    await wait(700)
    await approve()
    expect(background.sent.slice(1)).toEqual([
      { method: 'chooseName', params: { id: 'q1', name: 'Ours' } },
      { method: 'approve', params: { id: 'q1' } },
    ])
  })

  it('cannot be approved while the name is none, or is one that the wallet does not take', async () => {
    const background = await open()
    type('  ')
    await wait(700)
    await approve()
    expect(background.sent).toEqual([])
    expect(document.body.textContent).toContain('Enter a name.')
    background.refuse('chooseName', 'Too long.')
    type('x'.repeat(61))
    await wait(700)
    await approve()
    expect(background.sent.map(({ method }) => method)).toEqual(['chooseName'])
    expect(document.body.textContent).toContain('Too long.')
  })

  it('says when another account or contact has this name, and when the account has it already', async () => {
    await open({ name: ' ADA', editable: true })
    expect(document.body.textContent).toContain('another account or contact of this name')
    type('Main')
    expect(document.body.textContent).not.toContain('another account or contact of this name')
    expect(document.body.textContent).toContain('has this name already')
  })

  it.each([true, false])('P10: writes out what would not be seen (editable: %s)', async (editable) => {
    await open({ name: 'Main\u202egnp', editable })
    expect(screen.queryAllByRole('textbox')).toHaveLength(editable ? 1 : 0)
    expect(document.body.textContent).toContain('characters that would not be seen')
    expect(document.body.textContent).toContain('MainU+202Egnp')
  })
})

// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { ApprovalBody, AskedToken } from '../../messages/popup'
import { ACCOUNT, CONTRACT, NOW, show } from '../popup.fake'
import { ApprovalScreen } from './approval-screen'

const SHD = 'secret1qfql357amn448duf5gvp9gr48sxx9tsnhupu3d'
const TOKENS: readonly AskedToken[] = [
  { contract: CONTRACT, symbol: 'sSCRT', chosen: true },
  { contract: SHD, symbol: 'SHD', chosen: false },
]

function open(body: ApprovalBody): ReturnType<typeof show> {
  const approval = {
    id: 'q1',
    origin: 'https://a.example',
    chainId: 'secretdev-1',
    networkName: 'Local network',
    account: ACCOUNT,
    createdAt: NOW,
    body,
  }
  return show(<ApprovalScreen approval={approval} queue={undefined} />, { mode: 'approval' })
}

const text = (): string => document.body.textContent ?? ''

describe('viewing keys', () => {
  it('are ticked one by one, and what is ticked goes to the background before any yes', async () => {
    const { background } = open({ kind: 'share-viewing-keys', tokens: TOKENS, always: false })
    expect(text()).toContain('Your sSCRT balance and transfers')
    await userEvent.click(screen.getByRole('checkbox', { name: /SHD/ }))
    await userEvent.click(screen.getByRole('checkbox', { name: /^Always allow/ }))
    expect(background.sent).toEqual([
      { method: 'chooseViewingKeys', params: { id: 'q1', contracts: [CONTRACT, SHD] } },
      { method: 'allowAlways', params: { id: 'q1', always: true } },
    ])
  })

  it('leave nothing to approve when none is ticked', () => {
    const none = TOKENS.map((token) => ({ ...token, chosen: false }))
    open({ kind: 'share-viewing-keys', tokens: none, always: false })
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull()
    expect(screen.getByRole('button', { name: 'Reject' })).toBeDefined()
    expect(text()).toContain('Nothing: no token is chosen.')
  })

  it('of all tokens leave no single one to choose', () => {
    open({ kind: 'share-viewing-keys', tokens: TOKENS, always: true })
    expect(screen.getAllByRole('checkbox')).toHaveLength(1)
    expect(text()).toContain('every token you have or add')
  })
})

describe('messages to reveal', () => {
  it('stand with what they are and say, for one yes alone', () => {
    open({
      kind: 'reveal',
      items: [
        {
          kind: 'key',
          nonce: '05'.repeat(32),
          transaction: { title: 'Send', sentence: 'Send 5 sSCRT', createdAt: NOW, contract: CONTRACT },
        },
        { kind: 'text', nonce: '06'.repeat(32), content: { text: '{"a":1}', printable: true } },
        { kind: 'text', nonce: '07'.repeat(32) },
      ],
    })
    expect(text()).toContain('Send 5 sSCRT')
    expect(text()).toContain('It opens that message and all its answers.')
    expect(screen.getByText('Show what would be revealed')).toBeDefined()
    expect(text()).toContain('No key of this account opens it.')
    expect(screen.getByRole('button', { name: 'Approve once' })).toBeDefined()
  })
})

describe('a capability that was taken back', () => {
  it('is asked for by itself', () => {
    open({ kind: 'connect', chains: [], capabilities: ['request-signatures'] })
    expect(text()).toContain('You took the following back')
    expect(text()).not.toContain('see your account’s name')
    expect(text()).not.toContain('onnect to this site')
    expect(screen.getByRole('button', { name: 'Allow' })).toBeDefined()
  })
})

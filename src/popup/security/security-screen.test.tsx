// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { SecurityEventView } from '../../messages/popup'
import { Banners } from '../home/banners'
import { NOW, show, unlockedView } from '../popup.fake'
import { SecurityScreen } from './security-screen'

const ROTATED: SecurityEventView = {
  id: 'event-1',
  chainId: 'secret-4',
  kind: 'tx-key-rotated',
  title: 'The network renewed its encryption key',
  message: 'Nothing is needed from you.',
  createdAt: NOW,
  blocking: false,
  canAccept: false,
  facts: [
    { label: 'Key until now', value: 'AAAA' },
    { label: 'Key from now on', value: 'BBBB' },
  ],
}
const DISPUTED: SecurityEventView = { ...ROTATED, id: 'event-2', kind: 'code-hash-disagreement' }
const CHANGED: SecurityEventView = { ...ROTATED, kind: 'tx-key-changed', blocking: true, canAccept: true }

function showEvent(event: SecurityEventView): ReturnType<typeof show> & { readonly back: () => number } {
  const backs: number[] = []
  const shown = show(
    <SecurityScreen events={[event]} id={event.id} networks={[]} onBack={() => void backs.push(1)} />,
  )
  return { ...shown, back: () => backs.length }
}

describe('a security notice', () => {
  it('shows both keys and asks for nothing but to be read', async () => {
    const { background, back } = showEvent(ROTATED)
    expect(screen.getByText('AAAA')).toBeDefined()
    expect(screen.getByText('BBBB')).toBeDefined()
    expect(screen.queryByText(/until you decide/)).toBeNull()
    expect(screen.queryByRole('button', { name: 'Keep blocked' })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Got it' }))
    expect(background.sent).toEqual([
      { method: 'decideSecurityEvent', params: { id: 'event-1', decision: 'seen' } },
    ])
    expect(back()).toBe(1)
  })

  it('stays when it could not be noted that it was read', async () => {
    const { background, back } = showEvent(ROTATED)
    background.refuse('decideSecurityEvent', 'This question is no longer open. Nothing was changed.')
    await userEvent.click(screen.getByRole('button', { name: 'Got it' }))
    expect(screen.getByRole('alert').textContent).toContain('no longer open')
    expect(back()).toBe(0)
  })
})

describe('a stop', () => {
  it('cannot be read away', () => {
    showEvent(CHANGED)
    expect(screen.getByText(/until you decide/)).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Got it' })).toBeNull()
  })
})

describe('the banners', () => {
  it('are loud for a stop, ask for a look at a contract, and tell of a renewed key quietly', () => {
    const securityEvents = [CHANGED, DISPUTED, { ...ROTATED, id: 'event-3' }]
    show(<Banners view={unlockedView({ securityEvents })} go={() => undefined} justCreated={false} />)
    const titles = ['Sending is stopped', 'Worth a look', 'Good to know']
    expect(titles.map((title) => screen.getAllByText(title).length)).toEqual([1, 1, 1])
  })
})

// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { show, unlockedView } from '../popup.fake'
import { Banners } from './banners'

const UNLOCKED = unlockedView()

describe('N79: a node that is behind', () => {
  const at = Date.parse('2026-01-02T03:04:05Z')
  const network = { ...UNLOCKED.network, health: 'behind', blockTime: at } as const

  it('is told with the time of its newest block and the next step, and not of one that is level', () => {
    const go = (): void => undefined
    const { unmount } = show(<Banners view={{ ...UNLOCKED, network }} go={go} justCreated={false} />)
    expect(document.body.textContent).toContain('The node is behind')
    expect(document.body.textContent).toContain(
      new Date(at).toLocaleDateString(undefined, { dateStyle: 'medium' }),
    )
    expect(document.body.textContent).toContain('choose another node in Settings')
    unmount()
    show(<Banners view={UNLOCKED} go={go} justCreated={false} />)
    expect(screen.queryByText('The node is behind')).toBeNull()
  })
})

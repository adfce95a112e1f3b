// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { NetworkChoice } from '../../messages/popup'
import { show } from '../popup.fake'
import { NetworkRemoval } from './network-removal'

const BUILT_IN: NetworkChoice = {
  chainId: 'secret-4',
  name: 'Secret Network',
  testnet: false,
  endpoints: ['https://node.example'],
  custom: false,
  added: false,
}
const ADDED: NetworkChoice = { ...BUILT_IN, chainId: 'mine-1', name: '<b>Mine</b>', added: true }

describe('networks that sites suggested', () => {
  it('can be removed, and built-in ones cannot', async () => {
    const { background } = show(<NetworkRemoval networks={[BUILT_IN, ADDED]} />)
    expect(screen.getAllByRole('button')).toHaveLength(1)
    expect(screen.getByText('<b>Mine</b>')).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Remove mine-1' }))
    expect(background.sent).toEqual([{ method: 'removeNetwork', params: { chainId: 'mine-1' } }])
  })

  it('say what went wrong where they are', async () => {
    const { background } = show(<NetworkRemoval networks={[ADDED]} />)
    background.replies.set('removeNetwork', {
      kind: 'error',
      error: { code: 'network/unknown', message: 'Sotto does not know this network.' },
    })
    await userEvent.click(screen.getByRole('button', { name: 'Remove mine-1' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Sotto does not know this network.')
  })

  it('are not spoken of where there are none', () => {
    show(<NetworkRemoval networks={[BUILT_IN]} />)
    expect(screen.queryByRole('heading')).toBeNull()
  })
})

// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { SiteView } from '../../messages/popup'
import { SECOND } from '../accounts/accounts.fake'
import { ACCOUNT, NOW, show, unlockedView } from '../popup.fake'
import { SitesScreen } from './sites-screen'

const SITE: SiteView = {
  origin: 'https://a.example',
  account: ACCOUNT.address,
  chainIds: ['secretdev-1'],
  connectedAt: NOW,
  lastUsedAt: NOW,
  viewingKeys: [],
}

describe('connected sites', () => {
  it('stand once each, with every account they know', async () => {
    const sites = [SITE, { ...SITE, origin: 'https://b.example' }, { ...SITE, account: SECOND.address }]
    const { background } = show(<SitesScreen view={unlockedView({ accounts: [ACCOUNT, SECOND], sites })} />)
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      'https://a.example',
      'https://b.example',
    ])
    expect(screen.getAllByText('Main')).toHaveLength(2)
    expect(screen.getAllByText('Savings')).toHaveLength(1)
    await userEvent.click(screen.getByRole('button', { name: 'Disconnect from all 2 https://a.example' }))
    expect(background.sent).toEqual([{ method: 'removeSite', params: { origin: 'https://a.example' } }])
  })

  it('keep the address of an account that left', () => {
    show(<SitesScreen view={unlockedView({ sites: [{ ...SITE, account: SECOND.address }] })} />)
    expect(screen.getByTitle(SECOND.address)).toBeDefined()
  })
})

// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { ACCOUNT, NOW, show, unlockedView } from '../popup.fake'
import { SiteScreen } from './site-screen'
import { SitesScreen } from './sites-screen'

const ORIGIN = 'https://a.example'
const SITE = {
  origin: ORIGIN,
  account: ACCOUNT.address,
  grants: [{ chainId: 'secretdev-1', capability: 'see-address' as const, grantedAt: NOW, lastUsedAt: NOW }],
  had: [],
}

describe('whether Sotto is used on a site', () => {
  it('is a choice on the screen of every site', async () => {
    const { background } = show(
      <SiteScreen origin={ORIGIN} view={unlockedView({ sites: [SITE] })} onBack={() => undefined} />,
    )
    const choice = screen.getByRole<HTMLSelectElement>('combobox', {
      name: `Use Sotto on this site: ${ORIGIN}`,
    })
    expect(choice.value).toBe('ask')
    await userEvent.selectOptions(choice, 'Never')
    expect(background.sent).toEqual([
      { method: 'setSiteProvider', params: { origin: ORIGIN, choice: 'never' } },
    ])
  })

  it('is kept for sites that know no account, and can be taken back', async () => {
    const siteChoices = [{ origin: ORIGIN, choice: 'never' as const }]
    const { background } = show(<SitesScreen view={unlockedView({ siteChoices })} go={() => undefined} />)
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe(ORIGIN)
    await userEvent.selectOptions(screen.getByRole('combobox'), 'When the site asks')
    expect(background.sent).toEqual([
      { method: 'setSiteProvider', params: { origin: ORIGIN, choice: 'ask' } },
    ])
  })

  it.each([
    ['https://app.example', 'https://app.example'],
    [' https://app.example/swap?pair=1#x ', 'https://app.example'],
    ['app.example:8443', 'https://app.example:8443'],
    ['http://localhost:5173', 'http://localhost:5173'],
  ])('is said beforehand of a site that found another wallet: %s', async (typed, origin) => {
    const { background } = show(<SitesScreen view={unlockedView({})} go={() => undefined} />)
    await userEvent.click(screen.getByText('Use Sotto beside another wallet'))
    await userEvent.type(screen.getByLabelText('Address of the site'), typed)
    await userEvent.click(screen.getByRole('button', { name: 'Use Sotto on this site' }))
    expect(background.sent).toEqual([{ method: 'setSiteProvider', params: { origin, choice: 'always' } }])
    expect(screen.getByLabelText<HTMLInputElement>('Address of the site').value).toBe('')
  })

  it.each([
    '',
    'not a site',
    'http://app.example',
    'https://app.example.',
    'chrome-extension://x',
    'file:///x',
  ])('is not said of what is no site: “%s”', async (typed) => {
    const { background } = show(<SitesScreen view={unlockedView({})} go={() => undefined} />)
    await userEvent.click(screen.getByText('Use Sotto beside another wallet'))
    if (typed !== '') await userEvent.type(screen.getByLabelText('Address of the site'), typed)
    await userEvent.click(screen.getByRole('button', { name: 'Use Sotto on this site' }))
    expect(background.sent).toEqual([])
    const field = screen.getByLabelText<HTMLInputElement>('Address of the site')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(field.value).toBe(typed)
  })
})

// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { GrantView, HadView, SiteView } from '../../messages/popup'
import { SECOND } from '../accounts/accounts.fake'
import { ACCOUNT, CONTRACT, NOW, show, unlockedView } from '../popup.fake'
import { SiteScreen } from './site-screen'
import { SitesScreen } from './sites-screen'

const CHAIN = 'secretdev-1'
const ADDRESS_GRANT: GrantView = { chainId: CHAIN, capability: 'see-address', grantedAt: NOW - 60_000 }
const KEY_GRANT: GrantView = {
  chainId: CHAIN,
  capability: 'viewing-key',
  contract: CONTRACT,
  grantedAt: NOW,
  lastUsedAt: NOW,
}
const TIMES = { chainId: CHAIN, asked: 0, given: 0, firstAt: NOW - 7_200_000, lastAt: NOW - 60_000 }
const HAD: readonly HadView[] = [
  { ...TIMES, kind: 'address' },
  { ...TIMES, kind: 'signatures', asked: 3, given: 2 },
  { ...TIMES, kind: 'viewing-key', contract: CONTRACT },
]
const SITE: SiteView = {
  origin: 'https://a.example',
  account: ACCOUNT.address,
  grants: [ADDRESS_GRANT, KEY_GRANT],
  had: HAD,
}
const TOKEN = {
  contract: CONTRACT,
  name: 'Secret SCRT',
  symbol: 'sSCRT',
  decimals: 6,
  hasViewingKey: true,
  balance: { kind: 'loading' },
} as const

const text = (): string => document.body.textContent ?? ''

describe('connected sites', () => {
  it('stand once each, with every account they know, and open to what they have', async () => {
    const went: unknown[] = []
    const sites = [SITE, { ...SITE, origin: 'https://b.example' }, { ...SITE, account: SECOND.address }]
    show(
      <SitesScreen
        view={unlockedView({ accounts: [ACCOUNT, SECOND], sites })}
        go={(route) => went.push(route)}
      />,
    )
    expect(screen.getAllByRole('listitem')).toHaveLength(2)
    expect(text()).toContain('Main, Savings')
    await userEvent.click(screen.getByRole('button', { name: /b\.example/ }))
    expect(went).toEqual([{ kind: 'site', origin: 'https://b.example' }])
  })

  it('stay listed after they were disconnected, for what they got, until that list is cleared', async () => {
    const past = { ...SITE, grants: [], origin: 'https://gone.example' }
    const { background } = show(
      <SitesScreen view={unlockedView({ sites: [SITE], pastSites: [past] })} go={() => undefined} />,
    )
    expect(screen.getByRole('heading', { name: 'Disconnected' })).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Clear this list' }))
    expect(background.sent).toEqual([{ method: 'forgetPastSites', params: {} }])
  })
})

function open(site: Partial<SiteView>): ReturnType<typeof show> {
  const shown = { ...SITE, ...site }
  const sites = shown.grants.length > 0 ? { sites: [shown] } : { pastSites: [shown] }
  return show(
    <SiteScreen
      origin={SITE.origin}
      view={unlockedView({ tokens: [TOKEN], ...sites })}
      onBack={() => undefined}
    />,
  )
}

describe('one site', () => {
  it('shows each grant with its times, and everything it ever got', () => {
    open({})
    expect(text()).toContain('Read the viewing key of sSCRT')
    expect(text()).toContain('Granted 1 min ago · not used yet')
    expect(text()).toContain('2 of 3 signatures it asked for')
    expect(text()).toContain('First 2 h ago, last 1 min ago')
  })

  it('takes back one grant, by all that it is about', async () => {
    const { background } = open({})
    await userEvent.click(
      screen.getByRole('button', { name: 'Revoke: Read the viewing key of sSCRT on Local network' }),
    )
    expect(background.sent).toEqual([
      {
        method: 'revokeGrant',
        params: {
          origin: SITE.origin,
          account: ACCOUNT.address,
          chainId: CHAIN,
          capability: 'viewing-key',
          contract: CONTRACT,
        },
      },
    ])
  })

  it('takes back everything', async () => {
    const { background } = open({})
    await userEvent.click(screen.getByRole('button', { name: 'Disconnect and revoke everything' }))
    expect(background.sent).toEqual([{ method: 'removeSite', params: { origin: SITE.origin } }])
  })

  it('says what revoking cannot take back, and what ends it', () => {
    open({ grants: [] })
    expect(text()).toContain('What revoking cannot take back')
    expect(text()).toContain('reads on until you replace it')
    expect(text()).toContain('set a new viewing key')
    expect(screen.queryByRole('button', { name: 'Disconnect and revoke everything' })).toBeNull()
  })

  it('says nothing of that while every grant stands', () => {
    open({ had: HAD.filter(({ kind }) => kind !== 'signatures') })
    expect(text()).not.toContain('cannot take back')
  })

  it('keeps the address of an account that left', () => {
    open({ account: SECOND.address })
    expect(screen.getByTitle(SECOND.address)).toBeDefined()
  })
})

import { describe, expect, it } from 'vitest'
import { BASIC_CAPABILITIES } from '../messages/site-facts'
import { connect, errorCode, fakePage, value } from './page-side.fake'
import { BOB, CHAIN_ID, fakeWallet, ORIGIN, OTHER_ORIGIN } from './wallet.fake'

const getAccount = { chainId: CHAIN_ID }

async function connected() {
  const wallet = fakeWallet()
  const page = fakePage(wallet)
  await connect(wallet, page)
  return { wallet, page }
}

describe('a site that wants to be forgotten while the wallet is locked', () => {
  it('is answered at once and without a window, and is forgotten before anything else of it is answered', async () => {
    const { wallet, page } = await connected()
    const other = fakePage(wallet, { origin: OTHER_ORIGIN, tabId: 2 })
    await connect(wallet, other)
    wallet.vault.state = 'locked'
    expect(value(await page.call('disconnect', { chainIds: [] }))).toBe(null)
    expect(wallet.browser.openWindows.size).toBe(0)
    // Nor does it stand in the way of what comes next: that opens the window.
    expect(await page.call('getAccount', getAccount)).toEqual({ kind: 'pending' })
    expect(wallet.browser.openWindows.size).toBe(1)
    wallet.vault.state = 'unlocked'
    await wallet.side.resume()
    expect(page.replies()).toEqual([])
    expect(value(await page.call('isConnected', { chainIds: [CHAIN_ID] }))).toBe(false)
    expect(value(await other.call('isConnected', { chainIds: [CHAIN_ID] }))).toBe(true)
  })

  it('is forgotten on the networks that it named alone', async () => {
    const { wallet, page } = await connected()
    const party = { origin: ORIGIN, account: wallet.vault.signing.address }
    const [{ chainId = '' } = {}] = (await wallet.chains.list()).filter(({ chainId: id }) => id !== CHAIN_ID)
    const parsed = (await wallet.chains.list()).map((chain) => chain.chainId)
    await wallet.side.origins.connect(party, { chainIds: parsed, capabilities: BASIC_CAPABILITIES })
    wallet.vault.state = 'locked'
    expect(value(await page.call('disconnect', { chainIds: [chainId, 'unknown-9'] }))).toBe(null)
    wallet.vault.state = 'unlocked'
    expect(value(await page.call('isConnected', { chainIds: [chainId] }))).toBe(false)
    expect(value(await page.call('isConnected', { chainIds: [CHAIN_ID] }))).toBe(true)
  })

  it('may be connected anew afterwards, and its wish outlives the worker and is not on the disk', async () => {
    const { wallet, page } = await connected()
    wallet.vault.state = 'locked'
    await page.call('disconnect', { chainIds: [CHAIN_ID] })
    await page.call('disconnect', { chainIds: [] })
    const disk = [...wallet.browser.local.values].flat().join('\n')
    expect(disk).not.toContain('dapp.example')
    expect(disk).not.toContain(CHAIN_ID)
    wallet.restart()
    wallet.vault.state = 'unlocked'
    expect(await page.call('getAccount', getAccount)).toEqual({ kind: 'pending' })
    await connect(wallet, page)
    wallet.restart()
    expect(value(await page.call('isConnected', { chainIds: [CHAIN_ID] }))).toBe(true)
  })

  it('cannot fill the memory with wishes, and more networks than there are count as all', async () => {
    const { wallet, page } = await connected()
    wallet.vault.state = 'locked'
    const many = Array.from({ length: 60 }, (_, index) => `unknown-${index}`)
    for (let from = 0; from < many.length; from += 10)
      expect(value(await page.call('disconnect', { chainIds: many.slice(from, from + 10) }))).toBe(null)
    const strangers = Array.from({ length: 300 }, (_, index) =>
      fakePage(wallet, { origin: `https://site-${index}.example` as never, tabId: index + 3 }),
    )
    for (const stranger of strangers) await stranger.call('disconnect', { chainIds: [] })
    expect(errorCode(await strangers.at(-1)?.call('disconnect', { chainIds: [] }))).toBe('busy')
    const size = [...wallet.browser.session.values].flat().join('').length
    expect(size).toBeLessThan(50_000)
    wallet.vault.state = 'unlocked'
    expect(value(await page.call('isConnected', { chainIds: [CHAIN_ID] }))).toBe(false)
  })
})

describe('a site that wants to be forgotten', () => {
  it('is forgotten for every account, whichever is selected', async () => {
    const { wallet, page } = await connected()
    const bob = { origin: ORIGIN, account: BOB }
    const others = (await wallet.chains.list()).map(({ chainId }) => chainId)
    const grants = { chainIds: others, capabilities: BASIC_CAPABILITIES }
    await wallet.side.origins.connect(bob, grants)
    await page.call('disconnect', { chainIds: [CHAIN_ID] })
    const left = others.filter((chainId) => chainId !== CHAIN_ID)
    expect(await wallet.side.origins.missing(bob, left, 'see-address')).toBeUndefined()
    expect(await wallet.side.origins.missing(bob, others, 'see-address')).toBeDefined()
    await page.call('disconnect', { chainIds: [] })
    expect(await wallet.side.origins.views()).toEqual([])
  })

  it('needs no wallet and no account with a key', async () => {
    const { wallet, page } = await connected()
    const { key: _, ...watched } = wallet.vault.signing
    wallet.vault.account = async () => watched as never
    expect(value(await page.call('disconnect', { chainIds: [] }))).toBe(null)
    wallet.vault.state = 'empty'
    expect(value(await page.call('disconnect', { chainIds: [] }))).toBe(null)
    expect(wallet.browser.openTabs).toEqual([])
  })
})

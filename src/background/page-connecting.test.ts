import { describe, expect, it } from 'vitest'
import {
  approveOnly,
  bankSend,
  connect,
  directParams,
  errorCode,
  fakePage,
  value,
  views,
} from './page-side.fake'
import { CHAIN_ID, CODE_HASH, fakeWallet, OTHER_ORIGIN } from './wallet.fake'

const getAccount = { chainId: CHAIN_ID }

describe('connecting', () => {
  it('asks once, in one window, and then answers at once', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    expect(await page.call('connect', { chainIds: [CHAIN_ID] })).toEqual({ kind: 'pending' })
    expect([...wallet.browser.openWindows.values()]).toEqual([expect.stringContaining('popup.html?approval')])
    const [view] = await views(wallet)
    expect(view).toMatchObject({
      origin: 'https://dapp.example',
      networkName: 'Local Secret',
      body: { kind: 'connect', chains: [{ chainId: CHAIN_ID, name: 'Local Secret' }] },
    })
    await approveOnly(wallet)
    expect(page.replies()).toEqual([{ kind: 'result', value: null }])
    expect(wallet.browser.openWindows.size).toBe(0)
    expect(value(await page.call('connect', { chainIds: [CHAIN_ID] }))).toBe(null)
  })

  it('asks for several chains in one window', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await page.call('connect', { chainIds: ['secret-4', 'pulsar-3'] })
    const [view] = await views(wallet)
    expect(view?.body).toMatchObject({ chains: [{ chainId: 'secret-4' }, { chainId: 'pulsar-3' }] })
    await approveOnly(wallet)
    expect(value(await page.call('getAccount', { chainId: 'pulsar-3' }))).toBeDefined()
  })

  it('P1: every call before connect asks to connect first, and goes on after the yes', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    const params = await directParams(wallet, [await bankSend(wallet)])
    expect(await page.call('getAccount', getAccount)).toEqual({ kind: 'pending' })
    expect(await page.call('signDirect', params)).toEqual({ kind: 'pending' })
    expect(await page.call('getTxPublicKey', getAccount)).toEqual({ kind: 'pending' })
    expect((await views(wallet)).map(({ body }) => body.kind)).toEqual(['connect'])
    await approveOnly(wallet)
    expect(page.replies().map(({ kind }) => kind)).toEqual(['result', 'result'])
    expect((await views(wallet)).map(({ body }) => body.kind)).toEqual(['transaction'])
    expect(wallet.browser.openWindows.size).toBe(1)
  })

  it('P1: a second question has another id, so that a double click answers only the first', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await page.call('signDirect', await directParams(wallet, [await bankSend(wallet)]))
    const [first] = await views(wallet)
    const id = first?.id ?? ''
    await Promise.all([wallet.side.approvals.approve(id), wallet.side.approvals.approve(id)])
    await expect(wallet.side.approvals.approve(id)).rejects.toMatchObject({ code: 'approval/gone' })
    expect(wallet.vault.signatures).toBe(0)
    expect((await views(wallet)).map(({ body }) => body.kind)).toEqual(['transaction'])
  })

  it('P16: a thousand connects are one question', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    const answers = await Promise.all(
      Array.from({ length: 1000 }, () => page.call('connect', { chainIds: [CHAIN_ID] })),
    )
    expect(answers.filter((answer) => answer?.kind === 'pending')).toHaveLength(100)
    expect(answers.filter((answer) => errorCode(answer) === 'busy')).toHaveLength(900)
    expect(await views(wallet)).toHaveLength(1)
    expect(wallet.browser.openWindows.size).toBe(1)
  })

  it('P23: two tabs of one origin share the question and both get the answer', async () => {
    const wallet = fakeWallet()
    const [one, two] = [fakePage(wallet, { tabId: 1 }), fakePage(wallet, { tabId: 2 })]
    await one.call('connect', { chainIds: [CHAIN_ID] })
    await two.call('connect', { chainIds: [CHAIN_ID] })
    await approveOnly(wallet)
    expect(one.replies()).toEqual([{ kind: 'result', value: null }])
    expect(two.replies()).toEqual([{ kind: 'result', value: null }])
  })

  it('names the first network that is not known, and only to those who have a wallet', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    const chainIds = [CHAIN_ID, 'a-1', 'b-1']
    expect(await page.call('connect', { chainIds })).toMatchObject({
      outcome: { error: { code: 'unknown-chain', chainId: 'a-1' } },
    })
    wallet.vault.state = 'damaged'
    expect(errorCode(await page.call('connect', { chainIds }))).toBe('unavailable')
    wallet.vault.state = 'empty'
    expect(errorCode(await page.call('connect', { chainIds }))).toBe('no-wallet')
  })

  it('P24: knows networks by their exact name alone', async () => {
    const page = fakePage(fakeWallet())
    for (const chainId of ['Secretdev-1', 'secretdev-2', 'SECRETDEV-1', 'evmos_9001-2']) {
      expect(errorCode(await page.call('getAccount', { chainId }))).toBe('unknown-chain')
    }
    expect(errorCode(await page.call('getAccount', { chainId: 'secretdev–1' }))).toBe('bad-request')
  })

  it('I5: a grant is for one origin and one chain', async () => {
    const wallet = fakeWallet()
    await connect(wallet, fakePage(wallet))
    expect(await fakePage(wallet).call('getAccount', { chainId: 'secret-4' })).toEqual({ kind: 'pending' })
    const other = fakePage(wallet, { origin: OTHER_ORIGIN, tabId: 2 })
    expect(await other.call('getAccount', getAccount)).toEqual({ kind: 'pending' })
  })

  it('is undone by the site, and by the person for the site', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    expect(value(await page.call('disconnect', { chainIds: ['unknown-9'] }))).toBe(null)
    expect(value(await page.call('getAccount', getAccount))).toBeDefined()
    expect(value(await page.call('disconnect', { chainIds: [] }))).toBe(null)
    expect(await page.call('getAccount', getAccount)).toEqual({ kind: 'pending' })
    await approveOnly(wallet)
    await wallet.side.origins.revoke('https://dapp.example')
    expect(await wallet.side.origins.views()).toMatchObject([{ grants: [], had: [{ kind: 'address' }] }])
  })
})

describe('the person’s no', () => {
  it('reaches the page, and three in a row mute the origin for a minute', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    for (let round = 0; round < 3; round += 1) {
      expect(await page.call('connect', { chainIds: [CHAIN_ID] })).toEqual({ kind: 'pending' })
      const [view] = await views(wallet)
      await wallet.side.approvals.reject(view?.id ?? '')
      wallet.browser.now += 10_000
    }
    expect(page.replies().map(errorCode)).toEqual(['rejected', 'rejected', 'rejected'])
    expect(errorCode(await page.call('connect', { chainIds: [CHAIN_ID] }))).toBe('muted')
    const other = fakePage(wallet, { origin: OTHER_ORIGIN, tabId: 2 })
    expect(await other.call('connect', { chainIds: [CHAIN_ID] })).toEqual({ kind: 'pending' })
    wallet.browser.now += 61_000
    expect(await page.call('connect', { chainIds: [CHAIN_ID] })).toEqual({ kind: 'pending' })
  })

  it('is what closing the window means', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await page.call('connect', { chainIds: [CHAIN_ID] })
    const [windowId = 0] = wallet.browser.openWindows.keys()
    wallet.browser.openWindows.clear()
    await wallet.side.windowRemoved(windowId + 1)
    expect(page.replies()).toEqual([])
    await wallet.side.windowRemoved(windowId)
    expect(page.replies().map(errorCode)).toEqual(['rejected'])
  })

  it('is no answer any more once the yes was given and is being carried out', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    const { txKey } = wallet.networks
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const asked = new Promise<void>((resolve) => {
      wallet.networks.txKey = async (chainId) => {
        resolve()
        await held
        return await txKey(chainId)
      }
    })
    const params = { chainId: CHAIN_ID, codeHash: CODE_HASH, message: '{}' }
    expect(await page.call('sealMessage', params)).toEqual({ kind: 'pending' })
    const [windowId = 0] = wallet.browser.openWindows.keys()
    const yes = approveOnly(wallet)
    await asked
    expect(await views(wallet)).toEqual([])
    await wallet.side.windowRemoved(windowId)
    release()
    await yes
    expect(page.replies().map(({ kind }) => kind)).toEqual(['result'])
  })

  it('is still a no to what waits for a locked wallet to be opened', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    wallet.vault.state = 'locked'
    await page.call('connect', { chainIds: [CHAIN_ID] })
    const [windowId = 0] = wallet.browser.openWindows.keys()
    await wallet.side.windowRemoved(windowId)
    expect(page.replies().map(errorCode)).toEqual(['rejected'])
  })

  it('is not counted when we close the window ourselves', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await page.call('connect', { chainIds: [CHAIN_ID] })
    const [windowId = 0] = wallet.browser.openWindows.keys()
    await approveOnly(wallet)
    await page.call('connect', { chainIds: ['secret-4'] })
    await wallet.side.windowRemoved(windowId)
    expect(await views(wallet)).toHaveLength(1)
  })
})

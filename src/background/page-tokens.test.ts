import { describe, expect, it } from 'vitest'
import { approveOnly, connect, errorCode, fakePage, value, views } from './page-side.fake'
import { BOB, CHAIN_ID, CODE_HASH, fakeWallet, OTHER_ORIGIN, SSCRT } from './wallet.fake'

describe('tokens', () => {
  const known = { contract: SSCRT, codeHash: CODE_HASH, name: 'Secret SCRT', symbol: 'sSCRT', decimals: 6 }

  it('are added after the person agreed', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    await page.call('addToken', { chainId: CHAIN_ID, contract: SSCRT, viewingKey: 'secret key' })
    const [view] = await views(wallet)
    expect(view?.body).toMatchObject({
      kind: 'add-token',
      token: { symbol: 'sSCRT', decimals: 6 },
      withViewingKey: true,
      replacesKey: false,
    })
    expect(JSON.stringify(view)).not.toContain('secret key')
    await approveOnly(wallet)
    expect(page.replies()).toEqual([{ kind: 'result', value: null }])
    expect(wallet.tokens).toEqual([{ ...known, viewingKey: 'secret key' }])
    expect(value(await page.call('addToken', { chainId: CHAIN_ID, contract: SSCRT }))).toBe(null)
  })

  it('P26: a known symbol at another contract is a danger', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    wallet.tokens.push({ ...known, contract: BOB })
    await page.call('addToken', { chainId: CHAIN_ID, contract: SSCRT })
    const [view] = await views(wallet)
    expect(view?.body).toMatchObject({ warnings: [{ level: 'danger' }] })
  })

  it('refuses what does not answer as a token, and says so when the network does not', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    wallet.facts.token = async () => undefined
    expect(errorCode(await page.call('addToken', { chainId: CHAIN_ID, contract: SSCRT }))).toBe('bad-request')
    for (const [contract, message] of [
      ['secret1x', 'Data too short'],
      [
        'cosmos1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqnrql8a',
        'Unexpected prefix (expected: secret, actual: cosmos)',
      ],
      [SSCRT.toUpperCase(), 'This is no address of this network.'],
    ] as const) {
      expect(await page.call('addToken', { chainId: CHAIN_ID, contract })).toMatchObject({
        outcome: { error: { code: 'bad-address', message } },
      })
      // Dashboards ask for the key of whatever they list, and look for one sentence alone.
      expect(errorCode(await page.call('getViewingKey', { chainId: CHAIN_ID, contract }))).toBe(
        'no-viewing-key',
      )
    }
    wallet.facts.token = () => Promise.reject(new Error('http://node.example/secret is down'))
    const answer = await page.call('addToken', { chainId: CHAIN_ID, contract: SSCRT })
    expect(errorCode(answer)).toBe('unavailable')
    expect(JSON.stringify(answer)).not.toContain('node.example')
  })

  it('share their viewing key after one question for each site, and a missing key is said at once', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    const params = { chainId: CHAIN_ID, contract: SSCRT }
    expect(errorCode(await page.call('getViewingKey', params))).toBe('no-viewing-key')
    wallet.tokens.push({ ...known, viewingKey: 'the key' })
    expect(await page.call('getViewingKey', params)).toEqual({ kind: 'pending' })
    expect(await page.call('getViewingKey', params)).toEqual({ kind: 'pending' })
    expect((await views(wallet)).map(({ body }) => body.kind)).toEqual(['share-viewing-keys'])
    await approveOnly(wallet)
    expect(page.replies()).toEqual([
      { kind: 'result', value: 'the key' },
      { kind: 'result', value: 'the key' },
    ])
    expect(value(await page.call('getViewingKey', params))).toBe('the key')
    const other = fakePage(wallet, { origin: OTHER_ORIGIN, tabId: 2 })
    await connect(wallet, other)
    expect(await other.call('getViewingKey', params)).toEqual({ kind: 'pending' })
  })

  it('S119: take no viewing key of nothing or of a megabyte, and one of 1,024 characters', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    const add = (viewingKey: string) =>
      page.call('addToken', { chainId: CHAIN_ID, contract: SSCRT, viewingKey })
    for (const viewingKey of ['', 'k'.repeat(1025), 'k'.repeat(1_000_000)])
      expect(errorCode(await add(viewingKey))).toBe('bad-request')
    expect(await views(wallet)).toEqual([])
    await add('k'.repeat(1024))
    await approveOnly(wallet)
    expect(wallet.tokens).toMatchObject([{ viewingKey: 'k'.repeat(1024) }])
  })

  it('keep a stored key until the person agreed to another one, and say that it is replaced', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    wallet.tokens.push({ ...known, viewingKey: 'mine' })
    await page.call('addToken', { chainId: CHAIN_ID, contract: SSCRT, viewingKey: 'theirs' })
    expect(wallet.tokens).toEqual([{ ...known, viewingKey: 'mine' }])
    const [view] = await views(wallet)
    expect(view?.body).toMatchObject({ kind: 'add-token', replacesKey: true })
    await wallet.side.approvals.reject(view?.id ?? '')
    expect(wallet.tokens).toEqual([{ ...known, viewingKey: 'mine' }])
  })

  it('U55: replace no key that was made while the question was open', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    await page.call('addToken', { chainId: CHAIN_ID, contract: SSCRT, viewingKey: 'theirs' })
    const [view] = await views(wallet)
    expect(view?.body).toMatchObject({ replacesKey: false })
    wallet.tokens.push({ ...known, viewingKey: 'made meanwhile' })
    await expect(wallet.side.approvals.approve(view?.id ?? '')).rejects.toMatchObject({
      code: 'approval/changed',
    })
    expect(wallet.tokens).toEqual([{ ...known, viewingKey: 'made meanwhile' }])
  })

  it('that are missing are said without asking anybody: a dashboard asks for all of them', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    const asked: string[] = []
    wallet.browser.respond = (url) => {
      asked.push(url)
      throw new TypeError('Failed to fetch')
    }
    for (let round = 0; round < 100; round += 1) {
      const params = { chainId: CHAIN_ID, contract: SSCRT }
      expect(errorCode(await page.call('getViewingKey', params))).toBe('no-viewing-key')
    }
    expect(asked).toEqual([])
    expect(wallet.browser.openWindows.size).toBe(0)
  })
})

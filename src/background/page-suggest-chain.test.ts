import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHAINS } from '../chain/index'
import { parsePageCall } from '../messages/page-schema'
import { approveOnly, connect, errorCode, fakePage, value, views } from './page-side.fake'
import { fakeWallet, OTHER_ORIGIN, type Wallet } from './wallet.fake'

const SUGGESTED = {
  chainId: 'mysecret-1',
  name: 'My Secret',
  endpoint: 'https://lcd.mysecret.example',
  bech32Prefix: 'secret',
  coinType: 529,
  denom: 'umine',
  symbol: 'MINE',
  decimals: 6,
  saysSecret: true,
}

async function added(wallet: Wallet): Promise<string[]> {
  return (await wallet.chains.added()).map(({ chainId, endpoint }) => `${chainId} ${endpoint}`)
}

describe('a network that a site suggests', () => {
  it('is shown in full, kept after the yes, and connected, without a node being asked before', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    const asked: string[] = []
    wallet.browser.respond = (url) => {
      asked.push(url)
      return Promise.reject(new TypeError('offline'))
    }
    expect(await page.call('suggestChain', SUGGESTED)).toEqual({ kind: 'pending' })
    const [view] = await views(wallet)
    expect(view?.body).toEqual({
      kind: 'add-chain',
      chainId: 'mysecret-1',
      name: 'My Secret',
      endpoint: 'https://lcd.mysecret.example',
      symbol: 'MINE',
      denom: 'umine',
      decimals: 6,
      warnings: [],
    })
    expect([asked, await added(wallet)]).toEqual([[], []])
    await approveOnly(wallet)
    expect(page.replies()).toEqual([{ kind: 'result', value: null }])
    expect(await added(wallet)).toEqual(['mysecret-1 https://lcd.mysecret.example'])
    expect(value(await page.call('getAccount', { chainId: 'mysecret-1' }))).toMatchObject({
      address: wallet.vault.signing.address,
    })
  })

  it('is not kept after a no', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await page.call('suggestChain', SUGGESTED)
    const [view] = await views(wallet)
    await wallet.side.approvals.reject(view?.id ?? '')
    expect(page.replies().map(errorCode)).toEqual(['rejected'])
    expect(await added(wallet)).toEqual([])
  })

  it('waits for the unlock, and survives the worker', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await wallet.vault.lock('asked')
    expect(await page.call('suggestChain', SUGGESTED)).toEqual({ kind: 'pending' })
    wallet.restart()
    await wallet.vault.unlock()
    await wallet.side.resume()
    await approveOnly(wallet)
    expect(page.replies()).toEqual([{ kind: 'result', value: null }])
  })

  it('P25: with the id of a known one and another endpoint changes nothing and asks nobody', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    for (const { chainId } of CHAINS) {
      const evil = { ...SUGGESTED, chainId, endpoint: 'https://evil.example' }
      expect(value(await page.call('suggestChain', evil))).toBe(null)
    }
    for (const chainId of ['secret-5', 'SECRET-4', 'Pulsar-3']) {
      expect(value(await page.call('suggestChain', { ...SUGGESTED, chainId }))).toBe(null)
    }
    expect(await added(wallet)).toEqual([])
    expect(await wallet.side.approvals.questions()).toEqual([])
  })

  it('P25: keeps the first of two that were suggested under one name, whatever the second one is called', async () => {
    const wallet = fakeWallet()
    const [one, two] = [fakePage(wallet), fakePage(wallet, { origin: OTHER_ORIGIN, tabId: 2 })]
    await one.call('suggestChain', SUGGESTED)
    await two.call('suggestChain', { ...SUGGESTED, endpoint: 'https://evil.example' })
    const [first, second] = await views(wallet)
    await wallet.side.approvals.approve(first?.id ?? '')
    await expect(wallet.side.approvals.approve(second?.id ?? '')).rejects.toMatchObject({
      code: 'network/known',
    })
    expect(await added(wallet)).toEqual(['mysecret-1 https://lcd.mysecret.example'])
  })

  it('tells no other site that it is there: that one is asked to connect first', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await page.call('suggestChain', SUGGESTED)
    await approveOnly(wallet)
    expect(value(await page.call('suggestChain', SUGGESTED))).toBe(null)
    const other = fakePage(wallet, { origin: OTHER_ORIGIN, tabId: 2 })
    expect(await other.call('suggestChain', SUGGESTED)).toEqual({ kind: 'pending' })
    expect((await views(wallet)).map(({ body }) => body.kind)).toEqual(['connect'])
  })

  it.each([
    ['of another kind', { bech32Prefix: 'cosmos' }, 'networks of the Secret kind'],
    ['of another coin type', { coinType: 60 }, 'networks of the Secret kind'],
    ['of the Ethereum kind', { chainId: 'evmos_9001-2', coinType: 60 }, 'networks of the Secret kind'],
    ['with a node on plain http', { endpoint: 'http://lcd.example' }, 'https address'],
    ['with a node that takes a password', { endpoint: 'https://a:b@lcd.example' }, 'https address'],
    ['with a node that is no address', { endpoint: 'javascript:alert(1)' }, 'https address'],
  ])('is refused when it is %s, with the reason', async (_, change, words) => {
    const wallet = fakeWallet()
    const answer = await fakePage(wallet).call('suggestChain', { ...SUGGESTED, ...change })
    expect(errorCode(answer)).toBe('bad-request')
    expect(JSON.stringify(answer)).toContain(words)
    expect(await wallet.side.approvals.questions()).toEqual([])
  })

  it('P26: is a danger when it has the name or the coin of another', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    const lookAlike = { ...SUGGESTED, name: ' secret  NETWORK', symbol: 'scrt' }
    await page.call('suggestChain', { ...lookAlike, endpoint: 'https://xn--scret-bsa.example' })
    const [view] = await views(wallet)
    expect(view?.body).toMatchObject({
      warnings: [{ level: 'danger' }, { level: 'danger' }, { level: 'caution' }],
    })
  })

  it('gives the coin that everybody knows no other worth', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await page.call('suggestChain', { ...SUGGESTED, denom: 'uscrt', symbol: 'USD', decimals: 0 })
    expect((await views(wallet))[0]?.body).toMatchObject({ symbol: 'SCRT', decimals: 6 })
  })

  it('P10: may be called anything at all: it is refused or shown, and never breaks what waits', async () => {
    const wallet = fakeWallet()
    await connect(wallet, fakePage(wallet, { origin: OTHER_ORIGIN, tabId: 2 }))
    const anyText = fc.string({ unit: 'binary', maxLength: 70 })
    await fc.assert(
      fc.asyncProperty(anyText, anyText, fc.double(), async (name, symbol, price) => {
        const gasPrices = { low: price, average: price, high: price }
        const params = { ...SUGGESTED, name, symbol, gasPrices }
        await fakePage(wallet).call('suggestChain', params)
        for (const { id, body } of await views(wallet)) {
          expect(body.kind).toBe('add-chain')
          await wallet.side.approvals.reject(id)
          wallet.browser.now += 60_000
        }
      }),
      { numRuns: 40 },
    )
  })

  it('is read strictly: anything beyond the description is refused', () => {
    const read = (params: object) =>
      parsePageCall({
        kind: 'page-request',
        id: 'request-1',
        method: 'suggestChain',
        params: JSON.stringify(params),
      }).kind
    expect(read(SUGGESTED)).toBe('call')
    for (const odd of [
      { more: 1 },
      { decimals: 255 },
      { denom: '' },
      { chainId: 'a b' },
      { saysSecret: 1 },
    ]) {
      expect(read({ ...SUGGESTED, ...odd })).toBe('invalid')
    }
  })
})

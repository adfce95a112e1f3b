import { describe, expect, it } from 'vitest'
import { approveOnly, bankSend, connect, directParams, fakePage, views } from './page-side.fake'
import { CHAIN_ID, fakeWallet } from './wallet.fake'

describe('a request that comes again, or from behind', () => {
  it('P15: replayed after the lock, it waits for the password and signs nothing', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    const params = await directParams(wallet, [await bankSend(wallet)])
    await page.call('signDirect', params, 'captured-1')
    await approveOnly(wallet)
    expect(wallet.vault.signatures).toBe(1)
    await wallet.vault.lock('asked')
    expect(await page.call('signDirect', params, 'captured-1')).toEqual({ kind: 'pending' })
    await wallet.vault.unlock()
    await wallet.side.resume()
    expect((await views(wallet)).map(({ body }) => body.kind)).toEqual(['transaction'])
    expect(wallet.vault.signatures).toBe(1)
  })

  it('P20: from a tab in the background it is one question, as from any other', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    const request = { kind: 'page-request', method: 'connect', params: `{"chainIds":["${CHAIN_ID}"]}` }
    for (let index = 0; index < 20; index += 1) {
      const message = { ...request, id: `background-${index}` }
      expect(await wallet.side.message({ ...page.sender, active: false }, message)).toEqual({
        kind: 'pending',
      })
    }
    expect(await views(wallet)).toHaveLength(1)
    expect(wallet.browser.openWindows.size).toBe(1)
  })
})

import { describe, expect, it } from 'vitest'
import { bankSend, connect, directParams, fakePage, views } from './page-side.fake'
import { CHAIN_ID, fakeWallet, OTHER_ORIGIN, type Wallet } from './wallet.fake'

/** A page that runs in circles, or a tab that the browser has put to sleep: messages to it are never answered. */
function freeze(wallet: Wallet, tabId: number): () => void {
  const before = wallet.browser.answer
  wallet.browser.answer = (message) => (message.tabId === tabId ? Promise.race([]) : before(message))
  return () => {
    wallet.browser.answer = before
  }
}

describe('a page that does not answer', () => {
  it('P17: does not keep the answers of other pages', async () => {
    const wallet = fakeWallet()
    const frozen = fakePage(wallet)
    const other = fakePage(wallet, { origin: OTHER_ORIGIN, tabId: 2 })
    await connect(wallet, frozen)
    wallet.vault.state = 'locked'
    await frozen.call('getAccount', { chainId: CHAIN_ID })
    await other.call('connect', { chainIds: [CHAIN_ID] })
    const thaw = freeze(wallet, 1)
    wallet.vault.state = 'unlocked'
    await wallet.side.resume()
    const [question] = await views(wallet)
    await wallet.side.approvals.approve(question?.id ?? '')
    expect(other.replies()).toMatchObject([{ kind: 'result' }])

    thaw()
    wallet.browser.sent.length = 0
    await wallet.side.resume()
    expect(frozen.replies()).toMatchObject([{ kind: 'result' }])
    wallet.browser.sent.length = 0
    await wallet.side.resume()
    expect(frozen.replies()).toEqual([])
  })

  it('P18: gets no signature, and the person is told', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    await page.call('signDirect', await directParams(wallet, [await bankSend(wallet)]))
    const [question] = await views(wallet)
    freeze(wallet, 1)
    await expect(wallet.side.approvals.approve(question?.id ?? '')).rejects.toMatchObject({
      code: 'approval/page-gone',
    })
    expect(wallet.vault.signatures).toBe(0)
  })
})

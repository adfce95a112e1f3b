import { describe, expect, it } from 'vitest'
import { approveOnly, bankSend, connect, directParams, errorCode, fakePage, views } from './page-side.fake'
import { BOB, CHAIN_ID, fakeWallet } from './wallet.fake'

const getAccount = { chainId: CHAIN_ID }

describe('locked and empty', () => {
  it('waits for the wallet to be opened, and then goes on', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    wallet.vault.state = 'locked'
    expect(await page.call('getAccount', getAccount)).toEqual({ kind: 'pending' })
    expect(await page.call('getTxPublicKey', getAccount)).toEqual({ kind: 'pending' })
    expect(await wallet.side.questions.waitingSites()).toEqual(['https://dapp.example'])
    expect(wallet.browser.openWindows.size).toBe(1)
    wallet.vault.state = 'unlocked'
    await wallet.side.resume()
    expect(page.replies().map(({ kind }) => kind)).toEqual(['result', 'result'])
    expect(wallet.browser.openWindows.size).toBe(0)
  })

  it('opens the window that did not open for the call before, and never takes the focus again', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    wallet.vault.state = 'locked'
    const { open } = wallet.browser.windows
    wallet.browser.windows.open = () => Promise.reject(new Error('no window today'))
    await expect(page.call('getAccount', getAccount)).rejects.toThrow('no window today')
    wallet.browser.windows.open = open
    let focused = 0
    wallet.browser.windows.focus = async () => {
      focused += 1
      return true
    }
    expect(await page.call('getTxPublicKey', getAccount)).toEqual({ kind: 'pending' })
    expect(await page.call('getAccount', getAccount)).toEqual({ kind: 'pending' })
    expect(wallet.browser.openWindows.size).toBe(1)
    expect(focused).toBe(0)
  })

  it('P17: keeps one request to sign while locked', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    const params = await directParams(wallet, [await bankSend(wallet)])
    wallet.vault.state = 'locked'
    const answers = await Promise.all(Array.from({ length: 1000 }, () => page.call('signDirect', params)))
    expect(answers.filter((answer) => answer?.kind === 'pending')).toHaveLength(1)
    expect(answers.filter((answer) => errorCode(answer) === 'busy')).toHaveLength(999)
  })

  it('U60: locking ends everything that was asked', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    await page.call('signDirect', await directParams(wallet, [await bankSend(wallet)]))
    const [view] = await views(wallet)
    await wallet.vault.lock('asked')
    expect(page.replies().map(errorCode)).toEqual(['rejected'])
    await wallet.vault.unlock()
    await expect(wallet.side.approvals.approve(view?.id ?? '')).rejects.toMatchObject({
      code: 'approval/gone',
    })
    expect(wallet.vault.signatures).toBe(0)
  })

  it('opens the first steps once when there is no wallet', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    wallet.vault.state = 'empty'
    expect(errorCode(await page.call('connect', { chainIds: [CHAIN_ID] }))).toBe('no-wallet')
    expect(errorCode(await page.call('connect', { chainIds: [CHAIN_ID] }))).toBe('no-wallet')
    expect(wallet.browser.openTabs).toHaveLength(1)
    wallet.browser.now += 31_000
    await page.call('connect', { chainIds: [CHAIN_ID] })
    expect(wallet.browser.openTabs).toHaveLength(2)
  })
})

describe('documents that go away', () => {
  it('P18, P19: a page that left, or its tab, is forgotten', async () => {
    for (const leave of ['page-gone', 'cached', 'tab'] as const) {
      const wallet = fakeWallet()
      const page = fakePage(wallet)
      await page.call('connect', { chainIds: [CHAIN_ID] })
      if (leave === 'tab') await wallet.side.tabRemoved(1)
      else
        await wallet.side.message(leave === 'cached' ? { ...page.sender, cached: true } : page.sender, {
          kind: 'page-gone',
        })
      expect(await views(wallet)).toEqual([])
      expect(wallet.browser.openWindows.size).toBe(0)
      expect(page.replies()).toEqual([])
    }
  })

  it('P18: nothing is granted or signed for a page that no longer waits', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await page.call('connect', { chainIds: [CHAIN_ID] })
    wallet.gone.add(1)
    await expect(approveOnly(wallet)).rejects.toMatchObject({ code: 'approval/page-gone' })
    expect(await wallet.side.origins.views()).toEqual([])
    expect(await views(wallet)).toEqual([])
  })
})

describe('killed workers', () => {
  it('W104: a question survives the worker and is answered by its id', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    await page.call('signDirect', await directParams(wallet, [await bankSend(wallet)]))
    const [view] = await views(wallet)
    wallet.restart()
    await wallet.side.resume()
    await wallet.side.approvals.approve(view?.id ?? '')
    expect(page.replies()).toMatchObject([{ kind: 'result' }])
    expect((await wallet.side.activity.page()).items).toHaveLength(1)
  })

  it('a request that the relay sends again is the same request', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await page.call('connect', { chainIds: [CHAIN_ID] }, 'request-again')
    wallet.browser.openWindows.clear()
    wallet.restart()
    expect(await page.call('connect', { chainIds: [CHAIN_ID] }, 'request-again')).toEqual({ kind: 'pending' })
    expect(await views(wallet)).toHaveLength(1)
    expect(wallet.browser.openWindows.size).toBe(1)
  })

  it('W105: signing again after a kill is one signature for the page and one entry', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    await page.call('signDirect', await directParams(wallet, [await bankSend(wallet)]))
    const [view] = await views(wallet)
    const before = new Map(wallet.browser.session.values)
    await wallet.side.approvals.approve(view?.id ?? '')
    // As if the worker had died after signing and before the answer was stored.
    wallet.browser.session.values.clear()
    for (const [name, kept] of before) wallet.browser.session.values.set(name, kept)
    wallet.restart()
    await wallet.side.approvals.approve(view?.id ?? '')
    expect(page.replies()).toHaveLength(2)
    expect(page.replies()[0]).toEqual(page.replies()[1])
    expect((await wallet.side.activity.page()).items).toHaveLength(1)
  })

  it('W106: an outcome that was stored and not sent is sent on waking up', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await page.call('connect', { chainIds: [CHAIN_ID] })
    const { answer } = wallet.browser
    wallet.browser.answer = (sent) => {
      const { kind } = sent.message as { kind: string }
      if (kind === 'page-reply') throw new Error('killed')
      return answer(sent)
    }
    await expect(approveOnly(wallet)).rejects.toThrow('killed')
    wallet.browser.sent.length = 0
    wallet.browser.answer = answer
    wallet.restart()
    await wallet.side.resume()
    expect(page.replies()).toEqual([{ kind: 'result', value: null }])
  })

  it('P22: is the only thing that a cached document can say', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    const cached = { ...page.sender, cached: true } as const
    const request = { kind: 'page-request', id: 'request-cached', method: 'getAccount' }
    const params = JSON.stringify({ chainId: CHAIN_ID })
    expect(await wallet.side.message(cached, { ...request, params })).toBeUndefined()
    await wallet.side.message(cached, { kind: 'page-gone', visit: 'a' })
    await wallet.side.message(cached, { kind: 'page-back', visit: 'a' })
    wallet.vault.account = async () => ({ ...wallet.vault.signing, address: BOB })
    await wallet.side.resume()
    expect(events(wallet)).toEqual([])
    await wallet.side.message(page.sender, { kind: 'page-back', visit: 'a' })
    expect(events(wallet)).toHaveLength(1)
  })
})

function events({ browser }: ReturnType<typeof fakeWallet>): readonly unknown[] {
  return browser.sent.filter(({ message }) => (message as { kind: string }).kind === 'page-event')
}

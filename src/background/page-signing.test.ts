import { describe, expect, it, vi } from 'vitest'
import {
  approveOnly,
  bankSend,
  connect,
  directParams,
  errorCode,
  execute,
  fakePage,
  sealed,
  views,
} from './page-side.fake'
import { BOB, fakeWallet, OTHER_ORIGIN } from './wallet.fake'

describe('signing', () => {
  it('I2: shows what is signed, signs it after the yes, and notes it before the page has it', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    const wire = sealed(wallet, { transfer: { recipient: BOB, amount: '12500000' } })
    const params = await directParams(wallet, [await execute(wallet, wire)])
    expect(await page.call('signDirect', params)).toEqual({ kind: 'pending' })
    await views(wallet)
    await new Promise((resolve) => setTimeout(resolve, 0))
    const [view] = await views(wallet)
    expect(view?.body).toMatchObject({
      kind: 'transaction',
      mode: 'direct',
      dangerous: false,
      messages: [
        { title: 'Send sSCRT', kind: 'contract', contract: { codeHash: 'matches', label: 'sSCRT' } },
      ],
    })
    expect(view?.body.kind === 'transaction' && view.body.messages[0]?.sentence).toMatch(
      /^Send 12\.5 sSCRT to secret1/,
    )
    expect(wallet.vault.signatures).toBe(0)
    await approveOnly(wallet)
    const [reply] = page.replies()
    expect(reply).toMatchObject({
      kind: 'result',
      value: { bodyBytes: params.bodyBytes, authInfoBytes: params.authInfoBytes },
    })
    expect((await wallet.side.activity.page()).items).toMatchObject([
      { title: 'Send sSCRT', status: 'pending', origin: 'https://dapp.example', hash: expect.any(String) },
    ])
  })

  it('does not sign what was never shown', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    await page.call('signDirect', await directParams(wallet, [await bankSend(wallet)]))
    const [question] = await wallet.side.approvals.questions()
    await expect(wallet.side.approvals.approve(question?.id ?? '')).rejects.toMatchObject({
      code: 'approval/not-shown',
    })
    expect(wallet.vault.signatures).toBe(0)
  })

  it('reads ahead while the window is being made, which is not showing it', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    const wire = sealed(wallet, { transfer: { recipient: BOB, amount: '1' } })
    const params = await directParams(wallet, [await execute(wallet, wire)])
    const opening = vi.spyOn(wallet.vault, 'txSeed')
    await page.call('signDirect', params)
    await vi.waitFor(() => expect(opening).toHaveBeenCalled())
    await new Promise((resolve) => setTimeout(resolve, 20))
    const [question] = await wallet.side.approvals.questions()
    expect(question?.reviewed).toBeUndefined()
    await expect(wallet.side.approvals.approve(question?.id ?? '')).rejects.toMatchObject({
      code: 'approval/not-shown',
    })
  })

  it('U58: does not sign when the stored request is not the one that was shown', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    await page.call('signDirect', await directParams(wallet, [await bankSend(wallet, 1n)]))
    const [view] = await views(wallet)
    const stored = wallet.browser.session.values.get('approvals') ?? ''
    const [old, changed] = await Promise.all(
      [1n, 2_000_000n].map(async (amount) => {
        const { bodyBytes } = await directParams(wallet, [await bankSend(wallet, amount)])
        return bodyBytes
      }),
    )
    wallet.browser.session.values.set('approvals', stored.replace(old ?? '', changed ?? ''))
    await expect(wallet.side.approvals.approve(view?.id ?? '')).rejects.toMatchObject({
      code: 'approval/changed',
    })
    expect(wallet.vault.signatures).toBe(0)
  })

  it('knows the account as the transaction before it left it', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    const { account } = wallet.facts
    const ask = async (): Promise<string> => {
      await page.call('signDirect', await directParams(wallet, [await bankSend(wallet)]))
      await views(wallet)
      await new Promise((resolve) => setTimeout(resolve, 0))
      const [view] = await views(wallet)
      await wallet.side.approvals.reject(view?.id ?? '')
      return JSON.stringify(view?.body)
    }
    expect(await ask()).not.toContain('sequence came first')
    wallet.facts.account = async (...asked) => ({
      accountNumber: 7n,
      ...(await account(...asked)),
      sequence: 3n,
    })
    expect(await ask()).toContain('sequence came first')
  })

  it('P30: says of a signer that is no address what is wrong with it, before it asks anybody', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    const params = await directParams(wallet, [await bankSend(wallet)])
    for (const [signer, code, message] of [
      ['secret1', 'bad-address', 'secret1 too short'],
      ['secret1qqqqqqq', 'bad-address', 'Invalid checksum for secret1qqqqqqq'],
      [BOB, 'signer-mismatch', expect.any(String)],
    ] as const) {
      expect(await page.call('signDirect', { ...params, signer })).toMatchObject({
        outcome: { error: { code, message } },
      })
    }
  })

  it('is one at a time for each origin', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    const other = fakePage(wallet, { origin: OTHER_ORIGIN, tabId: 2 })
    await connect(wallet, page)
    await connect(wallet, other)
    const params = await directParams(wallet, [await bankSend(wallet)])
    expect(await page.call('signDirect', params)).toEqual({ kind: 'pending' })
    expect(errorCode(await page.call('signDirect', params))).toBe('busy')
    expect(await other.call('signDirect', params)).toEqual({ kind: 'pending' })
    expect(wallet.browser.openWindows.size).toBe(1)
  })

  it('U51: a double click is one signature and one entry', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    await page.call('signDirect', await directParams(wallet, [await bankSend(wallet)]))
    const [view] = await views(wallet)
    const id = view?.id ?? ''
    await Promise.all([wallet.side.approvals.approve(id), wallet.side.approvals.approve(id)])
    expect(wallet.vault.signatures).toBe(1)
    expect(page.replies()).toHaveLength(1)
    expect((await wallet.side.activity.page()).items).toHaveLength(1)
  })

  it('a rejected signature leaves no activity', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    await page.call('signDirect', await directParams(wallet, [await bankSend(wallet)]))
    const [view] = await views(wallet)
    await wallet.side.approvals.reject(view?.id ?? '')
    expect(page.replies().map(errorCode)).toEqual(['rejected'])
    expect((await wallet.side.activity.page()).items).toEqual([])
  })

  it('stops when the site was removed meanwhile', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    await page.call('signDirect', await directParams(wallet, [await bankSend(wallet)]))
    await views(wallet)
    await wallet.side.origins.revoke('https://dapp.example')
    await expect(approveOnly(wallet)).rejects.toMatchObject({ code: 'approval/not-connected' })
    expect(wallet.vault.signatures).toBe(0)
  })
})

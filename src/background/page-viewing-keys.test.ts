import { describe, expect, it } from 'vitest'
import { addressFromBytes } from '../domain/index'
import { approveOnly, connect, errorCode, type FakePage, fakePage, value, views } from './page-side.fake'
import { BOB, CHAIN_ID, CODE_HASH, fakeWallet, OTHER_ORIGIN, SSCRT, type Wallet } from './wallet.fake'

const TOKEN = { codeHash: CODE_HASH, name: 'Secret SCRT', decimals: 6 }
const ofSscrt = { chainId: CHAIN_ID, contract: SSCRT }
const ofBob = { chainId: CHAIN_ID, contract: BOB }

/** A connected page and two tokens with their keys. */
async function dashboard(): Promise<{ readonly wallet: Wallet; readonly page: FakePage }> {
  const wallet = fakeWallet()
  const page = fakePage(wallet)
  await connect(wallet, page)
  wallet.tokens.push(
    { ...TOKEN, contract: SSCRT, symbol: 'sSCRT', viewingKey: 'one' },
    { ...TOKEN, contract: BOB, symbol: 'SHD', viewingKey: 'two' },
  )
  return { wallet, page }
}

async function onlyId(wallet: Wallet): Promise<string> {
  const found = await views(wallet)
  expect(found).toHaveLength(1)
  return found[0]?.id ?? ''
}

describe('viewing keys that a page asks for in a loop', () => {
  it('are one question in one window, and each call gets its own key', async () => {
    const { wallet, page } = await dashboard()
    await page.call('getViewingKey', ofSscrt)
    await page.call('getViewingKey', ofBob)
    await page.call('getViewingKey', ofSscrt)
    const [view] = await views(wallet)
    expect(view?.body).toEqual({
      kind: 'share-viewing-keys',
      always: false,
      tokens: [
        { contract: SSCRT, symbol: 'sSCRT', chosen: true },
        { contract: BOB, symbol: 'SHD', chosen: true },
      ],
    })
    expect(wallet.browser.openWindows.size).toBe(1)
    await approveOnly(wallet)
    expect(page.replies()).toEqual(['one', 'two', 'one'].map((key) => ({ kind: 'result', value: key })))
    expect(value(await page.call('getViewingKey', ofBob))).toBe('two')
  })

  it('are given where they are ticked; the others are rejected and asked for again', async () => {
    const { wallet, page } = await dashboard()
    await page.call('getViewingKey', ofSscrt)
    await page.call('getViewingKey', ofBob)
    const id = await onlyId(wallet)
    await wallet.side.approvals.chooseViewingKeys(id, [BOB, 'secret1never'])
    const [view] = await views(wallet)
    expect(view?.body).toMatchObject({ tokens: [{ chosen: false }, { chosen: true }] })
    wallet.browser.now += 500
    await wallet.side.approvals.approve(id)
    expect(page.replies().map(errorCode)).toEqual(['rejected', undefined])
    expect(page.replies()[1]).toEqual({ kind: 'result', value: 'two' })
    expect(await page.call('getViewingKey', ofSscrt)).toEqual({ kind: 'pending' })
    expect(value(await page.call('getViewingKey', ofBob))).toBe('two')
  })

  it('U55: one that joins after the person looked is not given by a yes to the others', async () => {
    const { wallet, page } = await dashboard()
    await page.call('getViewingKey', ofSscrt)
    const id = await onlyId(wallet)
    await page.call('getViewingKey', ofBob)
    await expect(wallet.side.approvals.approve(id)).rejects.toMatchObject({ code: 'approval/changed' })
    await views(wallet)
    // Shown by now, and nobody reads that fast.
    await expect(wallet.side.approvals.approve(id)).rejects.toMatchObject({ code: 'approval/changed' })
    expect(page.replies()).toEqual([])
    wallet.browser.now += 500
    await wallet.side.approvals.approve(id)
    expect(page.replies()).toHaveLength(2)
  })

  it('U58: what was chosen after it was shown needs to be shown first', async () => {
    const { wallet, page } = await dashboard()
    await page.call('getViewingKey', ofSscrt)
    const id = await onlyId(wallet)
    await wallet.side.approvals.allowAlways(id, true)
    await expect(wallet.side.approvals.approve(id)).rejects.toMatchObject({ code: 'approval/changed' })
    expect(await wallet.side.origins.views()).toMatchObject([{ grants: [{}, {}, {}] }])
  })

  it('are not asked for any more once the site may always read them, and only that site', async () => {
    const { wallet, page } = await dashboard()
    await page.call('getViewingKey', ofSscrt)
    const id = await onlyId(wallet)
    await wallet.side.approvals.allowAlways(id, true)
    await views(wallet)
    wallet.browser.now += 500
    await wallet.side.approvals.approve(id)
    wallet.tokens.push({
      ...TOKEN,
      contract: wallet.vault.signing.address,
      symbol: 'NEW',
      viewingKey: 'three',
    })
    const later = { chainId: CHAIN_ID, contract: wallet.vault.signing.address }
    expect(value(await page.call('getViewingKey', later))).toBe('three')
    const other = fakePage(wallet, { origin: OTHER_ORIGIN, tabId: 2 })
    await connect(wallet, other)
    expect(await other.call('getViewingKey', later)).toEqual({ kind: 'pending' })
  })

  it('are a question for each hundred of them, and silence for the rest once all may be read', async () => {
    const { wallet, page } = await dashboard()
    const contracts = Array.from({ length: 240 }, (_, n) => addressFromBytes(new Uint8Array(20).fill(n + 10)))
    for (const contract of contracts)
      wallet.tokens.push({ ...TOKEN, contract, symbol: 'T', viewingKey: contract.slice(-20) })
    for (const contract of contracts)
      expect(await page.call('getViewingKey', { chainId: CHAIN_ID, contract })).toEqual({ kind: 'pending' })
    for (const rounds of [1, 2]) {
      const [view] = await views(wallet)
      expect(view?.body).toMatchObject({ tokens: { length: 100 } })
      if (rounds === 2) {
        await wallet.side.approvals.allowAlways(view?.id ?? '', true)
        await views(wallet)
      }
      wallet.browser.now += 500
      await wallet.side.approvals.approve(view?.id ?? '')
    }
    expect(await views(wallet)).toEqual([])
    const given = page.replies().map((reply) => reply.kind === 'result' && reply.value)
    expect(given.sort()).toEqual(contracts.map((contract) => contract.slice(-20)).sort())
  })

  it('W104: what was ticked survives the worker', async () => {
    const { wallet, page } = await dashboard()
    await page.call('getViewingKey', ofSscrt)
    await page.call('getViewingKey', ofBob)
    const id = await onlyId(wallet)
    await wallet.side.approvals.chooseViewingKeys(id, [SSCRT])
    await views(wallet)
    wallet.restart()
    wallet.browser.now += 500
    await wallet.side.approvals.approve(id)
    expect(page.replies().map(errorCode)).toEqual([undefined, 'rejected'])
  })

  it('are not given when the site was disconnected meanwhile', async () => {
    const { wallet, page } = await dashboard()
    await page.call('getViewingKey', ofSscrt)
    const id = await onlyId(wallet)
    await wallet.side.origins.revoke('https://dapp.example')
    await expect(wallet.side.approvals.approve(id)).rejects.toMatchObject({ code: 'approval/not-connected' })
    expect(page.replies()).toEqual([])
  })

  it('nobody chooses for a question that is no longer there', async () => {
    const { wallet } = await dashboard()
    const gone = { code: 'approval/gone' }
    await expect(wallet.side.approvals.chooseViewingKeys('q', [])).rejects.toMatchObject(gone)
    await expect(wallet.side.approvals.allowAlways('q', true)).rejects.toMatchObject(gone)
  })
})

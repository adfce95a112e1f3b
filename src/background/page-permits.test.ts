/** What stays of permits that were signed. */
import { describe, expect, it } from 'vitest'
import { permitSignDoc } from '../chain/codec/index'
import { approveOnly, connect, type FakePage, fakePage, ownAddress, views } from './page-side.fake'
import type { SignedPermit } from './permits/signed-permit-schema'
import { BOB, CHAIN_ID, fakeWallet, ORIGIN, OTHER_ORIGIN, SSCRT, type Wallet } from './wallet.fake'

async function askForPermit(wallet: Wallet, page: FakePage, permitName = 'read me'): Promise<void> {
  const doc = permitSignDoc({
    permitName,
    chainId: CHAIN_ID,
    allowedTokens: [SSCRT],
    permissions: ['balance'],
    created: undefined,
    expires: undefined,
  })
  await page.call('signAmino', {
    chainId: CHAIN_ID,
    signer: await ownAddress(wallet),
    signDoc: JSON.stringify(doc),
    keepFee: true,
    keepMemo: true,
  })
}

async function warnings(wallet: Wallet): Promise<string> {
  const [view] = await views(wallet)
  if (view?.body.kind !== 'permit') throw new Error(`a ${view?.body.kind}`)
  return view.body.warnings.map(({ text }) => text).join('\n')
}

async function twoSites() {
  const wallet = fakeWallet()
  const [one, other] = [fakePage(wallet), fakePage(wallet, { origin: OTHER_ORIGIN, tabId: 2 })]
  await connect(wallet, one)
  await connect(wallet, other)
  return { wallet, one, other }
}

const NAMESAKE = `You signed a permit of this name before, for ${SSCRT.slice(0, 10)}`

describe('S119: a permit that was signed', () => {
  it('is remembered by a new worker, and another site that asks for its name is told of', async () => {
    const { wallet, one, other } = await twoSites()
    await askForPermit(wallet, one)
    expect(await warnings(wallet)).not.toContain('of this name')
    await approveOnly(wallet)
    wallet.restart()
    await askForPermit(wallet, other, 'another name')
    expect(await warnings(wallet)).not.toContain('of this name')
    await wallet.side.approvals.reject((await views(wallet))[0]?.id ?? '')
    await askForPermit(wallet, other)
    expect(await warnings(wallet)).toContain(NAMESAKE)
    expect(await warnings(wallet)).toContain(`for ${ORIGIN}. Revoking one revokes both.`)
  })

  it('leaves nothing when it was rejected', async () => {
    const { wallet, one } = await twoSites()
    await askForPermit(wallet, one)
    await wallet.side.approvals.reject((await views(wallet))[0]?.id ?? '')
    expect(await wallet.side.permits.list()).toEqual([])
  })

  it('leaves what it said and never its signature, sealed', async () => {
    const { wallet, one } = await twoSites()
    await askForPermit(wallet, one)
    await approveOnly(wallet)
    const [signed, ...others] = await wallet.side.permits.list()
    expect(others).toEqual([])
    expect(signed).toEqual({
      chainId: CHAIN_ID,
      account: await ownAddress(wallet),
      origin: ORIGIN,
      name: 'read me',
      tokens: [SSCRT],
      permissions: ['balance'],
      at: wallet.browser.now,
    } satisfies SignedPermit)
    expect([...wallet.browser.local.values.entries()].flat().join()).not.toMatch(/read me|dapp\.example/)
  })

  it('goes with its account, or with its network', async () => {
    const { wallet, one } = await twoSites()
    for (const forget of [
      async () => wallet.side.permits.forgetAccount(await ownAddress(wallet)),
      async () => wallet.side.permits.forgetChain(CHAIN_ID),
    ]) {
      await askForPermit(wallet, one)
      await approveOnly(wallet)
      await wallet.side.permits.forgetAccount(BOB)
      await wallet.side.permits.forgetChain('pulsar-3')
      expect(await wallet.side.permits.list()).toHaveLength(1)
      await forget()
      expect(await wallet.side.permits.list()).toEqual([])
    }
  })

  it('is one however often it is signed, and the latest three hundred are kept', async () => {
    const { wallet } = await twoSites()
    const { permits } = wallet.side
    const signer = { account: await ownAddress(wallet), origin: ORIGIN }
    const params = { chainId: CHAIN_ID, permissions: ['owner'], created: undefined, expires: undefined }
    const note = (permitName: string, allowedTokens: string[] = [SSCRT]): Promise<void> =>
      permits.note(signer, { ...params, permitName, allowedTokens, blanket: false })
    await note('again')
    wallet.browser.now += 1000
    await note('again')
    expect(await permits.list()).toMatchObject([{ name: 'again', at: wallet.browser.now }])
    for (let n = 0; n < 300; n += 1) await note(`permit ${n}`)
    const names = (await permits.list()).map(({ name }) => name)
    expect(names).toHaveLength(300)
    expect(names[0]).toBe('permit 299')
    expect(names).not.toContain('again')
    await note(
      'x'.repeat(1_000_000),
      Array.from({ length: 5000 }, () => SSCRT),
    )
    expect(JSON.stringify((await permits.list())[0]).length).toBeLessThan(6000)
  })
})

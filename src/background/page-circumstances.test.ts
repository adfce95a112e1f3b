import { describe, expect, it } from 'vitest'
import {
  ADDRESS,
  connectedPage,
  PASSWORD,
  personWithWallet,
  questionOf,
  SIGN_PARAMS,
  seeUnlocked,
} from './open-wallet.fake'
import { connect, fakePage, views } from './page-side.fake'
import { BOB, CHAIN_ID, fakeWallet, ORIGIN } from './wallet.fake'
import type { FakePage, FakePerson } from './wiring.fake'

const REJECTED = { error: { code: 'rejected' } }

interface Asked {
  readonly person: FakePerson
  readonly page: FakePage
  readonly id: string
  readonly request: ReturnType<FakePage['ask']>
}

/** A connected page whose question to sign is on the screen. */
async function asked(): Promise<Asked> {
  const person = await personWithWallet()
  const page = await connectedPage(person)
  const request = page.ask('signAmino', SIGN_PARAMS)
  return { person, page, request, id: await questionOf(person, 'transaction') }
}

async function isOver({ person, request, id }: Asked): Promise<void> {
  expect(await request.outcome).toMatchObject(REJECTED)
  expect(await person.popup('approve', { id })).toMatchObject({ error: { code: 'approval/gone' } })
  expect((await seeUnlocked(person)).activity).toEqual([])
}

describe('consent', () => {
  it('U61: does not outlive the account it was asked of, and the next one is asked anew', async () => {
    const before = await asked()
    const { person, page } = before
    const [secret] = (await seeUnlocked(person)).secrets
    const added = await person.popup('addAccount', { secretId: secret?.id ?? '' })
    const address = added.kind === 'result' ? added.value.address : ''
    await person.popup('selectAccount', { address })
    await isOver(before)
    const again = page.ask('getAccount', { chainId: 'secret-4' })
    await person.popup('reject', { id: await questionOf(person, 'connect') })
    expect(await again.outcome).toMatchObject(REJECTED)
    expect((await seeUnlocked(person)).sites.map(({ account }) => account)).toEqual([ADDRESS])
  })

  it('U61: is not carried over to an account that is chosen while the yes is being carried out', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await page.call('connect', { chainIds: [CHAIN_ID] })
    const [view] = await views(wallet)
    // The last thing before the yes is carried out: the page is asked whether it still waits.
    wallet.browser.answer = () => {
      wallet.vault.account = async () => ({ ...wallet.vault.signing, address: BOB })
      return { waiting: true }
    }
    await expect(wallet.side.approvals.approve(view?.id ?? '')).rejects.toMatchObject({
      code: 'approval/other-account',
    })
    expect(await wallet.side.origins.views()).toEqual([])
  })

  it('U62: does not outlive the network that was on the screen', async () => {
    const before = await asked()
    await before.person.popup('chooseNetwork', { chainId: 'pulsar-3' })
    await isOver(before)
  })

  it('P15: is not there for a request that is replayed after the lock: it is a question again', async () => {
    const before = await asked()
    const { person, page, request, id } = before
    await person.popup('lock', {})
    expect(await request.outcome).toMatchObject(REJECTED)
    expect(await page.askAgain(request.id)).toEqual({ kind: 'pending' })
    await person.popup('unlock', { password: PASSWORD })
    expect(await questionOf(person, 'transaction')).not.toBe(id)
    expect(await person.popup('approve', { id })).toMatchObject({ error: { code: 'approval/gone' } })
    expect((await seeUnlocked(person)).activity).toEqual([])
  })

  it('P20: is asked of a page in a background tab in our own window, under its own name', async () => {
    const wallet = fakeWallet()
    await connect(wallet, fakePage(wallet, { tabId: 2, origin: 'https://front.example' as never }))
    const hidden = fakePage(wallet)
    const sender = { ...hidden.sender, active: false }
    const request = { kind: 'page-request', id: 'request-hidden', method: 'connect' }
    const params = JSON.stringify({ chainIds: ['secret-4'] })
    expect(await wallet.side.message(sender, { ...request, params })).toEqual({ kind: 'pending' })
    expect(await views(wallet)).toMatchObject([{ origin: ORIGIN, body: { kind: 'connect' } }])
    expect(wallet.browser.openWindows.size).toBe(1)
  })
})

describe('what waits behind a question', () => {
  it('is asked when the tab in front of it was left', async () => {
    const { person, page } = await asked()
    const other = person.page(page.origin)
    const behind = other.ask('connect', { chainIds: ['pulsar-3'] })
    await person.see(() => true)
    page.leave()
    await person.popup('approve', { id: await questionOf(person, 'connect') })
    expect(await behind.outcome).toMatchObject({ kind: 'result' })
  })

  it('is asked when a signature was given, and not left behind', async () => {
    const { person, page, request, id } = await asked()
    const behind = page.ask('connect', { chainIds: ['pulsar-3'] })
    await person.see(() => true)
    await person.popup('approve', { id })
    expect(await request.outcome).toMatchObject({ kind: 'result' })
    await person.popup('approve', { id: await questionOf(person, 'connect') })
    expect(await behind.outcome).toMatchObject({ kind: 'result' })
  })
})

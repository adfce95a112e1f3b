/** From the switch in the settings to a price in the view, against a local network. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Devnet, startDevnet } from '../../devnet/index'
import { PASSWORD, personWithWallet, seeUnlocked } from './open-wallet.fake'
import type { FakePerson } from './wiring.fake'

const CHAIN = 'secretdev-1'

let devnet: Devnet
beforeAll(async () => {
  devnet = await startDevnet({ blockMs: 100 })
})
afterAll(() => devnet.stop())

interface Setup {
  readonly person: FakePerson
  /** How often the oracle was asked. */
  questions(): number
}

/** A person on the local network, who has looked at the first screen. */
async function setup(): Promise<Setup> {
  const person = await personWithWallet()
  const { address } = devnet.contracts.oracle
  let questions = 0
  person.browser.now = Date.now()
  person.browser.respond = (url, init) => {
    if (url.includes(address)) questions += 1
    return fetch(url, init)
  }
  await person.popup('unlock', { password: PASSWORD })
  await person.popup('setEndpoints', { chainId: CHAIN, endpoints: [devnet.lcdUrl] })
  await person.popup('chooseNetwork', { chainId: CHAIN })
  await person.popup('refresh', {})
  await seeUnlocked(person, ({ balance }) => balance.kind === 'known')
  return { person, questions: () => questions }
}

describe('prices', () => {
  it('are asked for when the person turns them on and never before', async () => {
    const { person, questions } = await setup()
    expect((await seeUnlocked(person)).price).toEqual({ kind: 'off' })
    expect(questions()).toBe(0)
    expect(await person.popup('setShowPrices', { show: true })).toEqual({ kind: 'result', value: null })
    const { price } = await seeUnlocked(person, (view) => view.price.kind === 'known')
    expect(price).toMatchObject({ rate: '250000000000000000' })
    expect(questions()).toBe(1)
    await person.popup('setShowPrices', { show: false })
    expect((await seeUnlocked(person)).price).toEqual({ kind: 'off' })
  })

  it('are asked for by nobody while the wallet is locked, though they are on', async () => {
    const { person, questions } = await setup()
    await person.popup('lock', {})
    expect(await person.popup('setShowPrices', { show: true })).toMatchObject({ kind: 'error' })
    await person.popup('unlock', { password: PASSWORD })
    await person.popup('setShowPrices', { show: true })
    await seeUnlocked(person, (view) => view.price.kind === 'known')
    const before = questions()
    await person.popup('lock', {})
    person.browser.now += 10 * 60_000
    await person.popup('refresh', {})
    person.background().alarm('tx-key')
    await person.see(({ kind }) => kind === 'locked')
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(questions()).toBe(before)
  })
})

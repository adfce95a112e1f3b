import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressFromBytes, parseChainId, parseOrigin } from '../../domain/index'
import { BASIC_CAPABILITIES } from '../../messages/site-facts'
import { fakeBrowser } from '../platform.fake'
import { KEYS } from '../storage/keys'
import { createStore, readSealed } from '../storage/stored'
import { fakeVault } from '../wallet.fake'
import { createOrigins } from './origins'

const MAIN = parseChainId('secret-4')
const TEST = parseChainId('pulsar-3')
const ANNA = addressFromBytes(new Uint8Array(20).fill(1))
const BEN = addressFromBytes(new Uint8Array(20).fill(2))
const SITE = { origin: parseOrigin('https://a.example'), account: ANNA }
const BASICS = { chainIds: [MAIN], capabilities: BASIC_CAPABILITIES }

function setup() {
  const browser = fakeBrowser()
  const store = createStore(browser.storage)
  const sealer = fakeVault()
  const origins = createOrigins({ store, sealer, clock: browser.clock, changed: () => undefined })
  const stored = (): Promise<unknown> => readSealed(store, sealer, KEYS.sites)
  return { browser, origins, stored }
}

describe('grants', () => {
  it('I5: are for one origin, account, chain and capability', async () => {
    const { origins } = setup()
    await origins.connect(SITE, { chainIds: [MAIN], capabilities: ['see-address', 'decrypt'] })
    expect(await origins.missing(SITE, [MAIN], 'decrypt')).toBeUndefined()
    expect(await origins.missing(SITE, [MAIN], 'request-signatures')).toEqual({
      chainIds: [MAIN],
      capabilities: ['request-signatures'],
    })
    const all = BASIC_CAPABILITIES
    expect(await origins.missing(SITE, [MAIN, TEST], 'see-address')).toEqual({
      chainIds: [TEST],
      capabilities: all,
    })
    expect(await origins.missing({ ...SITE, account: BEN }, [MAIN], 'see-address')).toEqual({
      chainIds: [MAIN],
      capabilities: all,
    })
    const http = { ...SITE, origin: parseOrigin('https://a.example:8443') }
    expect(await origins.missing(http, [MAIN], 'see-address')).toBeDefined()
  })

  it('O42, O44: of one origin are worth nothing to any other spelling, port or host', async () => {
    const { origins } = setup()
    const local = { ...SITE, origin: parseOrigin('http://localhost:5173') }
    await origins.connect(SITE, BASICS)
    await origins.connect(local, BASICS)
    const port = fc.integer({ min: 1, max: 65_535 }).filter((each) => each !== 443)
    const other = fc.oneof(
      port.map((each) => `https://a.example:${each}`),
      fc.domain().map((host) => `https://${host}`),
      fc.domain().map((host) => `https://a.example.${host}`),
      fc.constantFrom('https://xn--80ak6aa92e.example', 'http://127.0.0.1:5173', 'http://localhost'),
    )
    await fc.assert(
      fc.asyncProperty(other, async (text) => {
        fc.pre(text !== SITE.origin && text !== local.origin)
        const origin = parseOrigin(text)
        expect(await origins.missing({ ...SITE, origin }, [MAIN], 'see-address')).toBeDefined()
      }),
      { numRuns: 50 },
    )
  })

  it('go with the address they stand on, on that chain and for that account alone', async () => {
    const { origins } = setup()
    await origins.connect(SITE, { chainIds: [MAIN, TEST], capabilities: BASIC_CAPABILITIES })
    await origins.connect({ ...SITE, account: BEN }, BASICS)
    await origins.allowViewingKeys(SITE, MAIN, ['token'])
    await origins.revokeGrant(SITE, { chainId: MAIN, capability: 'see-address' })
    expect(await origins.mayReadViewingKey(SITE, { chainId: MAIN, contract: 'token' })).toBe(false)
    expect(await origins.missing(SITE, [MAIN], 'see-address')).toBeDefined()
    expect(await origins.missing(SITE, [TEST], 'decrypt')).toBeUndefined()
    expect(await origins.missing({ ...SITE, account: BEN }, [MAIN], 'decrypt')).toBeUndefined()
  })

  it('are taken back one by one: other tokens stay readable', async () => {
    const { origins } = setup()
    await origins.connect(SITE, BASICS)
    await origins.allowViewingKeys(SITE, MAIN, ['one', 'two'])
    await origins.revokeGrant(SITE, { chainId: MAIN, capability: 'viewing-key', contract: 'one' })
    expect(await origins.mayReadViewingKey(SITE, { chainId: MAIN, contract: 'one' })).toBe(false)
    expect(await origins.mayReadViewingKey(SITE, { chainId: MAIN, contract: 'two' })).toBe(true)
    await origins.allowViewingKeys(SITE, MAIN, 'all')
    expect(await origins.mayReadViewingKey(SITE, { chainId: MAIN, contract: 'one' })).toBe(true)
    expect(await origins.mayReadViewingKey(SITE, { chainId: TEST, contract: 'one' })).toBe(false)
  })
})

describe('what a site ever got', () => {
  it('stays known after everything was taken back, until it is forgotten', async () => {
    const { origins, browser } = setup()
    await origins.connect(SITE, BASICS)
    await origins.gave(SITE, { chainId: MAIN, kind: 'address' })
    browser.now += 3_600_000
    await origins.count(SITE, { chainId: MAIN, kind: 'signatures' }, { asked: 1 })
    await origins.count(SITE, { chainId: MAIN, kind: 'signatures' }, { given: 1 })
    await origins.revoke(SITE.origin)
    expect(await origins.views()).toMatchObject([
      { grants: [], had: [{ kind: 'address' }, { kind: 'signatures', asked: 1, given: 1 }] },
    ])
    await origins.forgetPast()
    expect(await origins.views()).toEqual([])
  })

  it('is written once for fifty uses at once, and again a minute later', async () => {
    const { origins, browser } = setup()
    await origins.connect(SITE, BASICS)
    let writes = 0
    const write = browser.local.write.bind(browser.local)
    browser.local.write = async (name, data) => {
      writes += 1
      await write(name, data)
    }
    const use = () => origins.gave(SITE, { chainId: MAIN, kind: 'messages' })
    await Promise.all(Array.from({ length: 50 }, use))
    expect(writes).toBe(1)
    browser.now += 60_000
    await use()
    expect(writes).toBe(2)
    const [site] = await origins.views()
    expect(site?.grants.find(({ capability }) => capability === 'decrypt')?.lastUsedAt).toBe(browser.now)
  })

  it('is bounded: of a hundred and ten sites without a grant, the latest hundred are remembered', async () => {
    const { origins, browser } = setup()
    for (let index = 0; index < 110; index += 1) {
      const party = { ...SITE, origin: parseOrigin(`https://site-${index}.example`) }
      browser.now += 1000
      await origins.connect(party, BASICS)
      await origins.gave(party, { chainId: MAIN, kind: 'address' })
      await origins.revoke(party.origin)
    }
    const left = (await origins.views()).map(({ origin }) => origin)
    expect(left).toHaveLength(100)
    expect(left).toContain('https://site-109.example')
    expect(left).not.toContain('https://site-0.example')
  })

  it('leaves nothing of a site that never got anything, nor of an account that is gone', async () => {
    const { origins, stored } = setup()
    await origins.connect(SITE, BASICS)
    await origins.disconnect(SITE.origin, [])
    expect(await stored()).toEqual([])
    await origins.connect(SITE, BASICS)
    await origins.gave(SITE, { chainId: MAIN, kind: 'address' })
    await origins.forgetAccount(ANNA)
    expect(await stored()).toEqual([])
  })
})

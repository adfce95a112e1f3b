import { base64, utf8 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { fakeBrowser } from '../platform.fake'
import { KEYS } from '../storage/keys'
import { createStore, readSealed, writeSealed } from '../storage/stored'
import { fakeVault } from '../wallet.fake'

const ACCOUNT = 'secret1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03'
const CONTRACT = 'secret1k0jntykt7e4g3y88ltc60czgjuqdy4c9e8fzek'

/** As version 1 stored it, frozen. */
const FIRST = [
  {
    origin: 'https://dapp.example',
    account: ACCOUNT,
    chainIds: ['secret-4', 'pulsar-3'],
    connectedAt: 1000,
    lastUsedAt: 2000,
    viewingKeys: [{ chainId: 'secret-4', contract: CONTRACT }],
  },
]

describe('V95: sites of version 1', () => {
  it('become grants with the same reach and times, and what they had by them', async () => {
    const browser = fakeBrowser()
    const store = createStore(browser.storage)
    const vault = fakeVault()
    // Only to learn under which name the record lies.
    await writeSealed(store, vault, KEYS.sites, [])
    const [name] = browser.local.values.keys()
    const sealed = await vault.seal('local:sites:v1', utf8.decode(JSON.stringify(FIRST)))
    await browser.local.write(name ?? '', { v: 1, data: base64.encode(sealed) })

    const [site, ...others] = await readSealed(createStore(browser.storage), vault, KEYS.sites)
    expect(others).toEqual([])
    const times = { grantedAt: 1000, lastUsedAt: 2000 }
    const basics = ['see-address', 'request-signatures', 'decrypt']
    expect(site).toMatchObject({ origin: 'https://dapp.example', account: ACCOUNT })
    expect(site?.grants).toEqual([
      ...['secret-4', 'pulsar-3'].flatMap((chainId) =>
        basics.map((capability) => ({ chainId, capability, ...times })),
      ),
      { chainId: 'secret-4', capability: 'viewing-key', contract: CONTRACT, ...times },
    ])
    expect(site?.had.map(({ kind, chainId }) => `${kind} ${chainId}`)).toEqual([
      'address secret-4',
      'address pulsar-3',
      'viewing-key secret-4',
    ])
  })
})

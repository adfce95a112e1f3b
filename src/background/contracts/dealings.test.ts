import { describe, expect, it } from 'vitest'
import { addressFromBytes } from '../../domain/index'
import { fakeBrowser } from '../platform.fake'
import { createStore } from '../storage/stored'
import { BOB, CHAIN_ID, fakeVault, fakeWallet } from '../wallet.fake'
import { createDealings } from './dealings'

const party = { chainId: CHAIN_ID, account: fakeVault().signing.address }

function stranger(index: number) {
  return addressFromBytes(Uint8Array.from({ length: 20 }, (_, at) => (at < 2 ? index >> (8 * at) : 1) & 255))
}

describe('whom an account has paid', () => {
  it('is not pushed out by a batch of strangers', async () => {
    const browser = fakeBrowser()
    const { chains, vault } = fakeWallet()
    const dealings = createDealings({
      ...browser,
      store: createStore(browser.storage),
      sealer: vault,
      chains,
    })
    await dealings.note(party, { contracts: [], recipients: [BOB] })
    const batch = Array.from({ length: 1_000 }, (_, index) => stranger(index))
    await dealings.note(party, { contracts: [], recipients: batch })
    const known = await dealings.recipients(party.account)
    expect(known).toContain(BOB)
    expect(known[0]).toBe(batch[0])
    expect(known.length).toBeLessThanOrEqual(51)
  })
})

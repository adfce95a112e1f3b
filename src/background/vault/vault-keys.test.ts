import { hex } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { sha256, verifySignature } from '../../crypto/index'
import type { Address } from '../../domain/index'
import { canSign } from '../accounts/account'
import { ReviewedTx } from '../signing/reviewed-tx'
import { KEYS } from '../storage/keys'
import { createStore, readSealed, writeSealed } from '../storage/stored'
import type { Vault } from './vault'
import { created, wake } from './vault.fake'

function reviewed(account: Address): ReviewedTx {
  return ReviewedTx.mint({ approvalId: 'a', account, signBytes: Uint8Array.of(1, 2, 3) })
}

async function nameOf(vault: Vault, id: string): Promise<string> {
  return `sealed/${await vault.name(`local:balance/${id}`)}`
}

describe('unlocked keys', () => {
  it('sign what was reviewed for this account, and nothing else', async () => {
    const { browser, vault } = await created()
    const account = await vault.account()
    if (!canSign(account)) throw new Error('watched')
    const { address, publicKey } = account
    const signed = await vault.sign(reviewed(address))
    expect(signed.publicKey).toEqual(publicKey)
    expect(verifySignature(publicKey, sha256(Uint8Array.of(1, 2, 3)), signed.signature)).toBe(true)
    expect((await wake(browser).sign(reviewed(address))).signature).toEqual(signed.signature)
    const other = reviewed('secret1fc3fzy78ttp0lwuujw7e52rhspxn8uj52zfyne' as Address)
    await expect(vault.sign(other)).rejects.toMatchObject({ code: 'vault/other-account' })
    const forged = { approvalId: 'a', account: address, signBytes: Uint8Array.of(1) }
    await expect(vault.sign(forged as unknown as ReviewedTx)).rejects.toMatchObject({
      code: 'sign/not-reviewed',
    })
  })

  it('are different for each network and the same for each worker', async () => {
    const { browser, vault } = await created()
    const seen = await Promise.all([
      vault.txSeed('secret-4'),
      vault.txSeed('pulsar-3'),
      vault.keplrTxSeed('secret-4'),
      wake(browser).txSeed('secret-4'),
    ])
    const [main, pulsar, keplr, again] = seen.map((seed) => hex.encode(seed.pair().publicKey))
    expect(new Set([main, pulsar, keplr]).size).toBe(3)
    expect(again).toBe(main)
  })

  it('V86: open a record in its own place alone', async () => {
    const { browser, vault } = await created()
    const store = createStore(browser.storage)
    await writeSealed(store, vault, KEYS.balance, { amount: '5', asOf: 1 }, 'a')
    expect(await readSealed(store, wake(browser), KEYS.balance, 'a')).toEqual({ amount: '5', asOf: 1 })
    const before = new Set(browser.local.values.keys())
    await writeSealed(store, vault, KEYS.balance, { amount: '6', asOf: 1 }, 'b')
    const [a, b] = [await nameOf(vault, 'a'), await nameOf(vault, 'b')]
    expect(before.has(a)).toBe(true)
    expect(before.has(b)).toBe(false)
    browser.local.values.set(b, browser.local.values.get(a) ?? '')
    await expect(readSealed(store, vault, KEYS.balance, 'b')).rejects.toMatchObject({
      code: 'record/damaged',
    })
  })
})

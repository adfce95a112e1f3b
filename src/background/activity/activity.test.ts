import { base64, utf8 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { openAttribute, openData, openError, openInput } from '../../crypto/tx-cipher'
import type { JsonValue } from '../../domain/index'
import { approveOnly, connect, directParams, execute, fakePage, ownAddress, sealed } from '../page-side.fake'
import { BOB, CHAIN_ID, fakeWallet, SSCRT } from '../wallet.fake'
import { onChain, only, sealedBy, signed } from './activity.fake'

const TXS = '/cosmos/tx/v1beta1/txs'
const LATEST = '/cosmos/base/tendermint/v1beta1/blocks/latest'
const MINUTE = 60_000

function newestBlock(time: number): JsonValue {
  const header = { chain_id: CHAIN_ID, height: '100', time: new Date(time).toISOString() }
  return { block: { header } }
}

describe('activity', () => {
  it('N77: of a node that answers with megabytes is kept without them, so that storage stays free', async () => {
    const tx = await signed()
    const attributes = Array.from({ length: 900 }, (_, n) => ({ key: `k${n}`, value: 'v'.repeat(3000) }))
    const { wallet, summary } = tx
    wallet.lcd.set(`${TXS}/${summary.hash}`, await onChain(tx, { data: new Uint8Array(500_000), attributes }))
    await wallet.side.resume()
    const found = await wallet.side.activity.entry(summary.id)
    expect(found?.status).toBe('confirmed')
    expect(found?.messages[0]?.attributes[1]).toMatchObject({ key: 'k0' })
    expect(JSON.stringify(found).length).toBeLessThan(600_000)
  })

  it('is pending when signed, confirmed when the chain has it, and opens with the message’s key alone', async () => {
    const tx = await signed()
    const { wallet, wire, summary } = tx
    expect(summary).toMatchObject({
      status: 'pending',
      title: expect.stringContaining('Send'),
      chainId: CHAIN_ID,
    })
    await wallet.side.activity.resume()
    expect((await only(wallet)).status).toBe('pending')
    const answer = { transfer: { status: 'success' } }
    const data = sealedBy(wire, base64.encode(utf8.decode(JSON.stringify(answer))))
    const attributes = [
      { key: base64.encode(sealedBy(wire, 'to')), value: base64.encode(sealedBy(wire, BOB)) },
      { key: 'plain', value: 'text' },
    ]
    wallet.lcd.set(`${TXS}/${summary.hash}`, await onChain(tx, { data, attributes }))
    await wallet.side.activity.resume()
    expect(await only(wallet)).toMatchObject({
      status: 'confirmed',
      height: '12',
      time: '2026-01-02T03:05:00.000Z',
    })
    // The network's key changes and the browser starts again: the message still opens.
    wallet.networks.keys.splice(0, 1, new Uint8Array(32).fill(9))
    wallet.browser.restart()
    wallet.restart()
    const entry = await wallet.side.activity.entry(summary.id)
    const [message] = entry?.messages ?? []
    const key = await wallet.side.activity.messageTxKey(summary.id, 0)
    expect(openInput(key, base64.decode(message?.wire ?? ''))?.message).toContain('transfer')
    expect(openData(key, base64.decode(message?.data ?? ''))).toMatchObject({ text: JSON.stringify(answer) })
    expect(openAttribute(key, message?.attributes[1]?.value ?? '')).toMatchObject({ text: BOB })
    expect(message?.attributes[2]).toEqual({ type: 'wasm', key: 'plain', value: 'text' })
    expect(entry).toMatchObject({ gasUsed: '99000', memo: 'memo', account: await ownAddress(wallet) })
    expect(JSON.stringify(entry)).not.toContain('ioPublicKey')
  })

  it('keeps the sealed reason of a failure', async () => {
    const tx = await signed()
    const { wallet, wire, summary } = tx
    const sealedError = base64.encode(sealedBy(wire, '{"generic_err":{"msg":"insufficient funds"}}'))
    const rawLog = `failed to execute message; message index: 0: encrypted: ${sealedError}: execute contract failed`
    wallet.lcd.set(`${TXS}/${summary.hash}`, await onChain(tx, { code: 3, rawLog }))
    await wallet.side.activity.resume()
    const entry = await wallet.side.activity.entry(summary.id)
    expect(entry?.status).toBe('failed')
    expect(entry?.chainError).toBeUndefined()
    const key = await wallet.side.activity.messageTxKey(summary.id, 0)
    expect(openError(key, entry?.messages[0]?.error ?? '')).toMatchObject({ kind: 'decrypted' })
  })

  it('says in words what failed outside a contract', async () => {
    const tx = await signed()
    const { wallet, summary } = tx
    wallet.lcd.set(
      `${TXS}/${summary.hash}`,
      await onChain(tx, { code: 11, rawLog: 'out of gas in location: x' }),
    )
    await wallet.side.activity.resume()
    const entry = await wallet.side.activity.entry(summary.id)
    expect(entry).toMatchObject({
      status: 'failed',
      chainError: expect.stringContaining('gas limit was too low'),
    })
  })

  it('N75: believes only the transaction that was signed', async () => {
    const tx = await signed()
    const { wallet, summary } = tx
    for (const change of [
      { wire: sealed(wallet, { other: {} }) },
      { signature: base64.encode(new Uint8Array(64).fill(1)) },
    ]) {
      wallet.lcd.set(`${TXS}/${summary.hash}`, await onChain(tx, change))
      await wallet.side.activity.resume()
      expect((await only(wallet)).status).toBe('pending')
    }
  })

  it('N80: asks for nothing but what was signed here: what strangers send, or send nothing of, does not come in', async () => {
    const tx = await signed()
    const { wallet, summary } = tx
    const asked: URL[] = []
    const { respond } = wallet.browser
    wallet.browser.respond = (url) => {
      asked.push(new URL(url))
      return respond(url)
    }
    await wallet.side.activity.resume()
    wallet.lcd.set(`${TXS}/${summary.hash}`, await onChain(tx))
    await wallet.side.activity.resume()
    expect((await only(wallet)).status).toBe('confirmed')
    const paths = asked.map(({ pathname }) => pathname).filter((path) => !path.endsWith('/node_info'))
    expect(new Set(paths)).toEqual(new Set([`${TXS}/${summary.hash}`]))
    expect(asked.map(String).join()).not.toContain(await ownAddress(wallet))
  })

  it('N75: gives up after ten minutes, but not while no node answers', async () => {
    const { wallet, summary } = await signed()
    const { respond } = wallet.browser
    wallet.browser.respond = () => Promise.reject(new TypeError('Failed to fetch'))
    wallet.browser.now += 11 * MINUTE
    await wallet.side.activity.resume()
    expect((await only(wallet)).status).toBe('pending')
    expect(wallet.browser.scheduled.has('activity')).toBe(true)
    wallet.browser.respond = respond
    wallet.lcd.set(LATEST, newestBlock(wallet.browser.now))
    await wallet.side.activity.resume()
    expect(await wallet.side.activity.entry(summary.id)).toMatchObject({
      status: 'not-found',
      chainError: expect.stringContaining('has not seen'),
    })
    await wallet.side.activity.resume()
    expect(wallet.browser.scheduled.has('activity')).toBe(false)
  })

  it('N79: does not give up on the word of a node whose newest block is older than that', async () => {
    const tx = await signed()
    const { wallet, summary } = tx
    const { now } = wallet.browser
    wallet.browser.now += 60 * MINUTE
    for (const time of [now - 24 * 60 * MINUTE, now + 10 * MINUTE]) {
      wallet.lcd.set(LATEST, newestBlock(time))
      await wallet.side.activity.resume()
      expect((await only(wallet)).status).toBe('pending')
    }
    // It catches up, and has it.
    wallet.lcd.set(`${TXS}/${summary.hash}`, await onChain(tx))
    await wallet.side.activity.resume()
    expect((await only(wallet)).status).toBe('confirmed')
  })

  it('W107: goes on looking in a new worker, and only while unlocked', async () => {
    const tx = await signed()
    const { wallet, summary } = tx
    wallet.lcd.set(`${TXS}/${summary.hash}`, await onChain(tx))
    await wallet.vault.lock('timeout')
    wallet.restart()
    await wallet.side.resume()
    await wallet.vault.unlock()
    expect((await only(wallet)).status).toBe('pending')
    await wallet.side.resume()
    expect((await only(wallet)).status).toBe('confirmed')
  })

  it('looks again by itself while the worker lives', async () => {
    const tx = await signed()
    const { wallet, summary } = tx
    await wallet.side.activity.resume()
    wallet.lcd.set(`${TXS}/${summary.hash}`, await onChain(tx))
    await expect.poll(async () => (await only(wallet)).status).toBe('confirmed')
  })

  it('gives no key for a message that this account did not encrypt', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    const plain = utf8.decode('{"transfer":{}}')
    await page.call('signDirect', await directParams(wallet, [await execute(wallet, plain)]))
    await approveOnly(wallet)
    const { id } = await only(wallet)
    await expect(wallet.side.activity.messageTxKey(id, 0)).rejects.toMatchObject({ code: 'activity/no-key' })
    await expect(wallet.side.activity.messageTxKey(id, 1)).rejects.toMatchObject({ code: 'activity/no-key' })
    await expect(wallet.side.activity.messageTxKey('nothing', 0)).rejects.toMatchObject({
      code: 'activity/no-key',
    })
  })

  it('I8: leaves nothing readable in storage', async () => {
    const { wallet, summary } = await signed()
    const stored = [...wallet.browser.local.values.entries()].flat().join('\n')
    for (const secret of [await ownAddress(wallet), SSCRT, 'dapp.example', summary.hash ?? 'none', 'Send']) {
      expect(stored).not.toContain(secret)
    }
  })
})

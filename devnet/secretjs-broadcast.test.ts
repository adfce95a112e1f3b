import { BroadcastMode, MsgSend } from 'secretjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Devnet, startDevnet } from './start-devnet'
import { QUICK, Stranger } from './stranger.fake'

let devnet: Devnet
let me: Stranger
beforeAll(async () => {
  devnet = await startDevnet({ blockMs: 40 })
  me = new Stranger(devnet, 'a')
})
afterAll(() => devnet.stop())

const toMyself = (amount: string) =>
  new MsgSend({ from_address: me.address, to_address: me.address, amount: [{ denom: 'uscrt', amount }] })

describe('secretjs, sending', () => {
  it.each([
    ['synchronously', BroadcastMode.Sync],
    ['asynchronously', BroadcastMode.Async],
  ])('%s, hears of the block', async (_, broadcastMode) => {
    const tx = await me.client.tx.broadcast([toMyself('1')], { ...QUICK, broadcastMode })
    expect(tx).toMatchObject({ code: 0, rawLog: '' })
    expect(tx.height).toBeGreaterThan(1)
  })

  it('may leave at once with the hash alone', async () => {
    const tx = await me.client.tx.broadcast([toMyself('2')], { ...QUICK, waitForCommit: false })
    expect(tx.transactionHash).toMatch(/^[0-9A-F]{64}$/)
    expect(tx.height).toBeUndefined()
    devnet.nextBlock()
  })

  it('broadcasts what it signed before', async () => {
    const signed = await me.client.tx.signTx([toMyself('3')], QUICK)
    const tx = await me.client.tx.broadcastSignedTx(signed, QUICK)
    expect(tx.code).toBe(0)
    await expect(me.client.tx.broadcastSignedTx(signed, QUICK)).rejects.toThrow('account sequence mismatch')
  })
})

describe('secretjs, looking back', () => {
  it('turns the pages of its transactions', async () => {
    for (const amount of ['11', '12', '13']) {
      await me.client.tx.broadcast([toMyself(amount)], QUICK)
    }
    const page = (offset: string, limit: string) =>
      me.client.query.txsQuery(`message.sender='${me.address}'`, undefined, {
        offset,
        limit,
        count_total: true,
        key: new Uint8Array(),
        reverse: false,
      })
    const [first, second] = [await page('0', '2'), await page('2', '2')]
    expect(first).toHaveLength(2)
    expect(second).toHaveLength(2)
    const hashes = [...first, ...second].map(({ transactionHash }) => transactionHash)
    expect(new Set(hashes).size).toBe(4)
  })
})

describe('secretjs, after the encryption key was replaced', () => {
  it('fails with the key that it remembers, and not with the new one', async () => {
    const holder = new Stranger(devnet, 'b')
    expect((await holder.execute({ set_viewing_key: { key: 'old' } })).code).toBe(0)
    devnet.rotateIoKey()
    const stale = await holder.execute({ set_viewing_key: { key: 'new' } })
    expect(stale.code).toBe(3)
    expect(stale.rawLog).toContain('execute contract failed')
    const fresh = new Stranger(devnet, 'b')
    expect((await fresh.execute({ set_viewing_key: { key: 'new' } })).code).toBe(0)
    const answer = await fetch(`${devnet.lcdUrl}/compute/v1beta1/network_pubkey/1/0`)
    const { io_pubkey: old } = (await answer.json()) as { io_pubkey: string }
    const { key } = (await (await fetch(`${devnet.lcdUrl}/registration/v1beta1/tx-key`)).json()) as {
      key: string
    }
    expect(old).not.toBe(key)
    expect((await fetch(`${devnet.lcdUrl}/compute/v1beta1/network_pubkey/1/9`)).status).toBe(404)
  })
})

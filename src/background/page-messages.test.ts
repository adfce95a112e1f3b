import { base64, utf8 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { deriveTxKey } from '../crypto/index'
import { openInput, readWire, sealCiphertext } from '../crypto/tx-cipher'
import {
  approveOnly,
  connect,
  directParams,
  errorCode,
  execute,
  fakePage,
  value,
  views,
} from './page-side.fake'
import { CHAIN_ID, CODE_HASH, ENCLAVE, fakeWallet, OTHER_ORIGIN } from './wallet.fake'

describe('messages for contracts', () => {
  const asked = { chainId: CHAIN_ID, codeHash: CODE_HASH, message: '{"transfer":{}}' }

  it('are sealed so that the network and the account can read them, padded to 256 bytes', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    const wire = base64.decode(value(await page.call('sealMessage', asked)) as string)
    const parts = readWire(wire)
    const key = deriveTxKey(ENCLAVE, parts?.publicKey ?? new Uint8Array(), parts?.nonce ?? new Uint8Array())
    expect(openInput(key.bytes(), wire)).toEqual({ codeHash: CODE_HASH, message: asked.message })
    expect(wire.length).toBe(64 + 16 + 64 + 256)
    const publicKey = value(await page.call('getTxPublicKey', { chainId: CHAIN_ID }))
    expect(publicKey).toBe(base64.encode(parts?.publicKey ?? new Uint8Array()))
  })

  it('I5: what comes back opens for the origin that asked, after a restart too, and for nobody else', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    const other = fakePage(wallet, { origin: OTHER_ORIGIN, tabId: 2 })
    await connect(wallet, page)
    await connect(wallet, other)
    const wire = base64.decode(value(await page.call('sealMessage', asked)) as string)
    const nonce = wire.subarray(0, 32)
    const key = deriveTxKey(ENCLAVE, wire.subarray(32, 64), nonce).bytes()
    const ciphertext = sealCiphertext(key, utf8.decode('the answer'))
    const question = { chainId: CHAIN_ID, nonce: base64.encode(nonce), ciphertext: base64.encode(ciphertext) }
    wallet.restart()
    // The network's key may change meanwhile: the old one still opens.
    wallet.networks.keys.unshift(new Uint8Array(32).fill(9))
    expect(value(await page.call('openCiphertext', question))).toBe(base64.encode(utf8.decode('the answer')))
    expect(value(await page.call('getTxKey', { chainId: CHAIN_ID, nonce: question.nonce }))).toBe(
      base64.encode(key),
    )
    expect(await other.call('openCiphertext', question)).toEqual({ kind: 'pending' })
    expect(await other.call('getTxKey', { chainId: CHAIN_ID, nonce: question.nonce })).toEqual({
      kind: 'pending',
    })
    expect(other.replies()).toEqual([])
  })

  it('I5: what is no nonce opens nothing and asks nobody', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    for (const nonce of [new Uint8Array(0), new Uint8Array(31)]) {
      const params = { chainId: CHAIN_ID, nonce: base64.encode(nonce) }
      expect(errorCode(await page.call('getTxKey', params))).toBe('not-yours')
    }
  })

  it('answers an empty ciphertext with nothing', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    const empty = { chainId: CHAIN_ID, ciphertext: '', nonce: base64.encode(new Uint8Array(32)) }
    expect(value(await page.call('openCiphertext', empty))).toBe('')
  })

  it('I6: are not sealed while a security event stands', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    wallet.networks.blocked = true
    expect(errorCode(await page.call('sealMessage', asked))).toBe('blocked')
  })

  it('P10: half a character is refused, because it would be sealed as something else', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    const params = { ...asked, message: '{"memo":"\ud800"}' }
    expect(errorCode(await page.call('sealMessage', params))).toBe('bad-request')
  })

  it('I7: a query has a public key of its own, is opened by its site after a restart, and by nobody else', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    const other = fakePage(wallet, { origin: OTHER_ORIGIN, tabId: 2 })
    await connect(wallet, page)
    await connect(wallet, other)
    const account = value(await page.call('getTxPublicKey', { chainId: CHAIN_ID }))
    const query = { ...asked, message: '{"balance":{"address":"a","key":"k"}}' }
    const wires = await Promise.all(
      [query, query].map(async (each) =>
        base64.decode(value(await page.call('sealMessage', each)) as string),
      ),
    )
    const publicKeys = wires.map((wire) => base64.encode(wire.subarray(32, 64)))
    expect(new Set([...publicKeys, account]).size).toBe(3)
    wallet.restart()
    for (const wire of wires) {
      const nonce = wire.subarray(0, 32)
      const key = deriveTxKey(ENCLAVE, wire.subarray(32, 64), nonce).bytes()
      expect(openInput(key, wire)?.message).toBe(query.message)
      const ciphertext = base64.encode(sealCiphertext(key, utf8.decode('12')))
      const answer = { chainId: CHAIN_ID, nonce: base64.encode(nonce), ciphertext }
      expect(value(await page.call('openCiphertext', answer))).toBe(base64.encode(utf8.decode('12')))
      expect(value(await page.call('getTxKey', { chainId: CHAIN_ID, nonce: answer.nonce }))).toBe(
        base64.encode(key),
      )
      expect(await other.call('openCiphertext', answer)).toEqual({ kind: 'pending' })
    }
  })

  it('that look like a query are read and followed all the same when a transaction has them', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    const message = '{"get_reward":{}}'
    const wire = base64.decode(value(await page.call('sealMessage', { ...asked, message })) as string)
    await page.call('signDirect', await directParams(wallet, [await execute(wallet, wire)]))
    const [view] = await views(wallet)
    expect(view?.body).toMatchObject({ kind: 'transaction', messages: [{ input: { kind: 'decrypted' } }] })
    await approveOnly(wallet)
    const [entry] = (await wallet.side.activity.page()).items
    const nonce = wire.subarray(0, 32)
    expect(await wallet.side.activity.messageTxKey(entry?.id ?? '', 0)).toEqual(
      deriveTxKey(ENCLAVE, wire.subarray(32, 64), nonce).bytes(),
    )
  })
})

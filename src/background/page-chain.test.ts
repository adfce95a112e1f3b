import { base64, hex } from '@scure/base'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adr36SignDoc, encodeAminoJson, sha256 } from '../crypto/index'
import type { JsonValue } from '../domain/index'
import { connect, errorCode, fakePage, ownAddress, value, views } from './page-side.fake'
import { CHAIN_ID, fakeWallet, type Wallet } from './wallet.fake'

const TX = Uint8Array.of(1, 2, 3)
const HASH = sha256(TX)
const NAME = hex.encode(HASH).toUpperCase()
const PATH = '/cosmos/tx/v1beta1/txs'
const sending = { chainId: CHAIN_ID, tx: base64.encode(TX) }
const waiting = { chainId: CHAIN_ID, hash: base64.encode(HASH) }

async function connected() {
  const wallet = fakeWallet()
  const page = fakePage(wallet)
  await connect(wallet, page)
  return { wallet, page }
}

/** What the node says when it is sent a transaction. */
function checks(wallet: Wallet, verdict: { code: number; codespace?: string; raw_log?: string }): void {
  wallet.lcd.set(PATH, { tx_response: { txhash: NAME, codespace: 'sdk', raw_log: '', ...verdict } })
}

function onChain(wallet: Wallet, ended: { code: number; raw_log: string }): void {
  wallet.lcd.set(`${PATH}/${NAME}`, {
    tx: { body: { messages: [], memo: '' }, auth_info: { fee: { amount: [] } }, signatures: [] },
    tx_response: { txhash: NAME, height: '5', data: '', events: [], timestamp: '', ...ended },
  } as JsonValue)
}

describe('sending for a page', () => {
  it('P1: asks to connect first', async () => {
    const wallet = fakeWallet()
    expect(await fakePage(wallet).call('sendTx', sending)).toEqual({ kind: 'pending' })
    expect((await views(wallet)).map(({ body }) => body.kind)).toEqual(['connect'])
  })

  it('gives the hash, computed here', async () => {
    const { wallet, page } = await connected()
    checks(wallet, { code: 0 })
    expect(value(await page.call('sendTx', sending))).toBe(base64.encode(HASH))
  })

  it("a refusal is the node's own words, not too many and none that cannot be seen", async () => {
    const { wallet, page } = await connected()
    checks(wallet, { code: 5, raw_log: 'insufficient funds' })
    expect(await page.call('sendTx', sending)).toEqual({
      kind: 'done',
      outcome: { kind: 'error', error: { code: 'tx-refused', message: 'insufficient funds' } },
    })
    checks(wallet, { code: 5, raw_log: `\u202e\0${'x'.repeat(100_000)}` })
    const long = JSON.stringify(await page.call('sendTx', sending))
    expect(long.length).toBeLessThan(1300)
    expect(long).not.toMatch(/\u202e|\\u0000/)
  })

  it('W107: sent twice, because the worker died in between, is sent once', async () => {
    const { wallet, page } = await connected()
    checks(wallet, { code: 32, raw_log: 'account sequence mismatch' })
    expect(errorCode(await page.call('sendTx', sending))).toBe('tx-refused')
    onChain(wallet, { code: 0, raw_log: '' })
    expect(value(await page.call('sendTx', sending))).toBe(base64.encode(HASH))
  })

  it.each([
    ['offline', /^Failed to fetch\. /, () => Promise.reject(new TypeError('Failed to fetch'))],
    [
      'an error page',
      /^Failed to get response from the node\. /,
      async () => new Response('Bad Gateway', { status: 502 }),
    ],
  ] as const)('N77: when no node answers, nobody knows: %s', async (_, words, respond) => {
    const { wallet, page } = await connected()
    wallet.browser.respond = respond
    const answer = await page.call('sendTx', sending)
    expect(answer).toMatchObject({
      outcome: { error: { code: 'tx-unclear', message: expect.stringMatching(words) } },
    })
    expect(JSON.stringify(answer)).not.toMatch(/signed|localhost|http/)
  })

  it('N78: a node of another network was sent nothing that it could take', async () => {
    const { wallet, page } = await connected()
    wallet.browser.respond = async () =>
      Response.json({ default_node_info: { network: 'other-1' }, application_version: {} })
    expect(await page.call('sendTx', sending)).toMatchObject({
      outcome: {
        error: {
          code: 'unavailable',
          message: 'Failed to get response from the node. Nothing was sent.',
        },
      },
    })
  })

  it('W107: when it cannot be looked for after a used-up sequence, nobody knows', async () => {
    const { wallet, page } = await connected()
    checks(wallet, { code: 32, raw_log: 'account sequence mismatch' })
    const { respond } = wallet.browser
    wallet.browser.respond = async (url, init) => {
      if (url.endsWith(NAME)) throw new TypeError('Failed to fetch')
      return await respond(url, init)
    }
    expect(errorCode(await page.call('sendTx', sending))).toBe('tx-unclear')
  })
})

describe('waiting for a transaction', () => {
  it('tells how it ended, in words made safe', async () => {
    const { wallet, page } = await connected()
    onChain(wallet, { code: 3, raw_log: 'failed\u202e' })
    expect(value(await page.call('waitForTx', waiting))).toEqual({ code: 3, log: 'failed\\u{202e}' })
  })

  it('is over when the chain never had it', async () => {
    const { wallet, page } = await connected()
    const call = page.call('waitForTx', waiting)
    const clock = setInterval(() => {
      wallet.browser.now += 10_000
    }, 1)
    expect(errorCode(await call)).toBe('tx-unclear')
    clearInterval(clock)
  })

  it('is limited for each site by itself', async () => {
    const { wallet, page } = await connected()
    const other = fakePage(wallet, { tabId: 2, origin: 'https://other.example' as never })
    await connect(wallet, other)
    const { respond } = wallet.browser
    let release = (): void => undefined
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    wallet.browser.respond = async (url) => {
      await held
      return await respond(url)
    }
    const waits = Array.from({ length: 20 }, () => page.call('waitForTx', waiting))
    expect(errorCode(await page.call('waitForTx', waiting))).toBe('busy')
    waits.push(other.call('waitForTx', waiting))
    await new Promise((resolve) => setTimeout(resolve, 10))
    onChain(wallet, { code: 0, raw_log: '' })
    release()
    for (const wait of waits) expect(value(await wait)).toEqual({ code: 0, log: '' })
    expect(value(await page.call('waitForTx', waiting))).toEqual({ code: 0, log: '' })
  })

  it('never asks the person, and needs an open wallet and a connection', async () => {
    const { wallet, page } = await connected()
    onChain(wallet, { code: 0, raw_log: '' })
    expect(errorCode(await page.call('waitForTx', { ...waiting, hash: 'AAAA' }))).toBe('bad-request')
    const stranger = fakePage(wallet, { tabId: 2, origin: 'https://other.example' as never })
    expect(errorCode(await stranger.call('waitForTx', waiting))).toBe('tx-unclear')
    await wallet.vault.lock('asked')
    expect(errorCode(await page.call('waitForTx', waiting))).toBe('tx-unclear')
    expect(wallet.browser.openWindows.size).toBe(0)
  })
})

describe('verifying a text', () => {
  it('says whether this account signed it, whatever is changed', async () => {
    const { wallet, page } = await connected()
    const signer = await ownAddress(wallet)
    const publicKey = base64.encode(wallet.vault.key.publicKey())
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), fc.nat(), async (data, at) => {
        const bytes = wallet.vault.key.signBytes(encodeAminoJson(adr36SignDoc(signer, data)))
        const asked = { chainId: CHAIN_ID, signer, data: base64.encode(data), publicKey }
        const signed = (signature: Uint8Array) => ({ ...asked, signature: base64.encode(signature) })
        expect(value(await page.call('verifyText', signed(bytes)))).toBe(true)
        const changed = bytes.with(at % 64, (bytes[at % 64] ?? 0) ^ 1)
        expect(value(await page.call('verifyText', signed(changed)))).toBe(false)
      }),
      { numRuns: 20 },
    )
  })

  it('P30: is for the selected account and its own key', async () => {
    const { wallet, page } = await connected()
    const signer = await ownAddress(wallet)
    const publicKey = base64.encode(wallet.vault.key.publicKey())
    const asked = {
      chainId: CHAIN_ID,
      signer,
      data: '',
      publicKey,
      signature: base64.encode(new Uint8Array(64)),
    }
    const other = base64.encode(new Uint8Array(33).fill(2))
    expect(errorCode(await page.call('verifyText', { ...asked, signer: 'secret1x' }))).toBe('signer-mismatch')
    expect(errorCode(await page.call('verifyText', { ...asked, publicKey: other }))).toBe('key-mismatch')
  })
})

describe('what needs no person', () => {
  it('networks are told to everybody, locked or not, and without the nodes that a person chose', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await wallet.vault.lock('asked')
    const networks = value(await page.call('getNetworks', {}))
    expect(networks).toMatchObject([{ chainId: 'secret-4' }, { chainId: 'pulsar-3' }, { chainId: CHAIN_ID }])
    expect(JSON.stringify(networks)).not.toContain('http')
    expect(wallet.browser.openWindows.size).toBe(0)
  })

  it('whether a site is connected is said without a window', async () => {
    const { wallet, page } = await connected()
    const ask = async (...chainIds: string[]) => value(await page.call('isConnected', { chainIds }))
    expect(await ask(CHAIN_ID)).toBe(true)
    expect(await ask(CHAIN_ID, 'secret-4')).toBe(false)
    expect(await ask('osmosis-1')).toBe(false)
    await wallet.vault.lock('asked')
    expect(await ask(CHAIN_ID)).toBe(false)
    expect(wallet.browser.openWindows.size).toBe(0)
  })
})

describe('what the person said of a site', () => {
  it('never: every call is refused, and the wallet asks nothing', async () => {
    const { wallet, page } = await connected()
    await wallet.side.choices.set(page.sender.origin, 'never')
    expect(errorCode(await page.call('getAccount', { chainId: CHAIN_ID }))).toBe('not-here')
    expect(errorCode(await page.call('connect', { chainIds: ['secret-4'] }))).toBe('not-here')
    expect(value(await page.call('disconnect', { chainIds: [] }))).toBe(null)
    expect(wallet.browser.openWindows.size).toBe(0)
    await wallet.side.choices.set(page.sender.origin, 'ask')
    expect(await page.call('getAccount', { chainId: CHAIN_ID })).toEqual({ kind: 'pending' })
  })

  it('is told to that site alone, and not while the wallet is locked', async () => {
    const { wallet, page } = await connected()
    const stranger = fakePage(wallet, { tabId: 2, origin: 'https://other.example' as never })
    await wallet.side.choices.set(page.sender.origin, 'always')
    expect(value(await page.call('getStanding', {}))).toBe('always')
    expect(value(await stranger.call('getStanding', {}))).toBe('ask')
    await wallet.vault.lock('asked')
    expect(value(await page.call('getStanding', {}))).toBe('ask')
  })
})

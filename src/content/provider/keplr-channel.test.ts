import { Keplr } from '@keplr-wallet/provider-extension'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { PageOutcome } from '../../messages/page'
import { channel } from './keplr-channel.fake'
import { ADDRESS, AMINO_DOC, base64, failure, openPage, PUBLIC_KEY, paramsOf, SIGNATURE } from './page.fake'

const CHAIN = 'secret-4'
const HASH = 'a'.repeat(64)
const NONCE = new Uint8Array(32).fill(1)
const SIGNED = {
  pub_key: { type: 'tendermint/PubKeySecp256k1', value: base64(PUBLIC_KEY) },
  signature: base64(SIGNATURE),
}
type Page = ReturnType<typeof openPage>['page']

afterEach(() => vi.unstubAllGlobals())

/** The published client of the channel, on a page of ours. It knows nothing of us, and reads globals. */
async function client(prepare?: (page: Page) => void) {
  const opened = openPage(prepare)
  vi.stubGlobal('window', opened.page)
  vi.stubGlobal('document', { readyState: 'complete' })
  vi.stubGlobal('navigator', { userAgent: 'Chrome' })
  return { ...opened, found: await Keplr.getKeplr(50) }
}

async function foundClient() {
  const { found, ...opened } = await client()
  if (found === undefined) throw new Error('The client found no wallet.')
  return { ...opened, found }
}

describe('the published client of the other door', () => {
  it('finds the wallet and connects', async () => {
    const { found, page } = await foundClient()
    await expect(found.ping()).resolves.toBeUndefined()
    await expect(found.enable(CHAIN)).resolves.toBeUndefined()
    await found.disable()
    expect(page.calls.map(({ method, params }) => [method, params])).toEqual([
      ['connect', { chainIds: [CHAIN] }],
      ['disconnect', { chainIds: [] }],
    ])
  })

  it('gets keys and chains in their shapes', async () => {
    const { found, keplr } = await foundClient()
    expect(await found.getKey(CHAIN)).toEqual(await keplr.getKey(CHAIN))
    expect(await found.getKeysSettled([CHAIN])).toEqual([
      { status: 'fulfilled', value: await keplr.getKey(CHAIN) },
    ])
    const [chain] = await found.getChainInfosWithoutEndpoints()
    expect(chain).toMatchObject({ chainId: CHAIN, bip44: { coinType: 529 }, features: ['secretwasm'] })
    expect(chain).not.toHaveProperty('rpc')
  })

  it('signs, with account numbers as a Long', async () => {
    const { found, page } = await foundClient()
    const { signed, signature } = await found.signDirect(CHAIN, ADDRESS, {
      bodyBytes: Uint8Array.of(1, 2),
      authInfoBytes: Uint8Array.of(3),
      chainId: CHAIN,
      accountNumber: 7n as never,
    })
    expect([signed.bodyBytes, signed.authInfoBytes]).toEqual([Uint8Array.of(1), Uint8Array.of(2)])
    expect(signed.accountNumber.toString()).toBe('7')
    expect(signature).toEqual(SIGNED)
    expect(paramsOf(page.calls[0])).toMatchObject({ bodyBytes: 'AQI=', accountNumber: '7' })
    expect(await found.signAmino(CHAIN, ADDRESS, AMINO_DOC)).toEqual({ signed: AMINO_DOC, signature: SIGNED })
    const signer = found.getOfflineSigner(CHAIN)
    expect(await signer.getAccounts()).toEqual([{ address: ADDRESS, algo: 'secp256k1', pubkey: PUBLIC_KEY }])
    expect((await signer.signAmino(ADDRESS, AMINO_DOC)).signature).toEqual(SIGNED)
  })

  it('signs what somebody else pays for, with a key and numbers as it writes them', async () => {
    const { found, page } = await foundClient()
    const publicKey = { typeUrl: '/cosmos.crypto.secp256k1.PubKey', value: Uint8Array.of(0x0a, 2) }
    const { signed, signature } = await found.signDirectAux(CHAIN, ADDRESS, {
      bodyBytes: Uint8Array.of(1, 2),
      publicKey,
      chainId: CHAIN,
      accountNumber: 7n as never,
      sequence: 3n as never,
    })
    expect(paramsOf(page.calls[0])).toMatchObject({
      bodyBytes: 'AQI=',
      keyType: publicKey.typeUrl,
      key: 'CgI=',
      accountNumber: '7',
      sequence: '3',
    })
    expect([signed.bodyBytes, signed.publicKey]).toEqual([Uint8Array.of(1), publicKey])
    expect([signed.accountNumber.toString(), signed.sequence.toString()]).toEqual(['7', '3'])
    expect(signature).toEqual(SIGNED)
  })

  it('names the account', async () => {
    const { found, page } = await foundClient()
    expect(await found.changeKeyRingName({ defaultName: '__uint8array__6869' })).toBe('Savings')
    expect(page.calls[0]?.params).toEqual({ name: '__uint8array__6869', editable: true })
  })

  it('signs and verifies texts, and sends', async () => {
    const { found, page } = await foundClient()
    expect(await found.signArbitrary(CHAIN, ADDRESS, 'héllo')).toEqual(SIGNED)
    expect(await found.signArbitrary(CHAIN, ADDRESS, Buffer.from('héllo'))).toEqual(SIGNED)
    const docs = page.calls.map((call) => paramsOf(call)['signDoc'])
    expect(docs[0]).toBe(docs[1])
    expect(await found.verifyArbitrary(CHAIN, ADDRESS, 'héllo', SIGNED)).toBe(true)
    expect(await found.sendTx(CHAIN, Uint8Array.of(9), 'block' as never)).toEqual(
      new Uint8Array(32).fill(0xab),
    )
  })

  it('encrypts and decrypts, and reads viewing keys', async () => {
    const { found } = await foundClient()
    const utils = found.getEnigmaUtils(CHAIN)
    expect(await utils.getPubkey()).toEqual(new Uint8Array(32).fill(4))
    expect(await utils.getTxEncryptionKey(NONCE)).toEqual(new Uint8Array(32).fill(5))
    expect(await utils.encrypt(HASH, { transfer: {} })).toEqual(new Uint8Array(96).fill(6))
    expect(await utils.decrypt(Uint8Array.of(1), NONCE)).toEqual(Uint8Array.of(8, 9))
    expect(await utils.decrypt(new Uint8Array(), NONCE)).toEqual(new Uint8Array())
    expect(await found.getSecret20ViewingKey(CHAIN, ADDRESS)).toBe('api_key_1')
    await expect(found.suggestToken(CHAIN, ADDRESS)).resolves.toBeUndefined()
  })

  it('hears refusals in the sentences it compares with', async () => {
    const { found, page } = await foundClient()
    page.answer = () => failure('rejected', 'Our own sentence.')
    await expect(found.enable(CHAIN)).rejects.toThrow(/^Request rejected$/)
    await expect(found.changeKeyRingName({ defaultName: 'x' })).rejects.toThrow(/^Request rejected$/)
    page.answer = () => failure('key-mismatch', 'Our own sentence.')
    await expect(found.signDirectAux(CHAIN, ADDRESS, { chainId: CHAIN })).rejects.toThrow(
      /^Pub key unmatched$/,
    )
    await expect(found.suggestERC20(CHAIN, ADDRESS)).rejects.toThrow('Invalid method: suggestERC20')
  })

  it('P12: finds nothing where another wallet was first', async () => {
    const { found, page } = await client((before) => Object.assign(before, { keplr: {} }))
    expect(found).toBeUndefined()
    expect('keplrRequestMetaIdSupport' in page).toBe(false)
  })
})

describe('the other door: a hostile page', () => {
  it('answers every name that it does not know with the same error', async () => {
    const { page } = openPage()
    const { ask } = channel(page)
    const names = [
      '__proto__',
      'constructor',
      'toString',
      'then',
      'version',
      'mode',
      'defaultOptions',
      '__core__x',
    ]
    for (const method of [...names, 'getOfflineSigner', 'getOfflineSignerAuto', 'getEnigmaUtils', '']) {
      expect(await ask({ method })).toMatchObject({ result: { error: `Invalid method: ${method}` } })
    }
    expect(await ask({ method: 'protectedTryOpen' })).toMatchObject({ result: { error: 'Rejected' } })
    Object.assign(Reflect.get(page, 'keplr'), { later: () => 'added by the page' })
    expect(await ask({ method: 'later' })).toMatchObject({ result: { error: 'Invalid method: later' } })
    expect(page.calls).toEqual([])
  })

  it('is silent to a scoped type and to what is no request', async () => {
    const { page } = openPage()
    const { ask, responses } = channel(page)
    await ask({ type: 'proxy-request-d_2hxd99brRo', method: 'ping' })
    for (const change of [
      { id: 7 },
      { id: '' },
      { id: 'x'.repeat(65) },
      { method: { toString: () => 'ping' } },
    ]) {
      await ask({ method: 'ping', ...change })
    }
    for (const data of [null, 'proxy-request', ['proxy-request']]) page.arrive(data)
    expect(responses).toEqual([])
  })

  it('O38, O39, O40: hears this window alone', async () => {
    const { page } = openPage()
    const { ask, responses } = channel(page)
    await ask({ method: 'enable', args: [CHAIN] }, { source: {}, origin: 'https://evil.example' })
    await ask({ method: 'enable', args: [CHAIN] }, { source: {} })
    await ask({ method: 'enable', args: [CHAIN] }, { origin: 'null' })
    expect([responses, page.calls]).toEqual([[], []])
  })

  it('text that looks like bytes or a number is bytes only where bytes belong', async () => {
    const { page } = openPage()
    const { ask } = channel(page)
    const doc = { ...AMINO_DOC, memo: '__uint8array__6869', sequence: '__bigint__1' }
    await ask({ method: 'signAmino', args: [CHAIN, ADDRESS, doc, {}] })
    expect(JSON.parse(String(paramsOf(page.calls[0])['signDoc']))).toEqual(doc)
    await ask({ method: 'enigmaEncrypt', args: [CHAIN, HASH, { memo: '__uint8array__00' }] })
    expect(paramsOf(page.calls[1])['message']).toBe('{"memo":"__uint8array__00"}')
    for (const chainId of ['__uint8array__00', '__bigint__1']) {
      expect((await ask({ method: 'getKey', args: [chainId] }))?.result.error).toBeDefined()
    }
    await ask({ method: 'signArbitrary', args: [CHAIN, ADDRESS, '__uint8array__6869'] })
    await ask({ method: 'signArbitrary', args: [CHAIN, ADDRESS, '__uint8array__ 1'] })
    const data = page.calls
      .slice(2)
      .map((call) => JSON.parse(String(paramsOf(call)['signDoc'])).msgs[0].value.data)
    expect(data).toEqual(['aGk=', base64(Buffer.from('__uint8array__ 1'))])
    const numbered = { bodyBytes: '__uint8array__01', authInfoBytes: '__uint8array__02', chainId: CHAIN }
    await ask({ method: 'signDirect', args: [CHAIN, ADDRESS, { ...numbered, accountNumber: '__bigint__7' }] })
    expect(paramsOf(page.calls.at(-1))).toMatchObject({ bodyBytes: 'AQ==', accountNumber: '7' })
  })

  it('P9: own __proto__ keys become no prototype on either way', async () => {
    const { page } = openPage()
    const { ask } = channel(page)
    const args = JSON.parse(`["${CHAIN}","${ADDRESS}",{"__proto__":{"bodyBytes":"__uint8array__01"}}]`)
    expect((await ask({ method: 'signDirect', args }))?.result.error).toBeDefined()
    const signed = JSON.parse('{"memo":"","__proto__":{"isAdmin":true}}')
    const key = base64(PUBLIC_KEY)
    page.answer = (): PageOutcome => ({
      kind: 'result',
      value: { signed, publicKey: key, signature: base64(SIGNATURE) },
    })
    const answer = await ask({ method: 'signAmino', args: [CHAIN, ADDRESS, AMINO_DOC] })
    const doc = Reflect.get(Object(answer?.result.return), 'signed')
    expect(Object.hasOwn(doc, '__proto__')).toBe(true)
    expect('isAdmin' in doc).toBe(false)
  })

  it('says whether a site is connected, without a word to the person', async () => {
    const { page } = openPage()
    const { ask } = channel(page)
    expect(await ask({ method: 'isEnabled', args: [CHAIN] })).toMatchObject({ result: { return: true } })
    expect(page.calls.map(({ method }) => method)).toEqual(['isConnected'])
  })
})

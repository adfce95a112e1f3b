import type { Keplr } from '@keplr-wallet/types'
import { describe, expect, it } from 'vitest'
import type { KeplrSurface } from './keplr-surface'
import { ADDRESS, AMINO_DOC, base64, openPage, PUBLIC_KEY, paramsOf, SIGNATURE } from './page.fake'

/** Fails to compile where a member would not fit the published types. */
const fitsPublishedTypes = (keplr: KeplrSurface) => keplr satisfies Pick<Keplr, keyof KeplrSurface>

const CHAIN = 'secret-4'
const CODE_HASH = 'af74387e276be8874f07bec3a87023ee49b0e7ebe08178c49d0a49c3c98ed60e'
const TOKEN = 'secret1k0jntykt7e4g3y88ltc60czgjuqdy4c9e8fzek'
const NONCE = new Uint8Array(32).fill(1)
const signatureResponse = {
  pub_key: { type: 'tendermint/PubKeySecp256k1', value: base64(PUBLIC_KEY) },
  signature: base64(SIGNATURE),
}
const directDoc = {
  bodyBytes: Uint8Array.of(1, 2),
  authInfoBytes: Uint8Array.of(3),
  chainId: CHAIN,
  accountNumber: 7n,
}

describe('the calls of the surface', () => {
  it('has the published shape', () => {
    expect(fitsPublishedTypes(openPage().keplr).mode).toBe('extension')
  })

  it('enables one chain or several, and disables all without an argument', async () => {
    const { keplr, page } = openPage()
    await keplr.enable(CHAIN)
    await keplr.enable([CHAIN, 'pulsar-3'])
    await keplr.disable(CHAIN)
    await keplr.disable()
    expect(page.calls.map(({ method, params }) => [method, params])).toEqual([
      ['connect', { chainIds: [CHAIN] }],
      ['connect', { chainIds: [CHAIN, 'pulsar-3'] }],
      ['disconnect', { chainIds: [CHAIN] }],
      ['disconnect', { chainIds: [] }],
    ])
    await expect(keplr.ping()).resolves.toBeUndefined()
  })

  it('gives the key', async () => {
    const key = await openPage().keplr.getKey(CHAIN)
    expect(key).toEqual({
      name: 'Main',
      algo: 'secp256k1',
      pubKey: PUBLIC_KEY,
      address: new Uint8Array(20).fill(3),
      bech32Address: ADDRESS,
      ethereumHexAddress: `0x${'03'.repeat(20)}`,
      isNanoLedger: false,
      isKeystone: false,
    })
  })

  it('signs amino documents with what the site wants kept', async () => {
    const { keplr, page } = openPage()
    keplr.defaultOptions = { sign: { preferNoSetFee: true } }
    const response = await keplr.signAmino(CHAIN, ADDRESS, AMINO_DOC, { preferNoSetMemo: true })
    expect(response).toEqual({ signed: AMINO_DOC, signature: signatureResponse })
    expect(paramsOf(page.calls[0])).toMatchObject({ keepFee: true, keepMemo: true, signer: ADDRESS })
    expect(JSON.parse(String(paramsOf(page.calls[0])['signDoc']))).toEqual(AMINO_DOC)
    await keplr.signAmino(CHAIN, ADDRESS, AMINO_DOC, { preferNoSetFee: false })
    expect(paramsOf(page.calls[1])).toMatchObject({ keepFee: false, keepMemo: false })
  })

  it('signs bytes, for account numbers in every spelling that libraries use', async () => {
    const { keplr, page } = openPage()
    const long = { low: 7, high: 0, unsigned: true, toString: () => '7' }
    for (const accountNumber of [7n, 7, '7', long] as never[]) {
      const { signed, signature } = await keplr.signDirect(CHAIN, ADDRESS, { ...directDoc, accountNumber })
      expect(signature).toEqual(signatureResponse)
      expect(signed.chainId).toBe(CHAIN)
      expect([signed.bodyBytes, signed.authInfoBytes]).toEqual([Uint8Array.of(1), Uint8Array.of(2)])
      expect([signed.accountNumber.toString(), signed.accountNumber.toNumber()]).toEqual(['7', 7])
    }
    expect(new Set(page.calls.map((call) => JSON.stringify(call.params)))).toHaveLength(1)
    expect(paramsOf(page.calls[0])).toEqual({
      chainId: CHAIN,
      signer: ADDRESS,
      bodyBytes: 'AQI=',
      authInfoBytes: 'Aw==',
      docChainId: CHAIN,
      accountNumber: '7',
      keepFee: false,
      keepMemo: false,
      skipBalanceCheck: false,
    })
  })

  it('takes no account number for zero', async () => {
    const { keplr, page } = openPage()
    const { bodyBytes, authInfoBytes, chainId } = directDoc
    const { signed } = await keplr.signDirect(CHAIN, ADDRESS, { bodyBytes, authInfoBytes, chainId })
    expect(paramsOf(page.calls[0])).toMatchObject({ accountNumber: '0' })
    expect(signed.accountNumber.toString()).toBe('0')
  })

  it('encrypts and decrypts, through one object per chain', async () => {
    const { keplr, page } = openPage()
    const utils = keplr.getEnigmaUtils(CHAIN)
    expect(keplr.getEnigmaUtils(CHAIN)).toBe(utils)
    expect(keplr.getEnigmaUtils('pulsar-3')).not.toBe(utils)
    expect(await utils.getPubkey()).toEqual(new Uint8Array(32).fill(4))
    expect(await utils.getTxEncryptionKey(NONCE)).toEqual(new Uint8Array(32).fill(5))
    expect(await utils.encrypt(CODE_HASH, { transfer: {} })).toEqual(new Uint8Array(96).fill(6))
    expect(await utils.decrypt(Uint8Array.of(1), NONCE)).toEqual(Uint8Array.of(8, 9))
    expect(await utils.decrypt(new Uint8Array(), NONCE)).toEqual(new Uint8Array())
    expect(page.calls.map(({ method, params }) => [method, params])).toEqual([
      ['getTxPublicKey', { chainId: CHAIN }],
      ['getTxKey', { chainId: CHAIN, nonce: base64(NONCE) }],
      ['sealMessage', { chainId: CHAIN, codeHash: CODE_HASH, message: '{"transfer":{}}' }],
      ['openCiphertext', { chainId: CHAIN, ciphertext: 'AQ==', nonce: base64(NONCE) }],
    ])
  })

  it('suggests tokens and reads viewing keys', async () => {
    const { keplr, page } = openPage()
    await keplr.suggestToken(CHAIN, TOKEN)
    await keplr.suggestToken(CHAIN, TOKEN, 'api_key_1')
    expect(await keplr.getSecret20ViewingKey(CHAIN, TOKEN)).toBe('api_key_1')
    expect(page.calls.map(({ params }) => params)).toEqual([
      { chainId: CHAIN, contract: TOKEN },
      { chainId: CHAIN, contract: TOKEN, viewingKey: 'api_key_1' },
      { chainId: CHAIN, contract: TOKEN },
    ])
  })
})

describe('offline signers', () => {
  it('one has both ways to sign, one has amino alone', async () => {
    const { keplr } = openPage()
    expect(Object.keys(keplr.getOfflineSigner(CHAIN)).sort()).toEqual([
      'getAccounts',
      'sign',
      'signAmino',
      'signDirect',
    ])
    expect('signDirect' in keplr.getOfflineSignerOnlyAmino(CHAIN)).toBe(false)
    expect('signDirect' in (await keplr.getOfflineSignerAuto(CHAIN))).toBe(true)
  })

  it('they sign for their chain', async () => {
    const { keplr, page } = openPage()
    const signer = keplr.getOfflineSigner(CHAIN, { preferNoSetFee: true })
    expect(await signer.getAccounts()).toEqual([{ address: ADDRESS, algo: 'secp256k1', pubkey: PUBLIC_KEY }])
    expect((await signer.sign(ADDRESS, AMINO_DOC)).signature).toEqual(signatureResponse)
    expect((await signer.signDirect(ADDRESS, directDoc)).signature).toEqual(signatureResponse)
    expect(page.calls.map(({ method }) => method)).toEqual(['getAccount', 'signAmino', 'signDirect'])
    expect(paramsOf(page.calls[1])).toMatchObject({ chainId: CHAIN, keepFee: true })
  })
})

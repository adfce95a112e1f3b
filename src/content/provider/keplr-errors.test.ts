import { describe, expect, it } from 'vitest'
import type { PageErrorCode } from '../../messages/page'
import { ADDRESS, AMINO_DOC, failure, openPage, unknownChain } from './page.fake'

const CHAIN = 'secret-4'
const TOKEN = 'secret1k0jntykt7e4g3y88ltc60czgjuqdy4c9e8fzek'
const NONCE = new Uint8Array(32)

function failing(code: PageErrorCode) {
  const opened = openPage()
  opened.page.answer = () => failure(code, 'Our own sentence.')
  return opened.keplr
}

async function messageOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => new Error('resolved'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof Error)) throw new Error('rejected with something else')
  expect(error.constructor).toBe(Error)
  expect(Object.keys(error)).toEqual([])
  return error.message
}

describe('the sentences that dApps compare with', () => {
  it('says what happened', async () => {
    expect(await messageOf(failing('rejected').enable(CHAIN))).toBe('Request rejected')
    expect(await messageOf(failing('muted').enable(CHAIN))).toBe('Request rejected')
    expect(await messageOf(failing('no-wallet').enable(CHAIN))).toBe(
      'Users need to create their accounts first',
    )
    expect(await messageOf(failing('no-viewing-key').getSecret20ViewingKey(CHAIN, TOKEN))).toBe(
      'There is no matched secret20',
    )
    expect(await messageOf(failing('blocked').getKey(CHAIN))).toBe('Our own sentence.')
  })

  it('names the unknown chain', async () => {
    const { keplr, sotto, page } = openPage()
    page.answer = () => unknownChain('osmosis-1')
    expect(await messageOf(keplr.enable('osmosis-1'))).toBe('There is no modular chain info for osmosis-1')
    expect(await messageOf(keplr.getKey('osmosis-1'))).toBe('There is no modular chain info for osmosis-1')
    for (const answer of [keplr.enable, keplr.getKeysSettled]) {
      expect(await messageOf(answer([CHAIN, 'osmosis-1', 'b-1']))).toBe(
        'There is no modular chain info for osmosis-1',
      )
    }
    const error = { code: 'unknown-chain', chainId: 'osmosis-1', message: 'Our own sentence.' }
    await expect(sotto.connect([CHAIN, 'osmosis-1'])).rejects.toMatchObject(error)
  })

  it('tells the provider and its signers apart', async () => {
    const signer = (code: PageErrorCode) => failing(code).getOfflineSigner(CHAIN)
    const doc = { bodyBytes: NONCE, authInfoBytes: NONCE, chainId: CHAIN, accountNumber: 1 }
    expect(await messageOf(signer('chain-mismatch').signAmino(ADDRESS, AMINO_DOC))).toBe(
      'Unmatched chain id with the offline signer',
    )
    expect(await messageOf(signer('signer-mismatch').signDirect(ADDRESS, doc))).toBe('Unknown signer address')
    expect(await messageOf(signer('bad-address').signDirect('secret1', doc))).toBe('Unknown signer address')
    expect(await messageOf(failing('bad-address').signAmino(CHAIN, 'secret1', AMINO_DOC))).toBe(
      'Our own sentence.',
    )
    expect(await messageOf(failing('signer-mismatch').signAmino(CHAIN, ADDRESS, AMINO_DOC))).toBe(
      'Signer mismatched',
    )
    expect(await messageOf(failing('chain-mismatch').signDirect(CHAIN, ADDRESS, doc))).toBe(
      'Chain id in the message is not matched with the requested chain id',
    )
  })

  it('says what is missing, without asking the wallet', async () => {
    const { keplr, page } = openPage()
    expect(await messageOf(keplr.enable([]))).toBe('chain id not set')
    expect(await messageOf(keplr.enable(''))).toBe('chain id not set')
    expect(await messageOf(keplr.getKey(''))).toBe('chainId is not set')
    expect(await messageOf(keplr.signAmino('', ADDRESS, AMINO_DOC))).toBe('chain id not set')
    expect(await messageOf(keplr.signAmino(CHAIN, '', AMINO_DOC))).toBe('signer not set')
    expect(await messageOf(keplr.signAmino(CHAIN, ADDRESS, AMINO_DOC, null as never))).toBe(
      'Sign options are null',
    )
    expect(await messageOf(keplr.signDirectAux('', ADDRESS, {}))).toBe('chain id not set')
    expect(await messageOf(keplr.signDirectAux(CHAIN, '', {}))).toBe('signer not set')
    expect(await messageOf(keplr.signDirectAux(CHAIN, ADDRESS, { chainId: 'pulsar-3' }))).toBe(
      'Chain id in the message is not matched with the requested chain id',
    )
    expect(await messageOf(keplr.signDirectAux(CHAIN, ADDRESS, { chainId: CHAIN }, null as never))).toBe(
      'Sign options are null',
    )
    expect(await messageOf(keplr.changeKeyRingName(undefined as never))).toBe('Unreadable parameters.')
    expect(await messageOf(keplr.getEnigmaPubKey(''))).toBe('chain id not set')
    expect(await messageOf(keplr.getEnigmaTxEncryptionKey(CHAIN, null as never))).toBe('nonce is null')
    expect(await messageOf(keplr.enigmaEncrypt(CHAIN, '', {}))).toBe('contract code hash not set')
    expect(await messageOf(keplr.enigmaEncrypt(CHAIN, 'ab', null as never))).toBe('msg not set')
    expect(await messageOf(keplr.enigmaDecrypt(CHAIN, NONCE, null as never))).toBe('nonce not set')
    expect(await messageOf(keplr.suggestToken(CHAIN, ''))).toBe('Contract address is empty')
    expect(await messageOf(keplr.getSecret20ViewingKey(CHAIN, ''))).toBe('Contract address is empty')
    expect(page.calls).toEqual([])
    expect(page.refused).toEqual([])
  })

  it('refuses account numbers that are none', async () => {
    const { keplr, page } = openPage()
    const publicKey = { typeUrl: '/cosmos.crypto.secp256k1.PubKey', value: NONCE }
    for (const accountNumber of [-1, 1.5, 2n ** 64n, 'seven', Number.NaN, {}, Symbol('7')] as never[]) {
      const doc = { bodyBytes: NONCE, authInfoBytes: NONCE, chainId: CHAIN, accountNumber }
      expect(await messageOf(keplr.signDirect(CHAIN, ADDRESS, doc))).toBe('Unreadable 64-bit number.')
      for (const numbers of [{ accountNumber }, { sequence: accountNumber }]) {
        const aux = { bodyBytes: NONCE, publicKey, chainId: CHAIN, ...numbers }
        expect(await messageOf(keplr.signDirectAux(CHAIN, ADDRESS, aux))).toBe('Unreadable 64-bit number.')
      }
    }
    expect(page.calls).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import {
  ADDRESS,
  AMINO_DOC,
  base64,
  failure,
  openPage,
  PUBLIC_KEY,
  paramsOf,
  result,
  SIGNATURE,
  unknownChain,
} from './page.fake'

const CHAIN = 'secret-4'
const SIGNED = {
  pub_key: { type: 'tendermint/PubKeySecp256k1', value: base64(PUBLIC_KEY) },
  signature: base64(SIGNATURE),
}

describe('keys of several chains', () => {
  it('come after one question, each with its own end', async () => {
    const { keplr, page } = openPage()
    const fine = page.answer
    page.answer = (call) =>
      call.method === 'getAccount' && call.params.chainId === 'pulsar-3'
        ? failure('unavailable', 'No.')
        : fine(call)
    const settled = await keplr.getKeysSettled([CHAIN, 'pulsar-3'])
    expect(settled).toMatchObject([
      { status: 'fulfilled', value: { bech32Address: ADDRESS } },
      { status: 'rejected' },
    ])
    expect(page.calls.map(({ method }) => method)).toEqual(['connect', 'getAccount', 'getAccount'])
  })

  it('are refused as a whole for a bad list', async () => {
    const { keplr, page } = openPage()
    await expect(keplr.getKeysSettled([])).rejects.toThrow(/^chainIds are not set$/)
    await expect(keplr.getKeysSettled([CHAIN, CHAIN])).rejects.toThrow(/^chainId secret-4 is duplicated$/)
    expect(page.calls).toEqual([])
    page.answer = () => unknownChain('x-1')
    await expect(keplr.getKeysSettled(['x-1'])).rejects.toThrow('There is no modular chain info for x-1')
  })
})

describe('options', () => {
  it('are the defaults of the page with those of the call on top, for both ways to sign', async () => {
    const { keplr, page } = openPage()
    keplr.defaultOptions = {
      sign: { preferNoSetFee: true, disableBalanceCheck: true, preferNoSetMemo: false },
    }
    const doc = { bodyBytes: Uint8Array.of(1), authInfoBytes: Uint8Array.of(2), chainId: CHAIN }
    await keplr.signAmino(CHAIN, ADDRESS, AMINO_DOC, { preferNoSetMemo: true })
    await keplr.signDirect(CHAIN, ADDRESS, doc, { preferNoSetFee: false })
    expect(page.calls.map(paramsOf)).toMatchObject([
      { keepFee: true, keepMemo: true, skipBalanceCheck: true },
      { keepFee: false, keepMemo: false, skipBalanceCheck: true },
    ])
  })

  it('keep a fee of several coins as it is', async () => {
    const { keplr, page } = openPage()
    const amount = [...AMINO_DOC.fee.amount, { denom: 'ibc/1', amount: '1' }]
    await keplr.signAmino(CHAIN, ADDRESS, { ...AMINO_DOC, fee: { amount, gas: '1' } })
    expect(paramsOf(page.calls[0])).toMatchObject({ keepFee: true })
  })
})

describe('a document of another chain', () => {
  it('is refused before anything is asked', async () => {
    const { keplr, page } = openPage()
    const doc = { bodyBytes: Uint8Array.of(1), authInfoBytes: Uint8Array.of(2), chainId: 'pulsar-3' }
    const signer = keplr.getOfflineSigner(CHAIN)
    const words = 'Unmatched chain id with the offline signer'
    await expect(signer.signAmino(ADDRESS, { ...AMINO_DOC, chain_id: 'pulsar-3' })).rejects.toThrow(words)
    await expect(signer.signDirect(ADDRESS, doc)).rejects.toThrow(words)
    const other = 'Chain id in the message is not matched with the requested chain id'
    await expect(keplr.signDirect(CHAIN, ADDRESS, doc)).rejects.toThrow(other)
    expect([page.calls, page.refused]).toEqual([[], []])
  })
})

describe('texts', () => {
  it('are wrapped as ADR-36 says', async () => {
    const { keplr, page } = openPage()
    expect(await keplr.signArbitrary(CHAIN, ADDRESS, 'héllo')).toEqual(SIGNED)
    expect(JSON.parse(String(paramsOf(page.calls[0])['signDoc']))).toEqual({
      chain_id: '',
      account_number: '0',
      sequence: '0',
      fee: { gas: '0', amount: [] },
      msgs: [{ type: 'sign/MsgSignData', value: { signer: ADDRESS, data: base64(Buffer.from('héllo')) } }],
      memo: '',
    })
  })

  it('are refused in the known sentences', async () => {
    const { keplr, page } = openPage()
    const verify = (signed: unknown) => keplr.verifyArbitrary(CHAIN, ADDRESS, 'x', signed as never)
    await expect(keplr.signArbitrary(CHAIN, '', 'x')).rejects.toThrow(/^signer not set$/)
    await expect(verify(undefined)).rejects.toThrow(/^Signature not set$/)
    const foreign = { ...SIGNED, pub_key: { type: 'other/Key', value: '' } }
    await expect(verify(foreign)).rejects.toThrow(/^Unsupported type of pub key: other\/Key$/)
    expect(page.calls).toEqual([])
    page.answer = () => failure('key-mismatch', 'No.')
    await expect(verify(SIGNED)).rejects.toThrow(/^Pub key unmatched$/)
    page.answer = () => failure('signer-mismatch', 'No.')
    await expect(verify(SIGNED)).rejects.toThrow(/^Signer mismatched$/)
  })
})

describe('sending', () => {
  const TX = Uint8Array.of(9)

  it('is refused without a transaction or a mode', async () => {
    const { keplr, page } = openPage()
    await expect(keplr.sendTx(CHAIN, new Uint8Array(), 'sync')).rejects.toThrow(/^tx is empty$/)
    await expect(keplr.sendTx(CHAIN, TX, 'fast' as never)).rejects.toThrow(/^invalid mode$/)
    expect(page.calls).toEqual([])
  })

  it("waits for the chain in block mode alone, and fails there with the chain's words", async () => {
    const { keplr, page } = openPage()
    await keplr.sendTx(CHAIN, TX, 'sync')
    await keplr.sendTx(CHAIN, TX, 'async')
    expect(await keplr.sendTx(CHAIN, TX, 'block')).toEqual(new Uint8Array(32).fill(0xab))
    expect(page.calls.map(({ method }) => method)).toEqual(['sendTx', 'sendTx', 'sendTx', 'waitForTx'])
    const fine = page.answer
    page.answer = (call) =>
      call.method === 'waitForTx' ? result({ code: 5, log: 'insufficient funds' }) : fine(call)
    await expect(keplr.sendTx(CHAIN, TX, 'block')).rejects.toThrow(/^insufficient funds$/)
    // It was sent, so whether it can be waited for is no reason to say that it failed.
    page.answer = (call) => (call.method === 'waitForTx' ? failure('busy', 'No.') : fine(call))
    expect(await keplr.sendTx(CHAIN, TX, 'block')).toEqual(new Uint8Array(32).fill(0xab))
    page.answer = () => failure('tx-refused', 'account sequence mismatch')
    await expect(keplr.sendTx(CHAIN, TX, 'sync')).rejects.toThrow(/^account sequence mismatch$/)
  })
})

describe('chains', () => {
  it('are told without their nodes; an unknown one is an error', async () => {
    const { keplr } = openPage()
    const chain = await keplr.getChainInfoWithoutEndpoints(CHAIN)
    expect(chain).toMatchObject({
      chainId: CHAIN,
      rpc: undefined,
      bech32Config: { bech32PrefixAccAddr: 'secret' },
    })
    expect(await keplr.getChainInfosWithoutEndpoints()).toEqual([chain])
    await expect(keplr.getChainInfoWithoutEndpoints('')).rejects.toThrow(/^Chain id not set$/)
    await expect(keplr.getChainInfoWithoutEndpoints('x-1')).rejects.toThrow(
      'There is no modular chain info for x-1',
    )
  })
})

describe('a transaction whose fee somebody else adds', () => {
  const value = Uint8Array.of(0x0a, 1, 2)
  const doc = {
    bodyBytes: Uint8Array.of(9),
    publicKey: { typeUrl: '/cosmos.crypto.secp256k1.PubKey', value },
    chainId: CHAIN,
    accountNumber: 7n,
    sequence: { low: 3, high: 0, unsigned: true, toString: () => '3' },
  }

  it('is signed, and comes back as it was at the call', async () => {
    const { keplr, page } = openPage()
    const answer = keplr.signDirectAux(CHAIN, ADDRESS, doc, { preferNoSetMemo: true })
    value.fill(0)
    const { signed, signature } = await answer
    expect(paramsOf(page.calls[0])).toEqual({
      chainId: CHAIN,
      signer: ADDRESS,
      bodyBytes: 'CQ==',
      keyType: '/cosmos.crypto.secp256k1.PubKey',
      key: 'CgEC',
      docChainId: CHAIN,
      accountNumber: '7',
      sequence: '3',
      keepFee: false,
      keepMemo: true,
      skipBalanceCheck: false,
    })
    expect(signature).toEqual(SIGNED)
    expect([signed.bodyBytes, signed.chainId]).toEqual([Uint8Array.of(1), CHAIN])
    expect(signed.publicKey).toEqual({ typeUrl: doc.publicKey.typeUrl, value: Uint8Array.of(0x0a, 1, 2) })
    expect([signed.accountNumber.toString(), signed.sequence.toNumber()]).toEqual(['7', 3])
  })

  it('takes no number for zero and leaves a key that is missing to the wallet, which refuses it', async () => {
    const { keplr, page } = openPage()
    page.answer = () => failure('key-mismatch', 'No.')
    const { sequence: _, publicKey: __, ...bare } = doc
    await expect(keplr.signDirectAux(CHAIN, ADDRESS, bare)).rejects.toThrow(/^Pub key unmatched$/)
    expect(paramsOf(page.calls[0])).toMatchObject({ sequence: '0', keyType: '', key: '' })
    page.answer = () => failure('signer-mismatch', 'No.')
    await expect(keplr.signDirectAux(CHAIN, ADDRESS, doc)).rejects.toThrow(/^Signer mismatched$/)
  })

  it('is no part of an offline signer', () => {
    const { keplr } = openPage()
    expect('signDirectAux' in keplr.getOfflineSigner(CHAIN)).toBe(false)
  })
})

describe('a name for the account', () => {
  it('is asked for, free to be changed unless the site says otherwise, and given back', async () => {
    const { keplr, page } = openPage()
    expect(await keplr.changeKeyRingName({ defaultName: 'Mine' })).toBe('Savings')
    await keplr.changeKeyRingName({ defaultName: 'Mine', editable: false })
    expect(page.calls.map(({ method, params }) => [method, params])).toEqual([
      ['renameAccount', { name: 'Mine', editable: true }],
      ['renameAccount', { name: 'Mine', editable: false }],
    ])
  })

  it('is refused when it is none, or when the person says no', async () => {
    const { keplr, page } = openPage()
    for (const defaultName of ['', ' \n', 7, undefined, 'a\ud800', 'x'.repeat(1001)] as never[]) {
      await expect(keplr.changeKeyRingName({ defaultName })).rejects.toThrow('cannot be read')
    }
    expect(page.calls).toEqual([])
    page.answer = () => failure('rejected', 'No.')
    await expect(keplr.changeKeyRingName({ defaultName: 'x' })).rejects.toThrow(/^Request rejected$/)
  })
})

import { base64, utf8 } from '@scure/base'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { permitSignDoc } from '../../chain/codec/index'
import { adr36SignDoc } from '../../crypto/index'
import { bankSend, directParams } from '../page-side.fake'
import { BOB, CHAIN_ID, fakeVault, fakeWallet, SSCRT } from '../wallet.fake'
import { readSignRequest, type SignReading } from './sign-request'

const account = await fakeVault().account()
const message = {
  type: 'cosmos-sdk/MsgSend',
  value: { from_address: account.address, to_address: BOB, amount: [{ denom: 'uscrt', amount: '5' }] },
}
const doc = {
  account_number: '7',
  chain_id: CHAIN_ID,
  fee: { amount: [{ denom: 'uscrt', amount: '15000' }], gas: '150000' },
  memo: '',
  msgs: [message],
  sequence: '2',
}
const permit = permitSignDoc({
  permitName: 'p',
  chainId: CHAIN_ID,
  allowedTokens: [SSCRT],
  permissions: ['balance'],
  created: undefined,
  expires: undefined,
})

function amino(signDoc: unknown, change: { chainId?: string; signer?: string } = {}): SignReading {
  const text = typeof signDoc === 'string' ? signDoc : JSON.stringify(signDoc)
  const params = { chainId: CHAIN_ID, signer: account.address, signDoc: text, keepFee: true, keepMemo: true }
  return readSignRequest({ method: 'signAmino', params: { ...params, ...change } }, account)
}

function code(reading: SignReading): string {
  return reading.kind === 'refused' && reading.outcome.kind === 'error'
    ? reading.outcome.error.code
    : reading.kind
}

async function direct(change: Partial<Awaited<ReturnType<typeof directParams>>> = {}): Promise<SignReading> {
  const wallet = fakeWallet()
  const params = await directParams(wallet, [await bankSend(wallet)])
  return readSignRequest({ method: 'signDirect', params: { ...params, ...change } }, account)
}

describe('requests to sign bytes', () => {
  it('are read when they are for this account and network', async () => {
    expect(code(await direct())).toBe('request')
  })

  it('P30: another signer, several signers or another’s message is a signer mismatch', async () => {
    expect(code(await direct({ signer: BOB }))).toBe('signer-mismatch')
    const stranger = fakeVault(2)
    const wallet = fakeWallet()
    const foreign = await directParams({ ...wallet, vault: stranger }, [await bankSend(wallet)])
    expect(code(await direct({ authInfoBytes: foreign.authInfoBytes }))).toBe('signer-mismatch')
    const own = await directParams(wallet, [await bankSend(wallet)])
    const twice = base64.decode(own.authInfoBytes)
    // The signer's record is the first field: field 1, length, content.
    const signer = twice.subarray(0, 2 + (twice[1] ?? 0))
    const doubled = base64.encode(Uint8Array.from([...signer, ...twice]))
    expect(code(await direct({ authInfoBytes: doubled }))).toBe('signer-mismatch')
    const bobs = await directParams(wallet, [{ ...(await bankSend(wallet)), from: BOB } as never])
    expect(code(await direct({ bodyBytes: bobs.bodyBytes }))).toBe('signer-mismatch')
  })

  it('P31: another network than the one that was asked for is a chain mismatch', async () => {
    expect(code(await direct({ docChainId: 'secret-4' }))).toBe('chain-mismatch')
  })

  it('P27: numbers that do not fit are refused', async () => {
    expect(code(await direct({ accountNumber: '99999999999999999999' }))).toBe('bad-request')
  })

  it('P28: what is no transaction at all is refused, and nothing throws', async () => {
    const { bodyBytes } = await directParams(fakeWallet(), [await bankSend(fakeWallet())])
    const bytes = base64.decode(bodyBytes)
    for (let length = 0; length < bytes.length; length += 7) {
      const cut = await direct({ bodyBytes: base64.encode(bytes.subarray(0, length)) })
      expect(['bad-request', 'signer-mismatch']).toContain(code(cut))
    }
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (random) => {
        await direct({ bodyBytes: base64.encode(random) })
        await direct({ authInfoBytes: base64.encode(random) })
      }),
      { numRuns: 50 },
    )
  })
})

describe('amino documents', () => {
  it('are signed sorted, so their order does not matter', () => {
    const reversed = Object.fromEntries(Object.entries(doc).reverse())
    const [one, two] = [amino(doc), amino(reversed)]
    expect(one.kind === 'request' && two.kind === 'request' && one.request.signBytes).toEqual(
      two.kind === 'request' && two.request.signBytes,
    )
  })

  it('P29: extra keys, numbers for strings and missing parts are refused; of a doubled key the last one is what is shown and signed', () => {
    expect(code(amino({ ...doc, extra: 1 }))).toBe('bad-request')
    expect(code(amino({ ...doc, account_number: 7 }))).toBe('bad-request')
    expect(code(amino({ ...doc, memo: undefined }))).toBe('bad-request')
    expect(code(amino({ ...doc, msgs: [] }))).toBe('bad-request')
    expect(code(amino({ ...doc, msgs: [{ ...message, value: { ...message.value, extra: 1 } }] }))).toBe(
      'bad-request',
    )
    const doubled = JSON.stringify(doc).replace('"memo":""', '"memo":"one","memo":"two"')
    const reading = amino(doubled)
    const text = reading.kind === 'request' ? utf8.encode(reading.request.signBytes) : ''
    expect(text).toContain('"memo":"two"')
    expect(text).not.toContain('one')
  })

  it('P27: negative gas, gas of 2^64 and a fee that is no amount are refused', () => {
    for (const gas of ['-1', '18446744073709551616', '1e3', '']) {
      expect(code(amino({ ...doc, fee: { ...doc.fee, gas } }))).toBe('bad-request')
    }
    const fee = { ...doc.fee, amount: [{ denom: 'uscrt', amount: '-1' }] }
    expect(code(amino({ ...doc, fee }))).toBe('bad-request')
  })

  it('P30, P31: belong to this account and network', () => {
    expect(code(amino(doc, { signer: BOB }))).toBe('signer-mismatch')
    expect(code(amino({ ...doc, chain_id: 'secret-4' }))).toBe('chain-mismatch')
    const foreign = { ...message, value: { ...message.value, from_address: BOB } }
    expect(code(amino({ ...doc, msgs: [message, foreign] }))).toBe('signer-mismatch')
  })

  it('never throw, whatever a page sends', () => {
    fc.assert(fc.property(fc.json(), (json) => void amino(json)))
    fc.assert(fc.property(fc.string(), (text) => void amino(text)))
    const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    expect(code(amino(nested))).toBe('bad-request')
  })
})

describe('permits and texts', () => {
  it('are read by their exact shape', () => {
    expect(amino(permit)).toMatchObject({ request: { kind: 'permit' } })
    expect(amino(adr36SignDoc(account.address, utf8.decode('hello')))).toMatchObject({
      request: { kind: 'text', data: utf8.decode('hello') },
    })
  })

  it('S119: a permit for another network, or one that is almost a permit, is refused', () => {
    expect(code(amino({ ...permit, chain_id: 'secret-4' }))).toBe('chain-mismatch')
    const near = amino({ ...permit, memo: 'hi' })
    expect(code(near)).toBe('bad-request')
    expect(JSON.stringify(near)).toContain('permit')
  })

  it('S119: a near-permit is refused with the part that differs, in a fixed sentence without the page’s words', () => {
    const [{ type, value }] = permit['msgs'] as [{ type: string; value: Record<string, unknown> }]
    const named = amino({ ...permit, msgs: [{ type, value: { ...value, permit_name: 'evil<name>' } }] })
    expect(JSON.stringify(named)).toContain('its name holds <, > or &, with which no contract can verify it')
    const right = (...permissions: readonly string[]) =>
      amino({ ...permit, msgs: [{ type, value: { ...value, permissions } }] })
    expect(right('balance', 'custom').kind).toBe('request')
    for (const odd of ['evil<', 'evil>', 'evil&']) {
      const refused = JSON.stringify(right('balance', odd))
      expect(refused).toContain(
        'one of its permissions holds <, > or &, with which no contract can verify it',
      )
      expect(refused).not.toContain('evil')
    }
    const token = amino({ ...permit, msgs: [{ type, value: { ...value, allowed_tokens: [`${BOB}<`] } }] })
    expect(JSON.stringify(token)).toContain('a contract that is not an address')
    const memo = amino({ ...permit, memo: 'evil words' })
    expect(JSON.stringify(memo)).toContain('its fee, memo, numbers or keys')
    expect(JSON.stringify([named, memo])).not.toContain('evil')
  })

  it('P32: a text document that is also a transaction, and the reverse, is refused', () => {
    const text = adr36SignDoc(account.address, utf8.decode('hello'))
    expect(code(amino({ ...text, msgs: [...(text['msgs'] as unknown[]), message] }))).toBe('bad-request')
    expect(code(amino({ ...doc, msgs: [...doc.msgs, ...(text['msgs'] as unknown[])] }))).toBe('bad-request')
    expect(code(amino({ ...text, chain_id: CHAIN_ID }))).toBe('bad-request')
    expect(code(amino(adr36SignDoc(BOB, utf8.decode('hello'))))).toBe('signer-mismatch')
  })

  it('P33: the text that makes encryption keys is refused in every form, and so are sign bytes', () => {
    const memo = 'Create Keplr Secret encryption key. Only approve requests by Keplr.'
    const seed = { account_number: 0, chain_id: CHAIN_ID, fee: [], memo, msgs: [], sequence: 0 }
    expect(code(amino(seed))).toBe('bad-request')
    expect(code(amino({ ...doc, memo }))).toBe('bad-request')
    for (const content of [JSON.stringify(seed), JSON.stringify(doc), memo]) {
      const reading = amino(adr36SignDoc(account.address, utf8.decode(content)))
      expect(code(reading)).toBe('bad-request')
    }
  })
})

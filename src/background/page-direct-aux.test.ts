import { base64, hex, utf8 } from '@scure/base'
import { SignDocDirectAux } from 'secretjs/dist/protobuf/cosmos/tx/v1beta1/tx'
import { describe, expect, it } from 'vitest'
import { type ChainMessage, encodeTxBody, publicKeyAny } from '../chain/codec/index'
import { sha256, verifySignature } from '../crypto/index'
import type { JsonObject } from '../domain/index'
import type { PageParams } from '../messages/page-schema'
import type { ApprovalView } from '../messages/popup'
import {
  approveOnly,
  auxParams,
  bankSend,
  connect,
  errorCode,
  execute,
  type FakePage,
  fakePage,
  ownAddress,
  sealed,
  views,
} from './page-side.fake'
import { reviewCall } from './review/review.fake'
import { BOB, CHAIN_ID, fakeVault, fakeWallet, type Wallet } from './wallet.fake'

type AuxParams = PageParams['signDirectAux']

async function asking(messages: (wallet: Wallet) => Promise<readonly ChainMessage[]>) {
  const wallet = fakeWallet()
  const page = fakePage(wallet)
  await connect(wallet, page)
  const params = await auxParams(wallet, await messages(wallet))
  return { wallet, page, params, answer: await page.call('signDirectAux', params) }
}

const oneSend = async (wallet: Wallet) => [await bankSend(wallet)]

/** By definitions that are not ours. */
function signBytes({ bodyBytes, keyType, key, accountNumber, sequence }: AuxParams): Uint8Array {
  return Uint8Array.from(
    SignDocDirectAux.encode({
      body_bytes: base64.decode(bodyBytes),
      public_key: { type_url: keyType ?? '', value: base64.decode(key) },
      chain_id: CHAIN_ID,
      account_number: accountNumber,
      sequence,
    }).finish(),
  )
}

function signedOf(page: FakePage): { bodyBytes: string; publicKey: string; signature: string } {
  const [reply] = page.replies()
  if (reply?.kind !== 'result') throw new Error(JSON.stringify(reply))
  return reply.value as ReturnType<typeof signedOf>
}

function transactionIn(view: ApprovalView | undefined) {
  if (view?.body.kind !== 'transaction') throw new Error(JSON.stringify(view))
  return view.body
}

const cautions = ({ warnings }: ReturnType<typeof transactionIn>) =>
  warnings.filter(({ level }) => level === 'caution').map(({ text }) => text)

describe('a transaction whose fee somebody else adds', () => {
  it('is shown as what it does, without a fee, and with who sends it', async () => {
    const { wallet, params } = await asking(oneSend)
    await views(wallet)
    await new Promise((resolve) => setTimeout(resolve, 0))
    const [view] = await views(wallet)
    const body = transactionIn(view)
    expect(body).toMatchObject({
      mode: 'aux',
      dangerous: false,
      messages: [{ sentence: expect.stringMatching(/^Send 1\.5 SCRT/) }],
      preview: { rows: [{ symbol: 'SCRT', change: '-1500000' }] },
      raw: { signBytesHex: hex.encode(signBytes(params)), json: expect.stringContaining('"sequence": "2"') },
    })
    expect(['fee' in body, 'feeChoices' in body]).toEqual([false, false])
    expect(cautions(body)).toEqual([expect.stringContaining('adds the fee, pays it and sends')])
    expect(JSON.stringify(body.warnings)).not.toContain('gas')
  })

  it('is signed after the yes, as other definitions write it, and noted without a hash', async () => {
    const { wallet, page, params } = await asking(oneSend)
    expect(wallet.vault.signatures).toBe(0)
    await approveOnly(wallet)
    const { bodyBytes, publicKey, signature } = signedOf(page)
    expect([bodyBytes, publicKey]).toEqual([params.bodyBytes, base64.encode(wallet.vault.signing.publicKey)])
    const digest = sha256(signBytes(params))
    expect(verifySignature(wallet.vault.signing.publicKey, digest, base64.decode(signature))).toBe(true)
    const { items } = await wallet.side.activity.page()
    expect(items).toMatchObject([{ title: 'Send in public', status: 'pending' }])
    expect(items[0]).not.toHaveProperty('hash')
    expect(await wallet.side.activity.entry(items[0]?.id ?? '')).not.toHaveProperty('fee')
  })

  it('is found on the chain by its signature, beside that of whoever paid', async () => {
    const { wallet, page } = await asking(oneSend)
    await approveOnly(wallet)
    const message = {
      '@type': '/cosmos.bank.v1beta1.MsgSend',
      from_address: await ownAddress(wallet),
      to_address: BOB,
      amount: [{ denom: 'uscrt', amount: '1500000' }],
    }
    const payer = base64.encode(new Uint8Array(64).fill(1))
    const tx = { body: { messages: [message], memo: '' }, auth_info: {} }
    const onChain = { ...tx, signatures: [payer, signedOf(page).signature] } satisfies JsonObject
    const answer = { txhash: 'AB'.repeat(32), height: '9', code: 0, data: '', events: [] }
    wallet.lcd.set('/cosmos/tx/v1beta1/txs', { txs: [onChain], tx_responses: [answer], total: '1' })
    await wallet.side.activity.resume()
    expect((await wallet.side.activity.page()).items).toMatchObject([
      { status: 'confirmed', hash: 'AB'.repeat(32) },
    ])
  })

  it('I9: waits for the unlock and survives the worker', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    const params = await auxParams(wallet, await oneSend(wallet))
    await wallet.vault.lock('asked')
    expect(await page.call('signDirectAux', params)).toEqual({ kind: 'pending' })
    wallet.restart()
    await wallet.vault.unlock()
    await wallet.side.resume()
    wallet.restart()
    await approveOnly(wallet)
    expect(signedOf(page).bodyBytes).toBe(params.bodyBytes)
  })

  it('is one question at a time, and a no is a no', async () => {
    const { wallet, page, params } = await asking(oneSend)
    expect(errorCode(await page.call('signDirectAux', params))).toBe('busy')
    const [view] = await views(wallet)
    await wallet.side.approvals.reject(view?.id ?? '')
    expect(page.replies().map(errorCode)).toEqual(['rejected'])
    expect((await wallet.side.activity.page()).items).toEqual([])
  })

  it('has no fee that could be chosen', async () => {
    const { wallet } = await asking(oneSend)
    const [view] = await views(wallet)
    await expect(
      wallet.side.chooseFee(view?.id ?? '', { kind: 'level', level: 'high' }),
    ).rejects.toMatchObject({ code: 'fee/fixed' })
  })

  it('needs the right to ask for signatures', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await page.call('signDirectAux', await auxParams(wallet, await oneSend(wallet)))
    expect((await views(wallet)).map(({ body }) => body.kind)).toEqual(['connect'])
  })

  it('tells that something is missing without a word about a fee', async () => {
    const { wallet } = await asking(async (wallet) => [await bankSend(wallet, 99_000_000n)])
    await views(wallet)
    await new Promise((resolve) => setTimeout(resolve, 0))
    const [view] = await views(wallet)
    expect(transactionIn(view).warnings).toContainEqual({
      level: 'danger',
      text: 'Not enough SCRT: 89 SCRT are missing.',
    })
  })
})

describe('what is read in it', () => {
  async function reviewed(messages: (wallet: Wallet) => Promise<readonly ChainMessage[]>, change = {}) {
    const wallet = fakeWallet()
    const params = { ...(await auxParams(wallet, await messages(wallet))), ...change }
    return await reviewCall(wallet, { method: 'signDirectAux', params })
  }

  it('contract messages are decrypted, and said to be refused by the network', async () => {
    const message = { transfer: { recipient: BOB, amount: '12500000' } }
    const found = await reviewed(async (wallet) => [await execute(wallet, sealed(wallet, message))])
    expect(found).toMatchObject({
      dangerous: false,
      messages: [{ title: 'Send sSCRT', input: { kind: 'decrypted' } }],
    })
    expect(JSON.stringify(found.warnings)).toContain('take no message that is signed in this way')
  })

  it('I4: messages that are not encrypted, or that cannot be read, need more than a click', async () => {
    const plain = await reviewed(async (wallet) => [
      await execute(wallet, utf8.decode('{"transfer":{"recipient":"x","amount":"1"}}')),
    ])
    expect(plain).toMatchObject({ dangerous: true, messages: [{ input: { kind: 'plaintext' } }] })
    const unknown = await reviewed(async () => [
      { kind: 'unknown', typeUrl: '/x.Msg', value: Uint8Array.of(1), json: undefined },
    ])
    expect(unknown).toMatchObject({ dangerous: true, messages: [{ kind: 'unknown' }] })
  })

  it('several messages are each shown', async () => {
    const found = await reviewed(async (wallet) => [await bankSend(wallet), await bankSend(wallet, 5n)])
    expect(found.messages).toHaveLength(2)
    expect(found.totals?.coins).toMatchObject([{ amount: '1500005' }])
  })

  it('P28: parts that Sotto does not know are a danger', async () => {
    const body = encodeTxBody({ messages: await oneSend(fakeWallet()), memo: '' })
    const odd = base64.encode(Uint8Array.of(...body, 0x48, 1))
    const found = await reviewed(oneSend, { bodyBytes: odd })
    expect(found.dangerous).toBe(true)
    expect(JSON.stringify(found.warnings)).toContain('parts that Sotto does not know')
  })
})

describe('what is refused before anybody is asked', () => {
  const stranger = base64.encode(publicKeyAny(fakeVault(2).signing.publicKey).value)
  const cases: readonly [string, string, (params: AuxParams) => Partial<AuxParams>][] = [
    ['no key', 'key-mismatch', () => ({ key: '' })],
    ['no type of the key', 'key-mismatch', () => ({ keyType: undefined })],
    ['a key of another type', 'key-mismatch', () => ({ keyType: '/cosmos.crypto.ed25519.PubKey' })],
    ['another account’s key', 'key-mismatch', () => ({ key: stranger })],
    [
      'a key without its frame',
      'key-mismatch',
      ({ key }) => ({ key: base64.encode(base64.decode(key).slice(2)) }),
    ],
    [
      'a key with more behind it',
      'key-mismatch',
      ({ key }) => ({ key: base64.encode(Uint8Array.of(...base64.decode(key), 0)) }),
    ],
    ['another signer', 'signer-mismatch', () => ({ signer: BOB })],
    ['another network', 'chain-mismatch', () => ({ docChainId: 'pulsar-3' })],
    ['no messages', 'bad-request', () => ({ bodyBytes: '' })],
    ['bytes that are no body', 'bad-request', () => ({ bodyBytes: 'AQID' })],
    ['an account number of 65 bits', 'bad-request', () => ({ accountNumber: (2n ** 64n).toString() })],
    ['a sequence of 65 bits', 'bad-request', () => ({ sequence: (2n ** 64n).toString() })],
  ]
  it.each(cases)('%s: %s', async (_, code, change) => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    const params = await auxParams(wallet, await oneSend(wallet))
    expect(errorCode(await page.call('signDirectAux', { ...params, ...change(params) }))).toBe(code)
    expect(await wallet.side.approvals.questions()).toEqual([])
  })

  it('P30: a message of another account', async () => {
    const { answer } = await asking(async (wallet) => [
      await bankSend(wallet),
      await bankSend({ ...wallet, vault: fakeVault(2) }),
    ])
    expect(errorCode(answer)).toBe('signer-mismatch')
  })
})

/** From a page's secret message to its decrypted answer, against a local network. */
import { base64 } from '@scure/base'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Devnet, startDevnet } from '../../devnet/index'
import { buildDirectTx, encodeTxRaw } from '../chain/codec/index'
import { openData } from '../crypto/tx-cipher'
import { type Address, type JsonValue, parseAddress } from '../domain/index'
import type { PageOutcome } from '../messages/page'
import type { UnlockedView } from '../messages/popup'
import { type FakePage, type FakePerson, fakePerson } from './wiring.fake'

const CHAIN = 'secretdev-1'
const PASSWORD = 'correct horse'

let devnet: Devnet
let stranger: Devnet
const person = fakePerson()
let page: FakePage
let address: Address

beforeAll(async () => {
  devnet = await startDevnet({ blockMs: 100 })
  stranger = await startDevnet({ blockMs: 100, seed: 'another enclave' })
  const [a] = devnet.accounts
  if (a === undefined) throw new Error('no account')
  address = a.address
  person.browser.respond = (url, init) => fetch(url, init)
  await done('importVault', {
    secret: { kind: 'phrase', phrase: a.mnemonic, passphrase: '', unlisted: false },
    password: PASSWORD,
    coinType: 529,
  })
  await done('setEndpoints', { chainId: CHAIN, endpoints: [devnet.lcdUrl] })
  await done('chooseNetwork', { chainId: CHAIN })
})

afterAll(async () => {
  await Promise.all([devnet.stop(), stranger.stop()])
})

async function done(...[method, params]: Parameters<FakePerson['popup']>): Promise<void> {
  expect(await person.popup(method, params)).toMatchObject({ kind: 'result' })
}

async function see(passes: (view: UnlockedView) => boolean): Promise<UnlockedView> {
  const view = await person.see((found) => found.kind === 'unlocked' && passes(found))
  if (view.kind !== 'unlocked') throw new Error('not unlocked')
  return view
}

async function approve(kind: string): Promise<UnlockedView> {
  const view = await see(({ approvals }) => approvals[0]?.body.kind === kind)
  await done('approve', { id: view.approvals[0]?.id ?? '' })
  return view
}

async function resultOf(outcome: Promise<PageOutcome>): Promise<JsonValue> {
  const found = await outcome
  if (found.kind !== 'result') throw new Error(`${found.error.code}: ${found.error.message}`)
  return found.value
}

function textAt(value: JsonValue, key: string): string {
  const found =
    typeof value === 'object' && value !== null
      ? Object.entries(value).find(([name]) => name === key)
      : undefined
  if (typeof found?.[1] !== 'string') throw new Error(`no ${key}`)
  return found[1]
}

async function publicKey(): Promise<Uint8Array> {
  return base64.decode(
    textAt(await resultOf(page.ask('getAccount', { chainId: CHAIN }).outcome), 'publicKey'),
  )
}

async function numbers(): Promise<{ accountNumber: string; sequence: string }> {
  const response = await fetch(`${devnet.lcdUrl}/cosmos/auth/v1beta1/account_info/${address}`)
  const { info } = await response.json()
  return { accountNumber: info.account_number, sequence: info.sequence }
}

async function executeParams(message: JsonValue): Promise<object> {
  const { address: contract, codeHash } = devnet.contracts.sscrt
  const sealed = page.ask('sealMessage', { chainId: CHAIN, codeHash, message: JSON.stringify(message) })
  const wire = base64.decode(String(await resultOf(sealed.outcome)))
  const { accountNumber, sequence } = await numbers()
  const tx = buildDirectTx({
    messages: [
      {
        kind: 'execute',
        typeUrl: '/secret.compute.v1beta1.MsgExecuteContract',
        sender: address,
        contract: parseAddress(contract),
        wire,
        funds: [],
        callbackCodeHash: '',
        callbackSig: new Uint8Array(),
      },
    ],
    memo: '',
    publicKey: await publicKey(),
    sequence: BigInt(sequence),
    gas: 150_000n,
    fee: { amount: [{ denom: 'uscrt', amount: 15_000n }] },
  })
  return {
    chainId: CHAIN,
    signer: address,
    bodyBytes: base64.encode(tx.bodyBytes),
    authInfoBytes: base64.encode(tx.authInfoBytes),
    docChainId: CHAIN,
    accountNumber,
  }
}

async function broadcast(signed: JsonValue): Promise<void> {
  const bytes = encodeTxRaw({
    bodyBytes: base64.decode(textAt(signed, 'bodyBytes')),
    authInfoBytes: base64.decode(textAt(signed, 'authInfoBytes')),
    signatures: [base64.decode(textAt(signed, 'signature'))],
  })
  const response = await fetch(`${devnet.lcdUrl}/cosmos/tx/v1beta1/txs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ tx_bytes: base64.encode(bytes), mode: 'BROADCAST_MODE_SYNC' }),
  })
  expect((await response.json()).tx_response.code).toBe(0)
}

describe('a secret transaction', () => {
  it('is connected, shown decrypted, signed, found, and its answer opened by the popup', async () => {
    const { balance, network } = await see(
      (view) => view.balance.kind === 'known' && view.network.health === 'online',
    )
    expect(balance).toMatchObject({ amount: String(10n ** 18n) })
    expect(Number(network.height)).toBeGreaterThan(0)

    page = person.page('https://dapp.example')
    const connecting = page.ask('connect', { chainIds: [CHAIN] })
    await approve('connect')
    await resultOf(connecting.outcome)

    const signing = page.ask('signDirect', await executeParams({ set_viewing_key: { key: 'a key of mine' } }))
    const asked = await approve('transaction')
    expect(JSON.stringify(asked.approvals)).toContain('a key of mine')
    await broadcast(await resultOf(signing.outcome))

    const view = await see(({ activity }) => activity[0]?.status === 'confirmed')
    const id = view.activity[0]?.id ?? ''
    const entry = await person.popup('getEntry', { id })
    if (entry.kind !== 'result') throw new Error('no entry')
    const revealed = await person.popup('revealTxKey', { entryId: id, messageIndex: 0 })
    if (revealed.kind !== 'result') throw new Error('no key')
    const opened = openData(
      base64.decode(revealed.value.txKey),
      base64.decode(entry.value.messages[0]?.data ?? ''),
    )
    expect(opened).toMatchObject({ kind: 'decrypted', text: expect.stringContaining('set_viewing_key') })
    await see(
      (after) => after.balance.kind === 'known' && after.balance.amount === String(10n ** 18n - 15_000n),
    )
  })

  it('leaves a token whose private balance the wallet reads', async () => {
    const contract = devnet.contracts.sscrt.address
    const adding = page.ask('addToken', { chainId: CHAIN, contract, viewingKey: 'a key of mine' })
    await approve('add-token')
    await resultOf(adding.outcome)
    const { tokens } = await see((view) => view.tokens[0]?.balance.kind === 'known')
    expect(tokens).toMatchObject([{ contract, symbol: 'SSCRT', decimals: 6, hasViewingKey: true }])
  })

  it('S119: says what is wrong with a wrong or revoked viewing key, beside the last balance', async () => {
    const contract = devnet.contracts.sscrt.address
    const adding = page.ask('addToken', { chainId: CHAIN, contract, viewingKey: 'not a key of mine' })
    await approve('add-token')
    await resultOf(adding.outcome)
    const { tokens } = await see((view) => view.tokens[0]?.balance.kind === 'failed')
    expect(tokens[0]?.balance).toMatchObject({
      message: expect.stringContaining('no longer valid'),
      last: { amount: expect.any(String) },
    })
  })

  it('is all there after the browser was closed, before any node answers', async () => {
    person.browser.respond = () => new Promise(() => undefined)
    person.browser.restart()
    person.kill()
    await done('unlock', { password: PASSWORD })
    const view = await see(() => true)
    expect(view.balance).toMatchObject({ kind: 'known' })
    expect(view.tokens).toHaveLength(1)
    expect(view.activity).toMatchObject([{ status: 'confirmed' }])
    person.kill()
    person.browser.respond = (url, init) => fetch(url, init)
  })

  it('N64: is stopped by a node with another key until the person accepts it', async () => {
    await done('setEndpoints', { chainId: CHAIN, endpoints: [stranger.lcdUrl] })
    const { securityEvents } = await see((view) => view.securityEvents.length > 0)
    expect(securityEvents).toMatchObject([{ kind: 'tx-key-changed', blocking: true, canAccept: true }])
    const { codeHash } = devnet.contracts.sscrt
    const seal = { chainId: CHAIN, codeHash, message: '{}' }
    expect(await page.ask('sealMessage', seal).outcome).toMatchObject({
      kind: 'error',
      error: { code: 'blocked' },
    })
    await done('decideSecurityEvent', { id: securityEvents[0]?.id ?? '', decision: 'accept' })
    expect(await page.ask('sealMessage', seal).outcome).toMatchObject({ kind: 'result' })
    await see((view) => view.securityEvents.length === 0)
  })

  it('N78: never comes to a node of another network', async () => {
    const wrong = await person.popup('setEndpoints', { chainId: 'secret-4', endpoints: [devnet.lcdUrl] })
    expect(wrong).toMatchObject({ kind: 'error', error: { code: 'chain/wrong-chain' } })
  })
})

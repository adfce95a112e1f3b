import { base64 } from '@scure/base'
import { MsgSend, SecretNetworkClient } from 'secretjs'
import { describe, expect, it } from 'vitest'
import { decodeTxRaw, txHash } from '../../chain/codec/index'
import type { JsonObject, JsonValue } from '../../domain/index'
import type { ActivitySummary } from '../../messages/popup'
import { approveOnly, connect, fakePage, ownAddress } from '../page-side.fake'
import { BOB, CHAIN_ID, fakeWallet, type Wallet } from '../wallet.fake'

const TXS = '/cosmos/tx/v1beta1/txs'

type Signers = NonNullable<ConstructorParameters<typeof SecretNetworkClient>[0]['wallet']>
type SignDoc = Parameters<Extract<Signers, { signAmino: unknown }>['signAmino']>[1]

async function only(wallet: Wallet): Promise<ActivitySummary> {
  const { items } = await wallet.side.activity.page()
  const [summary] = items
  if (summary === undefined || items.length !== 1) throw new Error(`${items.length} entries`)
  return summary
}

describe('amino transactions', () => {
  const sent = { to_address: BOB, amount: [{ denom: 'uscrt', amount: '5' }] }

  async function signedAmino(
    given?: JsonObject,
  ): Promise<{ wallet: Wallet; summary: ActivitySummary; signature: string }> {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    const address = await ownAddress(wallet)
    const value = { from_address: address, ...sent }
    const doc = {
      account_number: '7',
      chain_id: CHAIN_ID,
      fee: { amount: [{ denom: 'uscrt', amount: '15000' }], gas: '150000' },
      memo: '',
      msgs: [given ?? { type: 'cosmos-sdk/MsgSend', value }],
      sequence: '2',
    }
    const params = {
      chainId: CHAIN_ID,
      signer: address,
      signDoc: JSON.stringify(doc),
      keepFee: true,
      keepMemo: true,
    }
    await page.call('signAmino', params)
    await approveOnly(wallet)
    const [reply] = page.replies()
    const answer =
      reply?.kind === 'result' ? (reply.value as { signature: string; signed: unknown }) : undefined
    expect(answer?.signed).toEqual(doc)
    return { wallet, summary: await only(wallet), signature: answer?.signature ?? '' }
  }

  async function record(
    wallet: Wallet,
    signature: string,
    txhash: string,
    given?: JsonObject,
  ): Promise<{ tx: JsonValue; tx_response: JsonValue }> {
    const send = { '@type': '/cosmos.bank.v1beta1.MsgSend', from_address: await ownAddress(wallet), ...sent }
    const message = given ?? send
    const tx = { body: { messages: [message], memo: '' }, auth_info: {}, signatures: [signature] }
    return { tx, tx_response: { txhash, height: '9', code: 0, data: '', events: [] } }
  }

  it('are found by the signature when the site wrote their bytes in its own way', async () => {
    const { wallet, summary, signature } = await signedAmino()
    expect(summary.hash).toBeUndefined()
    const found = await record(wallet, signature, 'AB'.repeat(32))
    wallet.lcd.set(TXS, { txs: [found.tx], tx_responses: [found.tx_response], total: '1' })
    await wallet.side.activity.resume()
    expect(await only(wallet)).toMatchObject({ status: 'confirmed', hash: 'AB'.repeat(32) })
  })

  it('are found when a part of a message is of a type that nobody knows, which a node says in its own way', async () => {
    const proposal = {
      initial_deposit: [],
      proposer: await ownAddress(fakeWallet()),
      title: 't',
      summary: 's',
    }
    const { wallet, signature } = await signedAmino({
      type: 'cosmos-sdk/v1/MsgSubmitProposal',
      value: { ...proposal, messages: [{ type: 'other/MsgThing', value: { amount: '1' } }] },
    })
    const found = await record(wallet, signature, 'AB'.repeat(32), {
      ...proposal,
      '@type': '/cosmos.gov.v1.MsgSubmitProposal',
      messages: [{ '@type': '/other.v1.MsgThing', amount: '1' }],
    })
    wallet.lcd.set(TXS, { txs: [found.tx], tx_responses: [found.tx_response], total: '1' })
    await wallet.side.activity.resume()
    expect(await only(wallet)).toMatchObject({ status: 'confirmed', hash: 'AB'.repeat(32) })
  })

  it('are not mistaken for another transaction that a node offers', async () => {
    const { wallet } = await signedAmino()
    const other = await record(wallet, base64.encode(new Uint8Array(64).fill(1)), 'AB'.repeat(32))
    wallet.lcd.set(TXS, { txs: [other.tx], tx_responses: [other.tx_response], total: '1' })
    await wallet.side.activity.resume()
    expect((await only(wallet)).status).toBe('pending')
  })
})

describe('amino transactions as the network’s own SDK makes them', () => {
  it('are found by the hash that was foreseen', async () => {
    const wallet = fakeWallet()
    const page = fakePage(wallet)
    await connect(wallet, page)
    const { address, publicKey } = await wallet.vault.account()
    const signer = {
      getAccounts: async () => [{ address, algo: 'secp256k1' as const, pubkey: publicKey }],
      async signAmino(_: string, doc: SignDoc) {
        const signDoc = JSON.stringify(doc)
        await page.call('signAmino', {
          chainId: CHAIN_ID,
          signer: address,
          signDoc,
          keepFee: true,
          keepMemo: true,
        })
        await approveOnly(wallet)
        const [reply] = page.replies()
        if (reply?.kind !== 'result') throw new Error(JSON.stringify(reply))
        const { signed, signature } = reply.value as unknown as { signed: typeof doc; signature: string }
        const pub_key = { type: 'tendermint/PubKeySecp256k1', value: base64.encode(publicKey) }
        return { signed, signature: { pub_key, signature } }
      },
    }
    const client = new SecretNetworkClient({
      url: 'http://localhost:1',
      chainId: CHAIN_ID,
      wallet: signer,
      walletAddress: address,
    })
    const amount = [{ denom: 'uscrt', amount: '5' }]
    const explicitSignerData = { accountNumber: 7, sequence: 2, chainId: CHAIN_ID }
    const bytes = await client.tx.signTx([new MsgSend({ from_address: address, to_address: BOB, amount })], {
      explicitSignerData,
      gasLimit: 50_000,
      memo: '',
    })
    const hash = txHash(bytes)
    const [signature = new Uint8Array()] = decodeTxRaw(bytes).signatures
    const message = {
      '@type': '/cosmos.bank.v1beta1.MsgSend',
      from_address: address,
      to_address: BOB,
      amount,
    }
    const tx = {
      body: { messages: [message], memo: '' },
      auth_info: {},
      signatures: [base64.encode(signature)],
    }
    const answer = { txhash: hash, height: '9', code: 0, data: '', events: [] }
    wallet.lcd.set(`${TXS}/${hash}`, { tx, tx_response: answer })
    await wallet.side.activity.resume()
    expect(await only(wallet)).toMatchObject({ status: 'confirmed', hash })
  })
})

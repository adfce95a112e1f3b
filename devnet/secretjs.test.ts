import {
  fromUtf8,
  MsgExecuteContract,
  type MsgExecuteContractParams,
  MsgExecuteContractResponse,
  MsgInstantiateContractResponse,
  SecretNetworkClient,
  type TxOptions,
  type TxResponse,
  Wallet,
} from 'secretjs'
import { AminoWallet } from 'secretjs/dist/wallet_amino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Devnet, startDevnet } from './index'

// A stranger's client against devnet: nothing of ours below this line but startDevnet.

const QUICK: TxOptions = { broadcastCheckIntervalMs: 30, gasLimit: 150_000, gasPriceInFeeDenom: 0.1 }

let devnet: Devnet
beforeAll(async () => {
  devnet = await startDevnet({ blockMs: 40 })
})
afterAll(() => devnet.stop())

type WalletKind = typeof Wallet | typeof AminoWallet

function connect(name: string, Kind: WalletKind = Wallet): SecretNetworkClient {
  const account = devnet.accounts.find((known) => known.name === name)
  const wallet = new Kind(account?.mnemonic)
  return new SecretNetworkClient({
    url: devnet.lcdUrl,
    chainId: devnet.chainId,
    wallet,
    walletAddress: wallet.address,
  })
}

function onToken<T extends object>(client: SecretNetworkClient, msg: T): MsgExecuteContractParams<T> {
  const { address, codeHash } = devnet.contracts.sscrt
  return { sender: client.address, contract_address: address, code_hash: codeHash, msg }
}

function execute(client: SecretNetworkClient, msg: object, options: TxOptions = QUICK): Promise<TxResponse> {
  return client.tx.compute.executeContract(onToken(client, msg), options)
}

function answerOf(tx: TxResponse, index = 0): unknown {
  expect(tx.rawLog).toBe('')
  const { data } = MsgExecuteContractResponse.decode(tx.data[index] ?? new Uint8Array())
  const text = fromUtf8(data)
  expect(text.length % 256).toBe(0)
  return JSON.parse(text)
}

function query<T>(client: SecretNetworkClient, query: object): Promise<T> {
  const { address, codeHash } = devnet.contracts.sscrt
  return client.query.compute.queryContract({ contract_address: address, code_hash: codeHash, query })
}

async function scrtOf(client: SecretNetworkClient): Promise<bigint> {
  const { balance } = await client.query.bank.balance({ address: client.address, denom: 'uscrt' })
  return BigInt(balance?.amount ?? '0')
}

describe.each([
  ['direct', Wallet, 'c'],
  ['amino', AminoWallet, 'd'],
] as const)('secretjs, %s signing', (_, Kind, name) => {
  let client: SecretNetworkClient
  beforeAll(() => {
    client = connect(name, Kind)
  })

  it('signs as it should', () => {
    expect('signDirect' in new Kind()).toBe(Kind === Wallet)
  })

  it('reads the public balance and the token', async () => {
    expect(await scrtOf(client)).toBe(10n ** 18n)
    expect(await query(client, { token_info: {} })).toEqual({
      token_info: {
        name: 'Secret SCRT',
        symbol: 'SSCRT',
        decimals: 6,
        total_supply: expect.stringMatching(/^\d+$/),
      },
    })
  })

  it('wraps, and pays the fee it signed', async () => {
    const tx = await client.tx.compute.executeContract(
      { ...onToken(client, { deposit: {} }), sent_funds: [{ denom: 'uscrt', amount: '5000000' }] },
      QUICK,
    )
    expect(answerOf(tx)).toEqual({ deposit: { status: 'success' } })
    expect(await scrtOf(client)).toBe(10n ** 18n - 5_000_000n - 15_000n)
  })

  it('creates a viewing key and reads the balance by it', async () => {
    const tx = await execute(client, { create_viewing_key: { entropy: 'abc' } })
    const answer = answerOf(tx) as { create_viewing_key: { key: string } }
    const { key } = answer.create_viewing_key
    expect(key).toMatch(/^api_key_[A-Za-z0-9+/]{43}=$/)
    const balance = { balance: { address: client.address, key } }
    expect(await query(client, balance)).toEqual({ balance: { amount: '5000000' } })
  })

  it('sets a viewing key, and a wrong one is told apart', async () => {
    await client.tx.snip20.setViewingKey(onToken(client, { set_viewing_key: { key: 'mine' } }), QUICK)
    const contract = { address: devnet.contracts.sscrt.address, code_hash: devnet.contracts.sscrt.codeHash }
    const { address } = client
    expect(await client.query.snip20.getBalance({ contract, address, auth: { key: 'mine' } })).toEqual({
      balance: { amount: '5000000' },
    })
    expect(await client.query.snip20.getBalance({ contract, address, auth: { key: 'other' } })).toEqual({
      viewing_key_error: { msg: 'Wrong viewing key for this address or viewing key not set' },
    })
  })

  it('transfers, and both sides see it in their history', async () => {
    const b = connect('b')
    await b.tx.snip20.setViewingKey(onToken(b, { set_viewing_key: { key: 'b' } }), QUICK)
    const transfer = { transfer: { recipient: b.address, amount: '1200000', memo: 'lunch' } }
    const tx = await client.tx.snip20.transfer(onToken(client, transfer), QUICK)
    expect(answerOf(tx)).toEqual({ transfer: { status: 'success' } })
    const entry = {
      id: expect.any(Number),
      action: { transfer: { from: client.address, sender: client.address, recipient: b.address } },
      coins: { denom: 'SSCRT', amount: '1200000' },
      memo: 'lunch',
      block_time: expect.any(Number),
      block_height: tx.height,
    }
    const mine = await query<{ transaction_history: { txs: unknown[] } }>(client, {
      transaction_history: { address: client.address, key: 'mine', page_size: 10 },
    })
    expect(mine.transaction_history.txs).toEqual([
      entry,
      expect.objectContaining({ action: { deposit: {} }, coins: { denom: 'uscrt', amount: '5000000' } }),
    ])
    const theirs = await query<{ transaction_history: { txs: unknown[] } }>(b, {
      transaction_history: { address: b.address, key: 'b', page_size: 1 },
    })
    expect(theirs.transaction_history.txs).toEqual([entry])
    const flat = await query(client, {
      transfer_history: { address: client.address, key: 'mine', page_size: 5 },
    })
    expect(flat).toMatchObject({
      transfer_history: { txs: [{ from: client.address, receiver: b.address }], total: 1 },
    })
  })

  it('reads why a transfer failed', async () => {
    const tx = await execute(client, {
      transfer: { recipient: devnet.accounts[1]?.address, amount: '999999999' },
    })
    expect(tx).toMatchObject({ code: 3, codespace: 'compute' })
    expect(tx.rawLog).toBe(
      'failed to execute message; message index: 0: ' +
        '{"generic_err":{"msg":"insufficient funds: balance=3800000, required=999999999"}}: execute contract failed',
    )
    expect(tx.jsonLog).toEqual({
      generic_err: { msg: 'insufficient funds: balance=3800000, required=999999999' },
    })
    const stranger = await connect('a').query.getTx(tx.transactionHash)
    expect(stranger?.rawLog).toMatch(
      /^failed to execute message; message index: 0: encrypted: [\w+/=]+: execute contract failed$/,
    )
  })

  it('redeems into public coins', async () => {
    const before = await scrtOf(client)
    const tx = await execute(client, { redeem: { amount: '800000', denom: 'uscrt' } })
    expect(answerOf(tx)).toEqual({ redeem: { status: 'success' } })
    expect(await scrtOf(client)).toBe(before + 800_000n - 15_000n)
  })

  it('signs a permit and reads by it', async () => {
    const token = devnet.contracts.sscrt.address
    const sign = (permissions: ('balance' | 'history')[]) =>
      client.utils.accessControl.permit.sign(
        client.address,
        devnet.chainId,
        'test',
        [token],
        permissions,
        false,
      )
    const permit = await sign(['balance'])
    expect(await query(client, { with_permit: { permit, query: { balance: {} } } })).toEqual({
      balance: { amount: '3000000' },
    })
    const refused = { with_permit: { permit: await sign(['history']), query: { balance: {} } } }
    expect(await query(client, refused)).toBe(
      '{"generic_err":{"msg":"No permission to query balance, got permissions [History]"}}',
    )
    const forged = { ...permit, params: { ...permit.params, permissions: ['owner'] } }
    expect(await query(client, { with_permit: { permit: forged, query: { balance: {} } } })).toContain(
      'Failed to verify signatures for the given permit: IncorrectSignature',
    )
    await execute(client, { revoke_permit: { permit_name: 'test' } })
    expect(await query(client, { with_permit: { permit, query: { balance: {} } } })).toContain(
      `Permit \\"test\\" was revoked by account \\"${client.address}\\"`,
    )
  })

  it('sends public coins', async () => {
    const [to] = [devnet.accounts[0]?.address ?? '']
    const message = {
      from_address: client.address,
      to_address: to,
      amount: [{ denom: 'uscrt', amount: '7' }],
    }
    const tx = await client.tx.bank.send(message, { ...QUICK, gasLimit: 25_000 })
    expect(tx).toMatchObject({ code: 0, rawLog: '' })
    expect(tx.arrayLog).toContainEqual({ msg: 0, type: 'transfer', key: 'recipient', value: to })
    const many = await client.tx.bank.multiSend(
      {
        inputs: [{ address: client.address, coins: [{ denom: 'uscrt', amount: '9' }] }],
        outputs: [
          { address: to, coins: [{ denom: 'uscrt', amount: '4' }] },
          { address: client.address, coins: [{ denom: 'uscrt', amount: '5' }] },
        ],
      },
      QUICK,
    )
    expect(many.code).toBe(0)
  })

  it('runs several messages in one transaction, each with its own answer', async () => {
    const key = (name: string) => new MsgExecuteContract(onToken(client, { set_viewing_key: { key: name } }))
    const tx = await client.tx.broadcast([key('one'), key('two')], QUICK)
    expect(answerOf(tx, 0)).toEqual({ set_viewing_key: { status: 'success' } })
    expect(answerOf(tx, 1)).toEqual({ set_viewing_key: { status: 'success' } })
  })

  it('instantiates a contract of its own', async () => {
    const init = {
      name: 'Test token',
      symbol: 'TEST',
      decimals: 0,
      prng_seed: 'c2VlZA==',
      initial_balances: [{ address: client.address, amount: '10' }],
    }
    const tx = await client.tx.compute.instantiateContract(
      {
        sender: client.address,
        code_id: 1,
        code_hash: devnet.contracts.sscrt.codeHash,
        label: `token of ${name}`,
        init_msg: init,
        admin: client.address,
      },
      QUICK,
    )
    expect(tx.rawLog).toBe('')
    const { address } = MsgInstantiateContractResponse.decode(tx.data[0] ?? new Uint8Array())
    const { contract_info: info } = await client.query.compute.contractInfo({ contract_address: address })
    expect(info).toMatchObject({ code_id: '1', creator: client.address, label: `token of ${name}` })
    const { contract_address: found } = await client.query.compute.addressByLabel({
      label: `token of ${name}`,
    })
    expect(found).toBe(address)
    const { entries } = await client.query.compute.contractHistory({ contract_address: address })
    expect(JSON.parse(entries[0]?.msg ?? '')).toEqual(init)
  })

  it('finds its transactions and reads its own inputs back', async () => {
    const txs = await client.query.txsQuery(`message.sender='${client.address}' AND message.module='compute'`)
    expect(txs.length).toBeGreaterThan(5)
    const [first] = txs
    expect(first?.tx.body?.messages?.[0]).toMatchObject({
      '@type': '/secret.compute.v1beta1.MsgExecuteContract',
      sender: client.address,
      contract: devnet.contracts.sscrt.address,
      msg: { deposit: {} },
    })
    const again = await client.query.getTx(first?.transactionHash ?? '')
    expect(again).toMatchObject({ transactionHash: first?.transactionHash, height: first?.height })
    const byContract = await client.query.txsQuery(
      `wasm.contract_address='${devnet.contracts.sscrt.address}' AND tx.height>=${first?.height}`,
    )
    expect(byContract.length).toBeGreaterThan(0)
    const received = await client.query.txsQuery(`transfer.recipient='${devnet.accounts[0]?.address}'`)
    expect(received.length).toBeGreaterThan(0)
    expect(await client.query.getTx('00'.repeat(32))).toBeNull()
  })

  it('simulates bank messages and is refused for compute messages', async () => {
    const message = {
      from_address: client.address,
      to_address: client.address,
      amount: [{ denom: 'uscrt', amount: '1' }],
    }
    const { gas_info: gas } = await client.tx.bank.send.simulate(message)
    expect(Number(gas?.gas_used)).toBeGreaterThan(5_000)
    await expect(
      client.tx.compute.executeContract.simulate(onToken(client, { deposit: {} })),
    ).rejects.toMatchObject({
      code: 2,
      message: expect.stringContaining('failed to verify transaction signature'),
    })
  })
})

describe('secretjs with other contracts', () => {
  it('sends tokens to a contract, which logs in the open and sealed', async () => {
    const a = connect('a')
    const { address, codeHash } = devnet.contracts.receiver
    const send = (msg: object) =>
      execute(a, {
        send: {
          recipient: address,
          recipient_code_hash: codeHash,
          amount: '25',
          msg: btoa(JSON.stringify(msg)),
        },
      })
    const tx = await send({})
    expect(answerOf(tx)).toEqual({ send: { status: 'success' } })
    expect(tx.arrayLog).toContainEqual({ msg: 0, type: 'wasm', key: 'received', value: '25' })
    expect(tx.arrayLog).toContainEqual({ msg: 0, type: 'wasm', key: 'from', value: a.address })
    const stranger = await connect('b').query.getTx(tx.transactionHash)
    expect(stranger?.arrayLog).toContainEqual({ msg: 0, type: 'wasm', key: 'received', value: '25' })
    expect(JSON.stringify(stranger?.events)).not.toContain('"key":"from"')
    const received = () =>
      a.query.compute.queryContract({
        contract_address: address,
        code_hash: codeHash,
        query: { received: {} },
      })
    expect(await received()).toMatchObject({ received: { count: 1, last: { amount: '25' } } })

    const failed = await send({ fail: 'not today' })
    expect(failed.rawLog).toBe(
      'failed to execute message; message index: 0: dispatch: submessages: ' +
        '{"generic_err":{"msg":"not today"}}: execute contract failed',
    )
    expect(await received()).toMatchObject({ received: { count: 1 } })
  })
})

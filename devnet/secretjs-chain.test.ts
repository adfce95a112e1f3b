import { MsgExecuteContract, MsgInstantiateContractResponse, Wallet } from 'secretjs'
import { AminoWallet } from 'secretjs/dist/wallet_amino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Devnet, startDevnet } from './start-devnet'
import { answerOf, QUICK, Stranger } from './stranger.fake'

// A stranger's client against devnet: nothing of ours but startDevnet.

let devnet: Devnet
beforeAll(async () => {
  devnet = await startDevnet({ blockMs: 40 })
})
afterAll(() => devnet.stop())

describe.each([
  ['direct', Wallet, 'c'],
  ['amino', AminoWallet, 'd'],
] as const)('secretjs, %s signing', (_, Kind, name) => {
  let me: Stranger
  beforeAll(async () => {
    me = new Stranger(devnet, name, Kind)
    await me.execute({ set_viewing_key: { key: 'first' } })
  })

  it('sends public coins', async () => {
    const [to] = [devnet.accounts[0]?.address ?? '']
    const message = {
      from_address: me.address,
      to_address: to,
      amount: [{ denom: 'uscrt', amount: '7' }],
    }
    const tx = await me.client.tx.bank.send(message, { ...QUICK, gasLimit: 25_000 })
    expect(tx).toMatchObject({ code: 0, rawLog: '' })
    expect(tx.arrayLog).toContainEqual({ msg: 0, type: 'transfer', key: 'recipient', value: to })
    const many = await me.client.tx.bank.multiSend(
      {
        inputs: [{ address: me.address, coins: [{ denom: 'uscrt', amount: '9' }] }],
        outputs: [
          { address: to, coins: [{ denom: 'uscrt', amount: '4' }] },
          { address: me.address, coins: [{ denom: 'uscrt', amount: '5' }] },
        ],
      },
      QUICK,
    )
    expect(many.code).toBe(0)
  })

  it('runs several messages in one transaction, each with its own answer', async () => {
    const key = (name: string) => new MsgExecuteContract(me.onToken({ set_viewing_key: { key: name } }))
    const tx = await me.client.tx.broadcast([key('one'), key('two')], QUICK)
    expect(answerOf(tx, 0)).toEqual({ set_viewing_key: { status: 'success' } })
    expect(answerOf(tx, 1)).toEqual({ set_viewing_key: { status: 'success' } })
  })

  it('instantiates a contract of its own', async () => {
    const init = {
      name: 'Test token',
      symbol: 'TEST',
      decimals: 0,
      prng_seed: 'c2VlZA==',
      initial_balances: [{ address: me.address, amount: '10' }],
    }
    const tx = await me.client.tx.compute.instantiateContract(
      {
        sender: me.address,
        code_id: 1,
        code_hash: devnet.contracts.sscrt.codeHash,
        label: `token of ${name}`,
        init_msg: init,
        admin: me.address,
      },
      QUICK,
    )
    expect(tx.rawLog).toBe('')
    const { address } = MsgInstantiateContractResponse.decode(tx.data[0] ?? new Uint8Array())
    const { contract_info: info } = await me.client.query.compute.contractInfo({ contract_address: address })
    expect(info).toMatchObject({ code_id: '1', creator: me.address, label: `token of ${name}` })
    const { contract_address: found } = await me.client.query.compute.addressByLabel({
      label: `token of ${name}`,
    })
    expect(found).toBe(address)
    const { entries } = await me.client.query.compute.contractHistory({ contract_address: address })
    expect(JSON.parse(entries[0]?.msg ?? '')).toEqual(init)
  })

  it('finds its transactions and reads its own inputs back', async () => {
    const txs = await me.client.query.txsQuery(`message.sender='${me.address}' AND message.module='compute'`)
    expect(txs.length).toBe(3)
    const [first] = txs
    expect(first?.tx.body?.messages?.[0]).toMatchObject({
      '@type': '/secret.compute.v1beta1.MsgExecuteContract',
      sender: me.address,
      contract: devnet.contracts.sscrt.address,
      msg: { set_viewing_key: { key: 'first' } },
    })
    const again = await me.client.query.getTx(first?.transactionHash ?? '')
    expect(again).toMatchObject({ transactionHash: first?.transactionHash, height: first?.height })
    const byContract = await me.client.query.txsQuery(
      `wasm.contract_address='${devnet.contracts.sscrt.address}' AND tx.height>=${first?.height}`,
    )
    expect(byContract.length).toBeGreaterThan(0)
    const received = await me.client.query.txsQuery(`transfer.recipient='${devnet.accounts[0]?.address}'`)
    expect(received.length).toBeGreaterThan(0)
    expect(await me.client.query.getTx('00'.repeat(32))).toBeNull()
  })

  it('learns who signs blocks', async () => {
    const { tendermint, staking } = me.client.query
    const { validators = [] } = await tendermint.getLatestValidatorSet({})
    const bonded = await staking.validators({ status: 'BOND_STATUS_BONDED' })
    const keys = (bonded.validators ?? []).map(({ consensus_pubkey: key }) => key)
    expect(validators.map(({ pub_key: key }) => key)).toEqual(expect.arrayContaining(keys))
    expect(validators).toHaveLength(3)
    expect(await tendermint.getValidatorSetByHeight({ height: '2' })).toMatchObject({ block_height: '2' })
  })

  it('simulates bank messages and is refused for compute messages', async () => {
    const message = {
      from_address: me.address,
      to_address: me.address,
      amount: [{ denom: 'uscrt', amount: '1' }],
    }
    const { gas_info: gas } = await me.client.tx.bank.send.simulate(message)
    expect(Number(gas?.gas_used)).toBeGreaterThan(5_000)
    await expect(
      me.client.tx.compute.executeContract.simulate(me.onToken({ deposit: {} })),
    ).rejects.toMatchObject({
      code: 2,
      message: expect.stringContaining('failed to verify transaction signature'),
    })
  })
})

describe('secretjs with other contracts', () => {
  it('sends tokens to a contract, which logs in the open and sealed', async () => {
    const a = new Stranger(devnet, 'a')
    const { address, codeHash } = devnet.contracts.receiver
    const send = (msg: object) =>
      a.execute({
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
    const stranger = await new Stranger(devnet, 'b').client.query.getTx(tx.transactionHash)
    expect(stranger?.arrayLog).toContainEqual({ msg: 0, type: 'wasm', key: 'received', value: '25' })
    expect(JSON.stringify(stranger?.events)).not.toContain('"key":"from"')
    const received = () =>
      a.client.query.compute.queryContract({
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

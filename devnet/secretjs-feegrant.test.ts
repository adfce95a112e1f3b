import { MsgGrantAllowance, type TxResponse, Wallet } from 'secretjs'
import { AminoWallet } from 'secretjs/dist/wallet_amino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Devnet, startDevnet } from './start-devnet'
import { QUICK, Stranger } from './stranger.fake'

// Fees that another account pays, as a stranger's client grants, uses and reads them.

let devnet: Devnet
beforeAll(async () => {
  devnet = await startDevnet({ blockMs: 25 })
})
afterAll(() => devnet.stop())

const SEND = '/cosmos.bank.v1beta1.MsgSend'
const NEXT_YEAR = String(Math.floor(Date.now() / 1000) + 31_536_000)
const uscrt = (amount: number) => [{ denom: 'uscrt', amount: String(amount) }]

function feeUsed({ events }: TxResponse): string[] {
  return events.flatMap(({ type = '' }) => (type.endsWith('feegrant') ? type : []))
}

describe.each([
  ['direct', Wallet, 'a', 'c'],
  ['amino', AminoWallet, 'b', 'd'],
] as const)('secretjs with fee grants, %s signing', (_, Kind, giver, taker) => {
  let granter: Stranger
  let grantee: Stranger
  beforeAll(() => {
    granter = new Stranger(devnet, giver, Kind)
    grantee = new Stranger(devnet, taker, Kind)
  })

  const pair = () => ({ granter: granter.address, grantee: grantee.address })
  const send = (feeGranter: string) =>
    grantee.client.tx.bank.send(
      { from_address: grantee.address, to_address: granter.address, amount: uscrt(1) },
      { ...QUICK, gasLimit: 50_000, feeGranter },
    )
  const revoke = () => granter.client.tx.feegrant.revokeAllowance(pair(), QUICK)

  it('grants, spends and revokes a basic allowance', async () => {
    const allowance = { spend_limit: uscrt(20_000) }
    const granted = await granter.client.tx.feegrant.grantAllowance({ ...pair(), allowance }, QUICK)
    expect(granted).toMatchObject({ code: 0, rawLog: '' })
    const before = await granter.scrt()
    const tx = await send(granter.address)
    expect(feeUsed(tx)).toEqual(['use_feegrant', 'update_feegrant'])
    expect(await granter.scrt()).toBe(before - 5_000n + 1n)
    expect(await granter.client.query.feegrant.allowance(pair())).toEqual({
      allowance: {
        ...pair(),
        allowance: {
          '@type': '/cosmos.feegrant.v1beta1.BasicAllowance',
          spend_limit: uscrt(15_000),
          expiration: null,
        },
      },
    })
    expect(await revoke()).toMatchObject({ code: 0 })
    await expect(send(granter.address)).rejects.toThrow('fee-grant not found: not found')
  })

  it('restricts an allowance to some messages', async () => {
    const allowance = { allowance: { spend_limit: uscrt(9_000_000) }, allowed_messages: [SEND] }
    await granter.client.tx.feegrant.grantAllowance({ ...pair(), allowance }, QUICK)
    expect(await send(granter.address)).toMatchObject({ code: 0 })
    const { allowances } = await grantee.client.query.feegrant.allowances({ grantee: grantee.address })
    expect(allowances).toMatchObject([{ ...pair(), allowance: { allowed_messages: [SEND] } }])
    const issued = await grantee.client.query.feegrant.allowancesByGranter({ granter: granter.address })
    expect(issued).toEqual({ allowances, pagination: { next_key: null, total: '1' } })
    const multiSend = grantee.client.tx.bank.multiSend(
      {
        inputs: [{ address: grantee.address, coins: uscrt(1) }],
        outputs: [{ address: granter.address, coins: uscrt(1) }],
      },
      { ...QUICK, feeGranter: granter.address },
    )
    await expect(multiSend).rejects.toThrow('message not allowed')
    expect(await revoke()).toMatchObject({ code: 0 })
  })

  it('prunes what has ended', async () => {
    const pruned = await granter.client.tx.feegrant.pruneAllowances({ pruner: granter.address }, QUICK)
    expect(pruned.arrayLog).toContainEqual({
      msg: 0,
      type: 'prune_feegrant',
      key: 'pruner',
      value: granter.address,
    })
  })
})

describe('secretjs with times in a fee grant', () => {
  const periodic = {
    basic: { spend_limit: uscrt(100_000), expiration: { seconds: NEXT_YEAR, nanos: 0 } },
    period: { seconds: '3600', nanos: 0 },
    period_spend_limit: uscrt(10_000),
    period_can_spend: uscrt(10_000),
    period_reset: { seconds: NEXT_YEAR, nanos: 0 },
  }
  const message = (me: Stranger) =>
    new MsgGrantAllowance({
      granter: me.address,
      grantee: devnet.accounts[3]?.address ?? '',
      allowance: periodic,
    })

  it('grants a periodic allowance when it signs directly', async () => {
    const me = new Stranger(devnet, 'a')
    const grantee = new Stranger(devnet, 'b').address
    const params = { granter: me.address, grantee, allowance: periodic }
    expect(await me.client.tx.feegrant.grantAllowance(params, QUICK)).toMatchObject({ code: 0 })
    const { allowance } = await me.client.query.feegrant.allowance({ granter: me.address, grantee })
    expect(allowance?.allowance).toMatchObject({
      '@type': '/cosmos.feegrant.v1beta1.PeriodicAllowance',
      basic: { spend_limit: uscrt(100_000), expiration: expect.stringMatching(/^\d{4}-.*Z$/) },
      period: '3600s',
      period_spend_limit: uscrt(10_000),
      period_can_spend: uscrt(10_000),
    })
  })

  it('is refused in amino, where it writes objects and the chain writes text', async () => {
    const me = new Stranger(devnet, 'c', AminoWallet)
    await expect(me.client.tx.broadcast([message(me)], QUICK)).rejects.toThrow(
      'signature verification failed',
    )
  })
})

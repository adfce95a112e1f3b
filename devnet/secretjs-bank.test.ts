import {
  MsgCreatePeriodicVestingAccount,
  MsgCreatePermanentLockedAccount,
  type MsgCreateVestingAccountParams,
  Wallet,
} from 'secretjs'
import { AminoWallet } from 'secretjs/dist/wallet_amino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Devnet, startDevnet } from './start-devnet'
import { QUICK, Stranger } from './stranger.fake'

// A stranger's client against the accounts and the coins of devnet.

const GOV = 'secret10d07y265gmmuvt4z0w9aw880jnsr700jc88vt0'
const AMOUNT = [{ denom: 'uscrt', amount: '1000' }]
const YEAR_2100 = '4102444800'

let devnet: Devnet
beforeAll(async () => {
  devnet = await startDevnet({ blockMs: 30 })
})
afterAll(() => devnet.stop())

function newcomer(): string {
  return new Wallet().address
}

describe.each([
  ['direct', Wallet, 'c'],
  ['amino', AminoWallet, 'd'],
] as const)('secretjs, %s signing', (_, Kind, name) => {
  let me: Stranger
  beforeAll(() => {
    me = new Stranger(devnet, name, Kind)
  })

  it('sends to one and to many, but to no module', async () => {
    const to = newcomer()
    const send = (to_address: string) =>
      me.client.tx.bank.send({ from_address: me.address, to_address, amount: AMOUNT }, QUICK)
    expect(await send(to)).toMatchObject({ code: 0 })
    const inputs = [{ address: me.address, coins: [{ denom: 'uscrt', amount: '2000' }] }]
    const outputs = [
      { address: to, coins: AMOUNT },
      { address: me.address, coins: AMOUNT },
    ]
    expect(await me.client.tx.bank.multiSend({ inputs, outputs }, QUICK)).toMatchObject({ code: 0 })
    const { balances } = await me.client.query.bank.allBalances({ address: to })
    expect(balances).toEqual([{ denom: 'uscrt', amount: '2000' }])
    expect(await send(GOV)).toMatchObject({
      code: 4,
      rawLog: expect.stringContaining(`${GOV} is not allowed to receive funds: unauthorized`),
    })
  })

  it('is told that only governance says which coins may be sent', async () => {
    const tx = await me.client.tx.bank.setSendEnabled(
      {
        authority: me.address,
        send_enabled: [{ denom: 'uscrt', enabled: true }],
        use_default_for: ['uatom'],
      },
      QUICK,
    )
    expect(tx).toMatchObject({
      code: 13,
      rawLog: expect.stringContaining(`invalid authority; expected ${GOV}, got ${me.address}`),
    })
  })
})

describe('secretjs and vesting accounts', () => {
  const parties = (me: Stranger) => ({ from_address: me.address, to_address: newcomer(), amount: AMOUNT })

  it('makes them when it signs directly', async () => {
    const me = new Stranger(devnet, 'a')
    const { bank, auth } = me.client.query
    const delayed = { ...parties(me), end_time: YEAR_2100, delayed: true }
    const tx = await me.client.tx.vesting.createVestingAccount(delayed, QUICK)
    expect(tx).toMatchObject({ code: 0, rawLog: '' })
    const { account } = await auth.account({ address: delayed.to_address })
    expect(account).toMatchObject({
      '@type': '/cosmos.vesting.v1beta1.DelayedVestingAccount',
      base_vesting_account: { original_vesting: AMOUNT, end_time: YEAR_2100 },
    })
    const { info } = await auth.accountInfo({ address: delayed.to_address })
    expect(info).toMatchObject({ address: delayed.to_address, sequence: '0' })
    const { balances } = await bank.spendableBalances({ address: delayed.to_address })
    expect(balances).toEqual([{ denom: 'uscrt', amount: '0' }])
    const { balance } = await bank.spendableBalanceByDenom({ address: delayed.to_address, denom: 'uscrt' })
    expect(balance).toEqual({ denom: 'uscrt', amount: '0' })
    const again = await me.client.tx.vesting.createVestingAccount(delayed, QUICK)
    expect(again.rawLog).toContain(`account ${delayed.to_address} already exists: invalid request`)
  })

  it('makes the others too, and tells their shapes apart', async () => {
    const me = new Stranger(devnet, 'a')
    const locked = parties(me)
    const periodic = parties(me)
    const periods = [{ length: '60', amount: AMOUNT }]
    const tx = await me.client.tx.broadcast(
      [
        // Its types ask for members that this message does not have.
        new MsgCreatePermanentLockedAccount(locked as MsgCreateVestingAccountParams),
        new MsgCreatePeriodicVestingAccount({ ...periodic, start_time: YEAR_2100, vesting_periods: periods }),
      ],
      QUICK,
    )
    expect(tx).toMatchObject({ code: 0, rawLog: '' })
    const read = async (address: string) => (await me.client.query.auth.account({ address })).account
    expect(await read(locked.to_address)).toMatchObject({
      '@type': '/cosmos.vesting.v1beta1.PermanentLockedAccount',
      base_vesting_account: { original_vesting: AMOUNT, end_time: '0' },
    })
    expect(await read(periodic.to_address)).toMatchObject({
      '@type': '/cosmos.vesting.v1beta1.PeriodicVestingAccount',
      start_time: YEAR_2100,
      vesting_periods: periods,
    })
  })

  it('cannot when it signs amino, which it was never taught', async () => {
    const me = new Stranger(devnet, 'b', AminoWallet)
    const message = { ...parties(me), end_time: YEAR_2100, delayed: false }
    await expect(me.client.tx.vesting.createVestingAccount(message, QUICK)).rejects.toThrow(
      'MsgCreateVestingAccount not implemented',
    )
  })
})

describe('secretjs asking', () => {
  let me: Stranger
  beforeAll(() => {
    me = new Stranger(devnet, 'a')
  })

  it('learns of accounts', async () => {
    const { auth } = me.client.query
    const { accounts, pagination } = await auth.accounts({ pagination: { limit: '3' } })
    expect(accounts).toHaveLength(3)
    expect(pagination?.next_key).toEqual(expect.any(String))
    expect(await auth.params({})).toMatchObject({ params: { max_memo_characters: '256' } })
    const modules = await auth.moduleAccounts({})
    expect(modules.accounts).toHaveLength(11)
    const { account } = await auth.moduleAccountByName({ name: 'transfer' })
    expect(account).toMatchObject({ name: 'transfer', permissions: ['burner', 'minter'] })
    expect(await auth.bech32Prefix({})).toEqual({ bech32_prefix: 'secret' })
    const bytes = Buffer.alloc(20).toString('base64')
    expect(await auth.addressBytesToString({ address_bytes: bytes as never })).toEqual({
      address_string: 'secret1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq3x5k6p',
    })
    expect(await auth.accountAddressByID({ id: '0', account_id: '0' })).toEqual({
      account_address: me.address,
    })
  })

  it('is refused where its path is one that the node reads as another', async () => {
    const { auth } = me.client.query
    await expect(auth.addressStringToBytes({ address_string: me.address })).rejects.toMatchObject({
      message: expect.stringContaining('type mismatch, parameter: address_bytes, error: illegal base64 data'),
    })
    await expect(auth.accountAddressByID({ id: '3' })).rejects.toMatchObject({
      message: expect.stringContaining("requesting with id isn't supported"),
    })
  })

  it('learns of coins', async () => {
    const { bank } = me.client.query
    const { supply } = await bank.totalSupply({})
    expect(supply?.map(({ denom }) => denom)).toEqual(['uscrt'])
    const { amount } = await bank.supplyOf({ denom: 'uscrt' })
    // A block in between makes new coins.
    expect(BigInt(amount?.amount ?? '0')).toBeGreaterThanOrEqual(BigInt(supply?.[0]?.amount ?? '1'))
    expect(await bank.params({})).toEqual({ params: { send_enabled: [], default_send_enabled: true } })
    expect(await bank.sendEnabled({ denoms: ['uscrt'] })).toMatchObject({ send_enabled: [] })
    const { metadata } = await bank.denomMetadata({ denom: 'uscrt' })
    expect(metadata).toMatchObject({ base: 'uscrt', symbol: 'SCRT' })
    expect(await bank.denomMetadataByQueryString({ denom: 'uscrt' })).toEqual({ metadata })
    expect((await bank.denomsMetadata({})).metadatas).toEqual([metadata])
    const owners = await bank.denomOwners({ denom: 'uscrt' })
    expect(owners.denom_owners?.map(({ address }) => address)).toContain(me.address)
    const byQuery = await bank.denomOwnersByQuery({ denom: 'uscrt' })
    expect(byQuery.denom_owners).toHaveLength(owners.denom_owners?.length ?? 0)
    const { balance } = await bank.balance({ address: me.address, denom: 'ibc/AB' })
    expect(balance).toEqual({ denom: 'ibc/AB', amount: '0' })
  })
})

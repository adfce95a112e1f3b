import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anyMessage } from '../codec/any-message'
import { MsgCreatePeriodicVestingAccountSchema, MsgCreateVestingAccountSchema } from '../codec/gen/vesting_pb'
import { NodeView } from '../faults/node-view'
import { coinToProto } from '../modules/coins'
import { FEE_COLLECTOR, GOV } from '../modules/module-address'
import { startTestChain, TestWallet } from '../wallet.fake'
import { createLcdServer } from './lcd-server'

const chain = startTestChain()
const wallet = new TestWallet(chain)
const continuous = new TestWallet(chain, new Uint8Array(32).fill(7)).address
const periodic = new TestWallet(chain, new Uint8Array(32).fill(8)).address
const server = createLcdServer(new NodeView(chain))
const held = [{ denom: 'uscrt', amount: '70' }]

beforeAll(() => {
  const amount = [coinToProto({ denom: 'uscrt', amount: 70n })]
  const fromAddress = wallet.address
  wallet.run([
    anyMessage(MsgCreateVestingAccountSchema, {
      fromAddress,
      toAddress: continuous,
      amount,
      endTime: 2_000_000_000n,
    }),
    anyMessage(MsgCreatePeriodicVestingAccountSchema, {
      fromAddress,
      toAddress: periodic,
      startTime: 1_600_000_000n,
      vestingPeriods: [{ length: 9n ** 9n, amount }],
    }),
  ])
})
afterAll(() => server.close())

async function get(path: string): Promise<{ status: number; body: unknown }> {
  const { statusCode, body } = await server.inject(path)
  return { status: statusCode, body: JSON.parse(body) }
}

async function answer(path: string): Promise<unknown> {
  const { status, body } = await get(path)
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}

function base(address: string) {
  return { address, pub_key: null, account_number: expect.stringMatching(/^\d+$/), sequence: '0' }
}

describe('accounts', () => {
  it('that vest have shapes of their own', async () => {
    const vesting = (address: string) => ({
      base_account: base(address),
      original_vesting: held,
      delegated_free: [],
      delegated_vesting: [],
    })
    expect(await answer(`/cosmos/auth/v1beta1/accounts/${continuous}`)).toEqual({
      account: {
        '@type': '/cosmos.vesting.v1beta1.ContinuousVestingAccount',
        base_vesting_account: { ...vesting(continuous), end_time: '2000000000' },
        start_time: '1700000001',
      },
    })
    expect(await answer(`/cosmos/auth/v1beta1/accounts/${periodic}`)).toEqual({
      account: {
        '@type': '/cosmos.vesting.v1beta1.PeriodicVestingAccount',
        base_vesting_account: { ...vesting(periodic), end_time: String(1_600_000_000 + 9 ** 9) },
        start_time: '1600000000',
        vesting_periods: [{ length: String(9 ** 9), amount: held }],
      },
    })
    expect(await answer(`/cosmos/auth/v1beta1/account_info/${periodic}`)).toEqual({ info: base(periodic) })
  })

  it('of modules say what they may do', async () => {
    const { accounts } = (await answer('/cosmos/auth/v1beta1/module_accounts')) as { accounts: object[] }
    expect(accounts).toHaveLength(11)
    const gov = {
      '@type': '/cosmos.auth.v1beta1.ModuleAccount',
      base_account: base(GOV),
      name: 'gov',
      permissions: ['burner'],
    }
    expect(accounts).toContainEqual(gov)
    expect(await answer('/cosmos/auth/v1beta1/module_accounts/gov')).toEqual({ account: gov })
    expect(await get('/cosmos/auth/v1beta1/module_accounts/nobody')).toMatchObject({ status: 404 })
  })

  it('are listed in pages, and found by number', async () => {
    const first = (await answer('/cosmos/auth/v1beta1/accounts?pagination.limit=2')) as {
      accounts: object[]
      pagination: { next_key: string }
    }
    expect(first.accounts).toHaveLength(2)
    const key = encodeURIComponent(first.pagination.next_key)
    const rest = (await answer(`/cosmos/auth/v1beta1/accounts?pagination.key=${key}`)) as typeof first
    expect(rest.accounts.length).toBeGreaterThan(10)
    expect(await answer('/cosmos/auth/v1beta1/address_by_id/0?account_id=0')).toEqual({
      account_address: wallet.address,
    })
    expect(await get('/cosmos/auth/v1beta1/address_by_id/3')).toMatchObject({ status: 400 })
    expect(await get('/cosmos/auth/v1beta1/address_by_id/0?account_id=999')).toMatchObject({
      status: 404,
      body: { message: 'account address not found with account number 999' },
    })
  })

  it('are known by their bytes too', async () => {
    expect(await answer('/cosmos/auth/v1beta1/bech32')).toEqual({ bech32_prefix: 'secret' })
    const bytes = encodeURIComponent('8YKWdttXdoLpRPw0k9RRtn/z4p8=')
    expect(await answer(`/cosmos/auth/v1beta1/bech32/${bytes}`)).toEqual({ address_string: FEE_COLLECTOR })
    const long = 'A'.repeat(344)
    for (const path of [FEE_COLLECTOR, long, '']) {
      const { status } = await get(`/cosmos/auth/v1beta1/bech32/${path}`)
      expect(status).toBeGreaterThanOrEqual(400)
    }
  })
})

describe('bank', () => {
  it('tells what is locked from what is not', async () => {
    const path = `/cosmos/bank/v1beta1/spendable_balances/${periodic}`
    expect(await answer(path)).toMatchObject({ balances: [{ denom: 'uscrt', amount: '0' }] })
    expect(await answer(`${path}/by_denom?denom=uscrt`)).toEqual({ balance: { denom: 'uscrt', amount: '0' } })
    expect(await answer(`/cosmos/bank/v1beta1/balances/${periodic}`)).toMatchObject({ balances: held })
  })

  it.each([
    '/cosmos/bank/v1beta1/denom_owners/uscrt',
    '/cosmos/bank/v1beta1/denom_owners_by_query?denom=uscrt',
  ])('lists who holds a denom at %s', async (path) => {
    const { denom_owners: owners } = (await answer(path)) as { denom_owners: object[] }
    expect(owners).toContainEqual({ address: periodic, balance: held[0] })
  })

  it.each([
    '/cosmos/bank/v1beta1/denoms_metadata/uscrt',
    '/cosmos/bank/v1beta1/denoms_metadata_by_query_string?denom=uscrt',
  ])('describes a denom at %s', async (path) => {
    expect(await answer(path)).toMatchObject({ metadata: { base: 'uscrt', display: 'scrt', symbol: 'SCRT' } })
    const missing = await get(path.replace('uscrt', 'ibc/AB'))
    expect(missing).toMatchObject({ status: 404, body: { message: 'client metadata for denom ibc/AB' } })
  })

  it('knows no rules about sending at first', async () => {
    expect(await answer('/cosmos/bank/v1beta1/params')).toEqual({
      params: { send_enabled: [], default_send_enabled: true },
    })
    expect(await answer('/cosmos/bank/v1beta1/send_enabled?denoms=uscrt')).toEqual({
      send_enabled: [],
      pagination: null,
    })
  })
})

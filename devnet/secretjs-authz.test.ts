import {
  MsgExecuteContract,
  MsgGrantAuthorization,
  MsgSend,
  type SecretNetworkClient,
  StakeAuthorizationType,
  Wallet,
} from 'secretjs'
import { AminoWallet } from 'secretjs/dist/wallet_amino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Devnet, startDevnet } from './start-devnet'
import { QUICK, Stranger } from './stranger.fake'

// Messages sent for somebody else, as a stranger's client grants, sends and reads them.

let devnet: Devnet
beforeAll(async () => {
  devnet = await startDevnet({ blockMs: 25 })
})
afterAll(() => devnet.stop())

const NEXT_YEAR = Math.floor(Date.now() / 1000) + 31_536_000
const uscrt = (amount: number) => [{ denom: 'uscrt', amount: String(amount) }]

describe.each([
  ['direct', Wallet, 'a', 'c'],
  ['amino', AminoWallet, 'b', 'd'],
] as const)('secretjs with authorizations, %s signing', (_, Kind, giver, taker) => {
  let granter: Stranger
  let grantee: Stranger
  let query: SecretNetworkClient['query']
  beforeAll(() => {
    granter = new Stranger(devnet, giver, Kind)
    grantee = new Stranger(devnet, taker, Kind)
    query = granter.client.query
  })

  const pair = () => ({ granter: granter.address, grantee: grantee.address })
  const grant = (authorization: Parameters<typeof granter.client.tx.authz.grant>[0]['authorization']) =>
    granter.client.tx.authz.grant({ ...pair(), authorization, expiration: NEXT_YEAR }, QUICK)
  const sendForGranter = (amount: number) =>
    new MsgSend({ from_address: granter.address, to_address: grantee.address, amount: uscrt(amount) })
  const exec = (...msgs: (MsgSend | MsgExecuteContract<object>)[]) =>
    grantee.client.tx.authz.exec({ grantee: grantee.address, msgs }, QUICK)

  it('grants a limit, spends from it and revokes the rest', async () => {
    // Its proto form holds the allowed addresses and its amino form leaves them out, so none are given.
    const granted = await grant({ spend_limit: uscrt(100), allow_list: [] })
    expect(granted).toMatchObject({ code: 0, rawLog: '' })
    const tx = await exec(sendForGranter(30), sendForGranter(20))
    expect(tx).toMatchObject({ code: 0, rawLog: '' })
    expect(tx.arrayLog).toContainEqual({ msg: 0, type: 'transfer', key: 'authz_msg_index', value: '1' })
    const { grants } = await query.authz.grants({ ...pair(), msg_type_url: MsgGrantAuthorization.MsgSend })
    expect(grants).toEqual([
      {
        authorization: {
          '@type': '/cosmos.bank.v1beta1.SendAuthorization',
          spend_limit: uscrt(50),
          allow_list: [],
        },
        expiration: new Date(NEXT_YEAR * 1000).toISOString().replace('.000', ''),
      },
    ])
    const revoke = { ...pair(), msg: MsgGrantAuthorization.MsgSend }
    expect(await granter.client.tx.authz.revoke(revoke, QUICK)).toMatchObject({ code: 0 })
    expect(await exec(sendForGranter(1))).toMatchObject({
      code: 2,
      codespace: 'authz',
      rawLog: expect.stringContaining('authorization not found'),
    })
  })

  it('lists what was granted from both sides', async () => {
    await grant({ msg: MsgGrantAuthorization.MsgSend })
    await grant({ msg: MsgGrantAuthorization.MsgMultiSend })
    const generic = '/cosmos.authz.v1beta1.GenericAuthorization'
    const { grants } = await query.authz.granterGrants({ granter: granter.address })
    expect(grants).toMatchObject([
      { ...pair(), authorization: { '@type': generic, msg: '/cosmos.bank.v1beta1.MsgMultiSend' } },
      { ...pair(), authorization: { '@type': generic, msg: '/cosmos.bank.v1beta1.MsgSend' } },
    ])
    expect((await query.authz.granteeGrants({ grantee: grantee.address })).grants).toEqual(grants)
    const page = await query.authz.grants({ ...pair(), pagination: { limit: '1', count_total: true } })
    expect(page).toMatchObject({ grants: [{}], pagination: { total: '2' } })
    const rest = await query.authz.grants({
      ...pair(),
      pagination: { key: page.pagination?.next_key as unknown as string },
    } as never)
    expect(rest.grants).toMatchObject([{ authorization: { msg: '/cosmos.bank.v1beta1.MsgSend' } }])
  })

  it('cannot send messages for the enclave', async () => {
    const message = new MsgExecuteContract<object>(granter.onToken({ deposit: {} }))
    await grant({ msg: MsgGrantAuthorization.MsgExecuteContract })
    const tx = await exec(message)
    expect(tx).toMatchObject({ code: 3, codespace: 'compute' })
    expect(tx.rawLog).toContain('failed to verify transaction signature')
  })

  it('signs an authorization to stake as the chain reads it', async () => {
    const validator = 'secretvaloper1ap26qrlp8mcq2pg6r47w43l0y8zkqm8aynpdzc'
    const tx = await grant({
      max_tokens: { denom: 'uscrt', amount: '5' },
      allow_list: [validator],
      deny_list: [],
      authorization_type: StakeAuthorizationType.Delegate,
    })
    expect(tx).toMatchObject({ code: 0, rawLog: '' })
  })
})

it('secretjs leaves allowed addresses out of what it signs in amino, so the chain refuses', async () => {
  const [me, other] = [new Stranger(devnet, 'a', AminoWallet), new Stranger(devnet, 'b')]
  const grant = me.client.tx.authz.grant(
    {
      granter: me.address,
      grantee: other.address,
      authorization: { spend_limit: uscrt(1), allow_list: [other.address] },
      expiration: NEXT_YEAR,
    },
    QUICK,
  )
  await expect(grant).rejects.toThrow('signature verification failed')
})

import { create, fromBinary, toBinary } from '@bufbuild/protobuf'
import { base64, hex } from '@scure/base'
import { beforeEach, describe, expect, it } from 'vitest'
import { addressBytes } from '../../src/domain/index'
import { DEV_ACCOUNTS } from '../accounts'
import {
  AccountResponseSchema,
  AddressRequestSchema,
  BalanceResponseSchema,
  BaseAccountSchema,
  SimulateRequestSchema,
  SimulateResponseSchema,
} from '../codec/gen/rpc_pb'
import { TEST_KEYS } from '../wallet.fake'
import { RpcTest } from './rpc-test.fake'

const B = DEV_ACCOUNTS[1]?.address ?? ('' as never)

let rpc: RpcTest
beforeEach(() => {
  rpc = new RpcTest()
})

describe('abci_query', () => {
  async function query(params: object): Promise<Record<string, unknown>> {
    const { response } = (await rpc.result('abci_query', params)) as { response: Record<string, unknown> }
    return response
  }

  it('reads the stores of the bank and of the keys', async () => {
    const address = addressBytes(B)
    const key = Uint8Array.from([2, address.length, ...address, ...new TextEncoder().encode('uscrt')])
    rpc.wallet.run([rpc.wallet.sendMessage(B, 5n)])
    const read = (height: string) => query({ path: '/store/bank/key', data: hex.encode(key), height })
    expect(await read('0')).toEqual({
      code: 0,
      log: '',
      info: '',
      index: '0',
      proofOps: null,
      key: base64.encode(key),
      value: btoa('1000000000000000005'),
      height: '2',
      codespace: '',
    })
    expect(await read('1')).toMatchObject({ value: btoa('1000000000000000000'), height: '1' })
    expect(await read('9')).toMatchObject({ code: 18, codespace: 'sdk', value: null })
    const name = hex.encode(Uint8Array.from([2, ...new TextEncoder().encode('IoExchMasterKey')]))
    const keys = await rpc.uri(`/abci_query?path="/store/register/key"&data=0x${name}`)
    expect(keys).toMatchObject({ response: { value: base64.encode(TEST_KEYS.io.publicKey) } })
  })

  it('reaches the query services', async () => {
    const request = hex.encode(
      toBinary(AddressRequestSchema, create(AddressRequestSchema, { address: B, denom: 'uscrt' })),
    )
    const answerOf = async (path: string, data = request) =>
      base64.decode(String((await query({ path, data }))['value']))
    const { balance } = fromBinary(
      BalanceResponseSchema,
      await answerOf('/cosmos.bank.v1beta1.Query/Balance'),
    )
    expect(balance).toMatchObject({ denom: 'uscrt', amount: '1000000000000000000' })
    const { account } = fromBinary(
      AccountResponseSchema,
      await answerOf('/cosmos.auth.v1beta1.Query/Account'),
    )
    expect(account?.typeUrl).toBe('/cosmos.auth.v1beta1.BaseAccount')
    const base = fromBinary(BaseAccountSchema, account?.value ?? new Uint8Array())
    expect(base).toMatchObject({ address: B, accountNumber: 1n, sequence: 0n })
    const txBytes = rpc.wallet.sign([rpc.wallet.sendMessage(B, 5n)])
    const simulate = hex.encode(toBinary(SimulateRequestSchema, create(SimulateRequestSchema, { txBytes })))
    const simulated = await answerOf('/cosmos.tx.v1beta1.Service/Simulate', simulate)
    expect(fromBinary(SimulateResponseSchema, simulated).gasInfo?.gasUsed).toBeGreaterThan(0n)
  })

  it.each([
    [{ path: '' }, 6, 'no query path provided: unknown request'],
    [{ path: '/nonsense' }, 6, 'unknown query path: unknown request'],
    [{ path: '/store/nonsense/key', data: '02' }, 6, 'no such store: nonsense: unknown request'],
    [{ path: '/store/bank/key' }, 2, 'query cannot be zero length: tx parse error'],
    [{ path: '/cosmos.auth.v1beta1.Query/Account', data: 'ff' }, 18, 'invalid request'],
    [{ path: '/cosmos.auth.v1beta1.Query/Account' }, 18, 'Address cannot be empty'],
    [
      { path: '/cosmos.auth.v1beta1.Query/Account', data: '0a0161' },
      22,
      'account a not found: key not found',
    ],
    [{ path: '/cosmos.bank.v1beta1.Query/Balance', data: '0a0161' }, 18, 'decoding bech32 failed'],
    [{ path: '/cosmos.tx.v1beta1.Service/Simulate', data: '12020102' }, 2, 'tx parse error'],
  ])('refuses %j', async (params, code, log) => {
    expect(await query(params)).toMatchObject({ code, codespace: 'sdk', log: expect.stringContaining(log) })
  })
})

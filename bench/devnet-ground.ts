import { MsgInstantiateContractResponse, MsgStoreCodeResponse, type SecretNetworkClient } from 'secretjs'
import type { Devnet } from '../devnet/index'
import { buildTestContracts } from '../devnet/test-contracts/build-contracts.fake'
import { clientOf, type Ground } from './devnet-transactions'

const QUICK = { broadcastCheckIntervalMs: 50 }

/** Puts a WebAssembly contract on a new network and finds a validator. */
export async function prepareGround(devnet: Devnet): Promise<Ground> {
  const client = clientOf(devnet, devnet.accounts[0]?.mnemonic ?? '')
  const { validators } = await client.query.staking.validators({ status: 'BOND_STATUS_BONDED' })
  const validator = validators?.[0]?.operator_address
  if (validator === undefined) throw new Error('The local network has no validator.')
  return { devnet, validator, probe: await createProbe(client) }
}

async function createProbe(client: SecretNetworkClient): Promise<Ground['probe']> {
  const wasm = buildTestContracts()['probe-v1']
  const stored = await client.tx.compute.storeCode(
    { sender: client.address, wasm_byte_code: wasm, source: '', builder: '' },
    { ...QUICK, gasLimit: 3_000_000 },
  )
  const { code_id: codeId } = MsgStoreCodeResponse.decode(stored.data[0] ?? new Uint8Array())
  const { code_hash: codeHash = '' } = await client.query.compute.codeHashByCodeId({ code_id: codeId })
  const made = await client.tx.compute.instantiateContract(
    {
      sender: client.address,
      code_id: Number(codeId),
      code_hash: codeHash,
      label: 'bench probe',
      init_msg: {},
    },
    { ...QUICK, gasLimit: 500_000 },
  )
  const { address } = MsgInstantiateContractResponse.decode(made.data[0] ?? new Uint8Array())
  return { address, codeHash }
}

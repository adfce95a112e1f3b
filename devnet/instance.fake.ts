import { MsgInstantiateContractResponse, type Permission, type TxResponse } from 'secretjs'
import { expect } from 'vitest'
import { answerOf, QUICK, type Stranger } from './stranger.fake'

/** For tests: a contract as a stranger's client speaks to it, perhaps one that it instantiated itself. */
export class Instance {
  readonly address: string
  readonly codeHash: string
  readonly #owner: Stranger

  constructor(owner: Stranger, { address, codeHash }: { address: string; codeHash: string }) {
    this.#owner = owner
    this.address = address
    this.codeHash = codeHash
  }

  static async make(owner: Stranger, codeId: number, init: object): Promise<Instance> {
    const { compute } = owner.client.query
    const { code_hash: codeHash = '' } = await compute.codeHashByCodeId({ code_id: String(codeId) })
    const tx = await owner.client.tx.compute.instantiateContract(
      {
        sender: owner.address,
        code_id: codeId,
        code_hash: codeHash,
        label: `code ${codeId}`,
        init_msg: init,
      },
      GAS,
    )
    expect(tx.rawLog).toBe('')
    const { address } = MsgInstantiateContractResponse.decode(tx.data[0] ?? new Uint8Array())
    return new Instance(owner, { address, codeHash })
  }

  message<T extends object>(msg: T, sender = this.#owner) {
    return { sender: sender.address, contract_address: this.address, code_hash: this.codeHash, msg }
  }

  permit(chainId: string, permissions: Permission[]) {
    const { address, client } = this.#owner
    const { permit } = client.utils.accessControl
    return permit.sign(address, chainId, 'test', [this.address], permissions, false)
  }

  query<T>(query: object): Promise<T> {
    const contract = { contract_address: this.address, code_hash: this.codeHash }
    return this.#owner.client.query.compute.queryContract({ ...contract, query })
  }
}

/** Enough for any message of the token standards. */
export const GAS = { ...QUICK, gasLimit: 500_000 }

export async function expectSuccess(tx: Promise<TxResponse>, name: string): Promise<void> {
  expect(answerOf(await tx)).toEqual({ [name]: { status: 'success' } })
}

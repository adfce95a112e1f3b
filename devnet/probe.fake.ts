import {
  fromUtf8,
  MsgExecuteContractResponse,
  MsgInstantiateContractResponse,
  MsgStoreCodeResponse,
  type TxResponse,
} from 'secretjs'
import { QUICK, type Stranger } from './stranger.fake'

/** Enough for a contract that calls a few others. */
const GAS = { ...QUICK, gasLimit: 600_000 }

/** For tests: uploaded code, as secretjs alone puts it on the chain. */
export interface UploadedCode {
  readonly codeId: number
  readonly codeHash: string
}

export async function upload(by: Stranger, wasm: Uint8Array): Promise<UploadedCode> {
  const tx = await by.client.tx.compute.storeCode(
    { sender: by.address, wasm_byte_code: wasm, source: '', builder: '' },
    { ...QUICK, gasLimit: 3_000_000 },
  )
  if (tx.code !== 0) throw new Error(tx.rawLog)
  const codeId = Number(MsgStoreCodeResponse.decode(tx.data[0] ?? new Uint8Array()).code_id)
  const { code_hash: codeHash = '' } = await by.client.query.compute.codeHashByCodeId({
    code_id: String(codeId),
  })
  return { codeId, codeHash }
}

/** For tests: one contract made of such code, and what a stranger does with it. */
export class ProbeInstance {
  readonly address: string
  readonly codeHash: string
  readonly #by: Stranger

  private constructor(by: Stranger, address: string, codeHash: string) {
    this.#by = by
    this.address = address
    this.codeHash = codeHash
  }

  static async create(
    by: Stranger,
    { codeId, codeHash }: UploadedCode,
    label: string,
  ): Promise<ProbeInstance> {
    const tx = await by.client.tx.compute.instantiateContract(
      { sender: by.address, code_id: codeId, code_hash: codeHash, label, init_msg: {}, admin: by.address },
      GAS,
    )
    if (tx.code !== 0) throw new Error(tx.rawLog)
    const { address } = MsgInstantiateContractResponse.decode(tx.data[0] ?? new Uint8Array())
    return new ProbeInstance(by, address, codeHash)
  }

  execute(msg: object, funds = '0'): Promise<TxResponse> {
    const sent_funds = funds === '0' ? [] : [{ denom: 'uscrt', amount: funds }]
    const { address: contract_address, codeHash: code_hash } = this
    const message = { sender: this.#by.address, contract_address, code_hash, msg, sent_funds }
    return this.#by.client.tx.compute.executeContract(message, GAS)
  }

  query<T>(query: object): Promise<T> {
    const { address: contract_address, codeHash: code_hash } = this
    return this.#by.client.query.compute.queryContract({ contract_address, code_hash, query })
  }

  migrate({ codeId, codeHash }: UploadedCode, msg: object): Promise<TxResponse> {
    const message = {
      sender: this.#by.address,
      contract_address: this.address,
      code_id: codeId,
      code_hash: codeHash,
      msg,
    }
    return this.#by.client.tx.compute.migrateContract(message, GAS)
  }

  /** This contract under the code it was migrated to. */
  under({ codeHash }: UploadedCode): ProbeInstance {
    return new ProbeInstance(this.#by, this.address, codeHash)
  }

  /** The members by which another contract is told of this one. */
  get named(): { contract: string; code_hash: string } {
    return { contract: this.address, code_hash: this.codeHash }
  }
}

/** What a transaction's contract answered, as text. */
export function dataOf(tx: TxResponse): string {
  return fromUtf8(MsgExecuteContractResponse.decode(tx.data[0] ?? new Uint8Array()).data)
}

/** The decrypted attributes of the contracts' own events. */
export function logged(tx: TxResponse): string[] {
  return (tx.arrayLog ?? [])
    .filter(({ type, key }) => type.startsWith('wasm') && key !== 'contract_address' && key !== 'msg_index')
    .map(({ key, value }) => `${key.trim()}=${value.trim()}`)
}

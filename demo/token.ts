import { fromUtf8, MsgExecuteContractResponse, type TxOptions, type TxResponse } from 'secretjs'
import type { Token } from './network'
import { ContractFailure } from './plain-error'
import type { Holder } from './wallet'

const OPTIONS: TxOptions = { gasPriceInFeeDenom: 0.1, feeDenom: 'uscrt', broadcastCheckIntervalMs: 500 }

export async function wrap(holder: Holder, token: Token, amount: bigint): Promise<TxResponse> {
  const funds = [{ denom: 'uscrt', amount: amount.toString() }]
  return execute(holder, token, { msg: { deposit: {} }, gasLimit: 150_000, funds })
}

/** The new key is only in the encrypted answer of this transaction. */
export async function createViewingKey(
  holder: Holder,
  token: Token,
): Promise<{ key: string; tx: TxResponse }> {
  const entropy = crypto.randomUUID()
  const tx = await execute(holder, token, { msg: { create_viewing_key: { entropy } }, gasLimit: 150_000 })
  const { data } = MsgExecuteContractResponse.decode(tx.data[0] ?? new Uint8Array())
  const key: unknown = JSON.parse(fromUtf8(data))?.create_viewing_key?.key
  if (typeof key !== 'string') throw new Error('The contract answered without a viewing key.')
  return { key, tx }
}

export async function transfer(
  holder: Holder,
  token: Token,
  recipient: string,
  amount: bigint,
): Promise<TxResponse> {
  const msg = { transfer: { recipient, amount: amount.toString() } }
  return execute(holder, token, { msg, gasLimit: 150_000 })
}

export async function readByKey({ address, client }: Holder, token: Token, key: string): Promise<bigint> {
  const answer = await client.query.snip20.getBalance({
    contract: { address: token.address, code_hash: token.codeHash },
    address,
    auth: { key },
  })
  return readBalance(answer)
}

/** A permit is signed by the wallet, costs nothing and leaves no trace on the chain. */
export async function readByPermit(holder: Holder, token: Token, chainId: string): Promise<bigint> {
  const { address, client } = holder
  const name = `hush-${crypto.randomUUID().slice(0, 8)}`
  const permit = await client.utils.accessControl.permit.sign(
    address,
    chainId,
    name,
    [token.address],
    ['balance'],
  )
  const answer = await client.query.snip20.getBalance({
    contract: { address: token.address, code_hash: token.codeHash },
    address,
    auth: { permit },
  })
  return readBalance(answer)
}

interface Execution {
  readonly msg: object
  readonly gasLimit: number
  readonly funds?: { denom: string; amount: string }[]
}

async function execute(holder: Holder, token: Token, execution: Execution): Promise<TxResponse> {
  const { msg, gasLimit, funds = [] } = execution
  const tx = await holder.client.tx.compute.executeContract(
    {
      sender: holder.address,
      contract_address: token.address,
      code_hash: token.codeHash,
      msg,
      sent_funds: funds,
    },
    { ...OPTIONS, gasLimit },
  )
  if (tx.code !== 0) throw new ContractFailure(tx)
  return tx
}

/** A contract answers with an amount, with a complaint about the key, or (through secretjs) with a text. */
function readBalance(answer: unknown): bigint {
  if (typeof answer === 'string') throw new Error(answer)
  const { balance, viewing_key_error: keyError } = Object(answer)
  if (typeof keyError?.msg === 'string') throw new Error(keyError.msg)
  if (typeof balance?.amount !== 'string') throw new Error('The contract answered without a balance.')
  return BigInt(balance.amount)
}

import {
  fromUtf8,
  type MsgExecuteContractParams,
  MsgExecuteContractResponse,
  SecretNetworkClient,
  type TxOptions,
  type TxResponse,
  Wallet,
} from 'secretjs'
import type { AminoWallet } from 'secretjs/dist/wallet_amino'
import { expect } from 'vitest'
import type { Devnet } from './start-devnet'

/** For tests: secretjs as a stranger uses it, with its own wallet and encryption. */
export const QUICK: TxOptions = {
  broadcastCheckIntervalMs: 30,
  gasLimit: 150_000,
  gasPriceInFeeDenom: 0.1,
}

export type WalletKind = typeof Wallet | typeof AminoWallet

export class Stranger {
  readonly client: SecretNetworkClient
  readonly address: string
  readonly #devnet: Devnet

  /** `name` is that of one of the network's accounts, or somebody's own phrase. */
  constructor(devnet: Devnet, name: string, Kind: WalletKind = Wallet) {
    const account = devnet.accounts.find((known) => known.name === name)
    const wallet = new Kind(account?.mnemonic ?? name)
    this.#devnet = devnet
    this.address = wallet.address
    this.client = new SecretNetworkClient({
      url: devnet.lcdUrl,
      chainId: devnet.chainId,
      wallet,
      walletAddress: wallet.address,
    })
  }

  onToken<T extends object>(msg: T): MsgExecuteContractParams<T> {
    const { address, codeHash } = this.#devnet.contracts.sscrt
    return { sender: this.address, contract_address: address, code_hash: codeHash, msg }
  }

  execute(msg: object): Promise<TxResponse> {
    return this.client.tx.compute.executeContract(this.onToken(msg), QUICK)
  }

  query<T>(query: object): Promise<T> {
    const { address, codeHash } = this.#devnet.contracts.sscrt
    return this.client.query.compute.queryContract({ contract_address: address, code_hash: codeHash, query })
  }

  async scrt(): Promise<bigint> {
    const { balance } = await this.client.query.bank.balance({ address: this.address, denom: 'uscrt' })
    return BigInt(balance?.amount ?? '0')
  }
}

/** The JSON that a contract answered, which must be padded. */
export function answerOf(tx: TxResponse, index = 0): unknown {
  expect(tx.rawLog).toBe('')
  const { data } = MsgExecuteContractResponse.decode(tx.data[index] ?? new Uint8Array())
  const text = fromUtf8(data)
  expect(text.length % 256).toBe(0)
  return JSON.parse(text)
}

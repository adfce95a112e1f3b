import type { SecretNetworkClient } from 'secretjs'
import { readAmount, shortAddress, showAmount } from './amount'
import { askFaucet, findToken, type Place, readScrt, type Token } from './network'
import type { Outcome } from './receipt'
import * as contract from './token'
import { connectWallet, type Holder, saveInWallet, type Ways, waitForWallet } from './wallet'

/** Everything that the page can do, and what it knows from having done it. */
export class Teller {
  readonly place: Place
  readonly reader: SecretNetworkClient
  holder: Holder | undefined
  scrt: bigint | undefined
  sscrt: bigint | undefined
  #token: Token | undefined

  constructor(place: Place, reader: SecretNetworkClient) {
    this.place = place
    this.reader = reader
  }

  /** The viewing key that this page remembers for the account. */
  get viewingKey(): string | undefined {
    if (this.holder === undefined || this.#token === undefined) return undefined
    return localStorage.getItem(this.#keyName(this.holder, this.#token)) ?? undefined
  }

  async connect(ways: Ways, onSlow: () => void): Promise<Outcome> {
    const keplr = await waitForWallet(onSlow)
    this.holder = await connectWallet(keplr, this.place, ways)
    await Promise.all([this.refreshScrt(), this.#findToken()])
    return { text: `Connected as ${shortAddress(this.holder.address)}.` }
  }

  disconnect(): void {
    this.holder = undefined
    this.scrt = undefined
    this.sscrt = undefined
  }

  async refreshScrt(): Promise<void> {
    this.scrt = await readScrt(this.reader, this.#connected().address)
  }

  async getTestScrt(): Promise<Outcome> {
    const before = this.scrt ?? 0n
    await askFaucet(this.place, this.#connected().address)
    for (let tries = 0; tries < 20 && (this.scrt ?? 0n) <= before; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 500))
      await this.refreshScrt()
    }
    return { text: `The faucet sent ${showAmount((this.scrt ?? 0n) - before)} SCRT.` }
  }

  async wrap(typed: string): Promise<Outcome> {
    const amount = amountOf(typed)
    const { transactionHash } = await contract.wrap(this.#connected(), await this.#findToken(), amount)
    await this.#afterPayment()
    return { text: `Wrapped ${showAmount(amount)} SCRT.`, hash: transactionHash }
  }

  async createViewingKey(): Promise<Outcome> {
    const holder = this.#connected()
    const token = await this.#findToken()
    const { key, tx } = await contract.createViewingKey(holder, token)
    localStorage.setItem(this.#keyName(holder, token), key)
    await this.#afterPayment()
    return { text: `The contract answered with the key ${key.slice(0, 14)}…`, hash: tx.transactionHash }
  }

  async saveInWallet(): Promise<Outcome> {
    const keplr = await waitForWallet(() => {})
    const { address } = await this.#findToken()
    await saveInWallet(keplr, this.place.chainId, address, this.#keptKey())
    return { text: 'Your wallet keeps the token and its key.' }
  }

  async transfer(recipient: string, typed: string): Promise<Outcome> {
    const amount = amountOf(typed)
    const to = recipient.trim()
    const { transactionHash } = await contract.transfer(
      this.#connected(),
      await this.#findToken(),
      to,
      amount,
    )
    await this.#afterPayment()
    return { text: `Sent ${showAmount(amount)} sSCRT to ${shortAddress(to)}.`, hash: transactionHash }
  }

  async readBalance(): Promise<Outcome> {
    this.sscrt = await contract.readByKey(this.#connected(), await this.#findToken(), this.#keptKey())
    return { text: `You hold ${showAmount(this.sscrt)} sSCRT.` }
  }

  async readWithPermit(): Promise<Outcome> {
    this.sscrt = await contract.readByPermit(this.#connected(), await this.#findToken(), this.place.chainId)
    return { text: `You hold ${showAmount(this.sscrt)} sSCRT. The permit was enough.` }
  }

  /** What was paid is known only by looking again; the private balance is read only where a key allows it. */
  async #afterPayment(): Promise<void> {
    await this.refreshScrt()
    if (this.viewingKey !== undefined) await this.readBalance()
  }

  async #findToken(): Promise<Token> {
    this.#token ??= await findToken(this.reader, this.place)
    return this.#token
  }

  #connected(): Holder {
    if (this.holder === undefined) throw new Error('Connect a wallet first.')
    return this.holder
  }

  #keptKey(): string {
    const key = this.viewingKey
    if (key === undefined) throw new Error('Create a viewing key first.')
    return key
  }

  #keyName({ address }: Holder, token: Token): string {
    return `hush:viewing-key:${this.place.chainId}:${token.address}:${address}`
  }
}

function amountOf(typed: string): bigint {
  const amount = readAmount(typed)
  if (amount === undefined) throw new Error('Write an amount such as 1.5, with up to six decimals.')
  return amount
}

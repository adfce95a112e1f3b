import { type CreateClientOptions, type EncryptionUtils, SecretNetworkClient } from 'secretjs'
import type { Place } from './network'

type Signer = NonNullable<CreateClientOptions['wallet']>

interface KeplrLike {
  enable(chainId: string): Promise<void>
  getKey(chainId: string): Promise<{ readonly name: string }>
  getOfflineSigner(chainId: string): Signer
  getOfflineSignerOnlyAmino(chainId: string): Signer
  getEnigmaUtils(chainId: string): EncryptionUtils
  suggestToken(chainId: string, contract: string, viewingKey?: string): Promise<void>
}

declare global {
  interface Window {
    keplr?: KeplrLike
    getEnigmaUtils?: unknown
    getOfflineSigner?: unknown
  }
}

/** The two things about a dApp's way to sign that a wallet has to cope with. */
export interface Ways {
  readonly amino: boolean
  readonly ownSeed: boolean
}

export interface Holder {
  /** What the person calls the account. */
  readonly name: string
  readonly address: string
  readonly client: SecretNetworkClient
}

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Extensions may come late; `onSlow` is called when none is there after three seconds, and the wait goes on. */
export async function waitForWallet(onSlow: () => void): Promise<KeplrLike> {
  for (let waited = 0; ; waited += 50) {
    if (window.keplr && window.getEnigmaUtils && window.getOfflineSigner) return window.keplr
    if (waited === 3000) onSlow()
    await sleep(50)
  }
}

/** Connects as the secretjs README shows it. */
export async function connectWallet(keplr: KeplrLike, { lcd, chainId }: Place, ways: Ways): Promise<Holder> {
  await keplr.enable(chainId)
  const signer = ways.amino ? keplr.getOfflineSignerOnlyAmino(chainId) : keplr.getOfflineSigner(chainId)
  const [account] = await signer.getAccounts()
  if (account === undefined) throw new Error('The wallet shows no account.')
  const client = new SecretNetworkClient({
    url: lcd,
    chainId,
    wallet: signer,
    walletAddress: account.address,
    ...(ways.ownSeed ? {} : { encryptionUtils: keplr.getEnigmaUtils(chainId) }),
  })
  const { name } = await keplr.getKey(chainId)
  return { name, address: account.address, client }
}

/** Asks the wallet to keep a token and its viewing key. */
export async function saveInWallet(
  keplr: KeplrLike,
  chainId: string,
  contract: string,
  viewingKey: string,
): Promise<void> {
  await keplr.suggestToken(chainId, contract, viewingKey)
}

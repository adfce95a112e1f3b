/** Which accounts of a phrase the chain has seen. */
import { ChainError, type Client, getAccount, getBalance } from '../../chain/index'
import { type AccountPath, accountBytesOf } from '../../crypto/index'
import { type Address, addressFromBytes } from '../../domain/index'
import type { FoundAccount } from '../../messages/popup'
import type { Secret } from '../vault/secret'
import { keysOf } from '../vault/unlocked-keys'
import { firstPath } from './account'

const COIN_TYPES = [529, 118] as const
const FIRST_INDICES = 5

interface Candidate {
  readonly path: AccountPath
  readonly address: Address
}

/** The first accounts of both coin types. Empty for a private key, which has one account and no path. */
export async function candidatesOf(secret: Secret): Promise<readonly Candidate[]> {
  if (secret.kind !== 'phrase') return []
  const paths = COIN_TYPES.flatMap((coinType) =>
    Array.from({ length: FIRST_INDICES }, (_, index) => ({ ...firstPath(coinType), index })),
  )
  const keys = await keysOf(secret, paths)
  return keys.flatMap((key, at) => {
    const path = paths[at]
    const address = addressFromBytes(accountBytesOf(key.publicKey()))
    key.wipe()
    return path === undefined ? [] : [{ path, address }]
  })
}

/** Asks about all of them at once. An account that the node does not answer for is given without its amount. Throws ChainError when it answers for none. */
export async function findAccounts(
  client: Client,
  candidates: readonly Candidate[],
  known: ReadonlySet<string>,
): Promise<readonly FoundAccount[]> {
  let failure: ChainError | undefined
  const found = await Promise.all(
    candidates.map(async ({ path, address }): Promise<FoundAccount> => {
      const facts = { path, address, known: known.has(address) }
      try {
        const [account, amount] = await Promise.all([
          getAccount(client, address),
          getBalance(client, address, client.chain.denom),
        ])
        return { ...facts, amount: amount.toString(), used: account.kind === 'found' || amount > 0n }
      } catch (error) {
        if (!(error instanceof ChainError)) throw error
        failure = error
        return { ...facts, used: false }
      }
    }),
  )
  if (failure !== undefined && found.every(({ amount }) => amount === undefined)) throw failure
  return found
}

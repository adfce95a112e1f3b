/** The stored tokens of any account, not only of the one in use. */
import { KEYS } from '../storage/keys'
import { readSealed, removeSealed, type Sealer, type Store, updateSealed } from '../storage/stored'
import type { StoredToken } from './token-schema'

export interface TokenPlace {
  readonly chainId: string
  readonly account: string
}

export function tokensId({ chainId, account }: TokenPlace): string {
  return `${chainId}/${account}`
}

export async function readTokens(
  store: Store,
  sealer: Sealer,
  place: TokenPlace,
): Promise<readonly StoredToken[]> {
  return await readSealed(store, sealer, KEYS.tokens, tokensId(place))
}

/** Adds those that are not there; a known one gets a viewing key only when it has none. Gives how many came or got a key. */
export async function addMissingTokens(
  store: Store,
  sealer: Sealer,
  { tokens, ...place }: TokenPlace & { readonly tokens: readonly StoredToken[] },
): Promise<number> {
  let added = 0
  const merged = (known: readonly StoredToken[]): StoredToken[] => {
    const fresh = tokens.filter((token) => !known.some(({ contract }) => contract === token.contract))
    const kept = known.map((token) => {
      const found = tokens.find(({ contract }) => contract === token.contract)
      if (token.viewingKey !== undefined || found?.viewingKey === undefined) return token
      added += 1
      return { ...token, viewingKey: found.viewingKey }
    })
    added += fresh.length
    return [...kept, ...fresh]
  }
  await updateSealed(store, sealer, KEYS.tokens, merged, tokensId(place))
  return added
}

/** Deletes what is kept of an account's tokens, on these networks. */
export async function forgetTokens(
  store: Store,
  sealer: Sealer,
  { account, chainIds }: { readonly account: string; readonly chainIds: readonly string[] },
): Promise<void> {
  await Promise.all(
    chainIds.flatMap((chainId) => {
      const id = tokensId({ chainId, account })
      return [KEYS.tokens, KEYS.tokenBalances, KEYS.balance].map((key) =>
        removeSealed<unknown>(store, sealer, key, id),
      )
    }),
  )
}

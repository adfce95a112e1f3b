/** Balances before and after, by what the messages say. Pure: it asks nobody. */
import type { PreviewRow } from '../../messages/popup'
import type { Asset, Flow } from './spending'

/** What is known of one asset of the account. */
export interface AssetFacts {
  readonly symbol: string
  readonly decimals: number
  readonly balance:
    | { readonly kind: 'known'; readonly amount: bigint }
    | { readonly kind: 'asking' }
    | { readonly kind: 'unknown' }
}

/** One row for each asset whose balance changes, in the order in which they move. */
export function previewRows(
  flows: readonly Flow[],
  factsOf: (asset: Asset) => AssetFacts,
): readonly PreviewRow[] {
  const changes = new Map<string, { readonly asset: Asset; readonly change: bigint }>()
  for (const { asset, amount } of flows) {
    const name = asset.kind === 'coin' ? `coin ${asset.denom}` : `token ${asset.contract}`
    changes.set(name, { asset, change: (changes.get(name)?.change ?? 0n) + amount })
  }
  return [...changes.values()]
    .filter(({ change }) => change !== 0n)
    .map(({ asset, change }) => {
      const { symbol, decimals, balance } = factsOf(asset)
      return {
        symbol,
        decimals,
        private: asset.kind === 'token',
        change: change.toString(),
        balance: balance.kind === 'known' ? balanceAfter(balance.amount, change) : balance,
      }
    })
}

function balanceAfter(before: bigint, change: bigint): PreviewRow['balance'] {
  const after = before + change
  return after < 0n
    ? { kind: 'short', before: before.toString(), missing: (-after).toString() }
    : { kind: 'known', before: before.toString(), after: after.toString() }
}

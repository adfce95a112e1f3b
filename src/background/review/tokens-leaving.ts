import type { ContractAction } from '../../chain/index'
import type { CoinView } from '../../messages/popup'
import { safeText } from './safe-text'
import { snip20Leaving } from './snip20-movement-words'
import { item } from './snip1155-words'
import type { TokenContext } from './token-context'
import { short } from './words'

type Leaving = Pick<CoinView, 'symbol' | 'decimals'> & { readonly amount: bigint }

/** What of the signer's own leaves by a message to a contract: its tokens, its collectibles or its tokens by id. */
export function tokensLeaving(action: ContractAction, context: TokenContext): readonly CoinView[] {
  return leaving(action, context).flatMap(({ amount, ...name }) =>
    amount === 0n ? [] : [{ denom: context.contract, amount: amount.toString(), ...name }],
  )
}

/** Whose a collectible is no message says, so each that goes to somebody else is counted as the signer's. */
function leaving(action: ContractAction, context: TokenContext): readonly Leaving[] {
  const { contract, sender, token } = context
  const byId = (tokenId: string, amount: bigint): Leaving => ({
    amount,
    symbol: `of ${item(tokenId, context)}`,
    decimals: 0,
  })
  if ('nftMovements' in action) {
    const ids = action.nftMovements.flatMap(({ recipient, tokenIds }) =>
      recipient === sender ? [] : tokenIds,
    )
    return [{ amount: BigInt(ids.length), symbol: `of the collection ${short(contract)}`, decimals: 0 }]
  }
  if ('itemMovements' in action) {
    return action.itemMovements
      .filter(({ from, recipient }) => from === sender && recipient !== sender)
      .map(({ tokenId, amount }) => byId(tokenId, amount))
  }
  if (action.kind === 'item-burn') {
    return action.items.flatMap(({ tokenId, balances }) =>
      balances.filter(({ address }) => address === sender).map(({ amount }) => byId(tokenId, amount)),
    )
  }
  const { symbol, decimals } = token ?? { symbol: 'base units', decimals: 0 }
  return [{ amount: snip20Leaving(action, context), symbol: safeText(symbol, 40), decimals }]
}

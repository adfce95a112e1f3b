/** Words for what only the makers and managers of a collection do, and for what collectibles say about themselves. */
import type { NftMint, Snip721Action } from '../../chain/index'
import type { JsonObject } from '../../domain/index'
import type { Fact } from '../../messages/popup'
import { passedFact, passedWarnings } from './passed-message'
import { safeText } from './safe-text'
import type { TokenContext } from './token-context'
import { fact, type MessageWords, short, words } from './words'

export type MakerAction = Extract<
  Snip721Action,
  {
    readonly kind:
      | 'nft-mint'
      | 'nft-mint-clones'
      | 'nft-set-metadata'
      | 'nft-set-royalty'
      | 'nft-register-receive'
      | 'nft-stop-transactions'
  }
>

/** What only those can do who make or manage a collection. */
export function makerWords(action: MakerAction, { contract }: TokenContext): MessageWords {
  const collection = short(contract)
  switch (action.kind) {
    case 'nft-mint':
      return words({
        title: action.mints.length === 1 ? 'Make a collectible' : `Make ${action.mints.length} collectibles`,
        sentence: `Make ${action.mints.length === 1 ? 'a collectible' : `${action.mints.length} collectibles`} of ${collection}`,
        facts: action.mints.flatMap(mintFacts),
        warnings: action.mints.flatMap((mint) => jsonWarnings(mint.publicMetadata, mint.privateMetadata)),
      })
    case 'nft-mint-clones':
      return words({
        title: 'Make collectibles',
        sentence: `Make ${action.quantity} copies of one collectible of ${collection}`,
        facts: [
          ...(action.runId === undefined ? [] : [fact('Run', action.runId)]),
          ...mintFacts(action.mint),
        ],
        warnings: jsonWarnings(action.mint.publicMetadata, action.mint.privateMetadata),
      })
    case 'nft-set-metadata':
      return words({
        title: 'Describe a collectible anew',
        sentence: `Replace what ${collectible(action.tokenId)} of ${collection} says about itself`,
        facts: metadataFacts(action),
        warnings: jsonWarnings(action.publicMetadata, action.privateMetadata),
      })
    case 'nft-set-royalty':
      return words({
        title: 'Set royalties',
        sentence: `Set who earns when ${action.tokenId === undefined ? 'new collectibles' : collectible(action.tokenId)} of ${collection} are sold`,
        facts: [jsonFact('Royalties', action.royalty ?? {})],
      })
    case 'nft-register-receive':
      return words({
        title: `Manage ${collection}`,
        sentence: `Let ${collection} tell a contract when it receives collectibles`,
        facts: [
          fact('Code hash', action.codeHash),
          fact('Several at once', action.batch === true ? 'Yes' : 'No'),
        ],
      })
    case 'nft-stop-transactions':
      return words({ title: `Manage ${collection}`, sentence: `Have ${collection} stop all transactions` })
    default:
      return action satisfies never
  }
}

function mintFacts({
  tokenId,
  owner,
  serialNumber,
  royalty,
  transferable,
  memo,
  ...metadata
}: NftMint): Fact[] {
  return [
    ...(owner === undefined ? [] : [fact('For', owner)]),
    ...(tokenId === undefined ? [] : [fact('Token id', tokenId)]),
    ...metadataFacts(metadata),
    ...(serialNumber === undefined ? [] : [jsonFact('Serial number', serialNumber)]),
    ...(royalty === undefined ? [] : [jsonFact('Royalties', royalty)]),
    ...(transferable === undefined ? [] : [fact('Can be sent on', transferable ? 'Yes' : 'No')]),
    ...(memo === undefined ? [] : [fact('Private memo', memo)]),
  ]
}

interface Metadata {
  readonly publicMetadata: JsonObject | undefined
  readonly privateMetadata: JsonObject | undefined
}

export function metadataFacts({ publicMetadata, privateMetadata }: Metadata): Fact[] {
  return [
    ...(publicMetadata === undefined ? [] : [jsonFact('For everybody', publicMetadata)]),
    ...(privateMetadata === undefined ? [] : [jsonFact('For the owner', privateMetadata)]),
  ]
}

export function jsonFact(label: string, value: JsonObject): Fact {
  return passedFact(label, JSON.stringify(value))
}

export function jsonWarnings(...values: readonly (JsonObject | undefined)[]): MessageWords['warnings'] {
  return values.flatMap((value) =>
    value === undefined ? [] : passedWarnings('The description', JSON.stringify(value)),
  )
}

export function collectible(tokenId: string): string {
  return `the collectible “${safeText(tokenId, 60)}”`
}

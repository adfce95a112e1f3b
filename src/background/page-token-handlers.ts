import type { Chain } from '../chain/index'
import { type Address, parseAddress, SottoError } from '../domain/index'
import type { PageOutcome } from '../messages/page'
import { bech32Problem } from './bech32-words'
import type { Origins } from './origins/origins'
import { badAddress, pageError, pageRefusal, pageResult } from './page-errors'
import type { HandlersOf } from './page-handler'
import type { ChainFacts, KnownToken, PageTokens } from './page-ports'

interface TokenHandlersParts {
  readonly tokens: PageTokens
  readonly origins: Origins
  readonly facts: ChainFacts
}

/** Tokens and their viewing keys for pages. A missing key is said at once and silently, because dashboards ask for all of them. */
export function tokenHandlers(parts: TokenHandlersParts): HandlersOf<'addToken' | 'getViewingKey'> {
  const { tokens, origins, facts } = parts
  return {
    async addToken({ contract: text, viewingKey }, { chain }) {
      const contract = readAddress(text)
      if (contract === undefined) return notAnAddress(text, chain)
      const known = await tokens.find(chain.chainId, contract)
      const nothingNew = viewingKey === undefined || viewingKey === known?.viewingKey
      if (known !== undefined && nothingNew) return pageResult(null)
      const token = known ?? (await readToken(facts, chain, contract))
      if (token === undefined) return pageRefusal('not-a-token')
      const { codeHash, name, symbol, decimals } = token
      return {
        kind: 'add-token',
        chainId: chain.chainId,
        contract,
        codeHash,
        name,
        symbol,
        decimals,
        ...(viewingKey === undefined ? {} : { viewingKey }),
      }
    },

    async getViewingKey({ contract: text }, { origin, account, chain }) {
      const contract = readAddress(text)
      // No token has it, so there is no key: dashboards look for nothing but this.
      if (contract === undefined) return pageError('no-viewing-key')
      const token = await tokens.find(chain.chainId, contract)
      if (token?.viewingKey === undefined) return pageError('no-viewing-key')
      const party = { origin, account: account.address }
      const { chainId } = chain
      if (!(await origins.mayReadViewingKey(party, { chainId, contract }))) {
        return { kind: 'share-viewing-keys', chainId, declined: [], always: false }
      }
      await origins.gave(party, { chainId, kind: 'viewing-key', contract })
      return pageResult(token.viewingKey)
    },
  }
}

/** Undefined when the contract answers, but not as a token does. Throws ChainError when no node answers. */
async function readToken(
  facts: ChainFacts,
  chain: Chain,
  contract: Address,
): Promise<Omit<KnownToken, 'contract'> | undefined> {
  const codeHash = await facts.codeHash(chain, contract)
  const token = await facts.token(chain, contract)
  return token === undefined ? undefined : { codeHash, ...token }
}

function notAnAddress(text: string, { bech32Prefix }: Chain): PageOutcome {
  const problem = bech32Problem(text, bech32Prefix)
  return problem === undefined ? pageError('bad-address') : badAddress(problem)
}

function readAddress(text: string): Address | undefined {
  try {
    return parseAddress(text)
  } catch (error) {
    if (error instanceof SottoError) return undefined
    throw error
  }
}

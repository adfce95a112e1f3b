/** What the chain says about the contracts under review. Asked with a time limit, kept for a minute, never waited for. */
import { builtInNamesake, builtInToken, type Chain } from '../../chain/index'
import { type Address, SottoError } from '../../domain/index'
import type { ChainFacts, PageTokens, TokenName } from '../page-ports'
import type { TokenWords } from './token-context'

/** An answer that is on its way, here, or not to be had. */
export type Learned<T> =
  | { readonly kind: 'asking' }
  | { readonly kind: 'known'; readonly value: T }
  | { readonly kind: 'failed' }

export interface ContractKnowledge {
  readonly codeHash: Learned<string>
  readonly info: Learned<{ readonly label: string; readonly codeId: string }>
}

export interface ContractBook {
  /** What is known right now; what is not known is asked, and `changed` says when an answer came. */
  contract(chain: Chain, address: Address): ContractKnowledge
  /** The token at this address by the wallet's own list, the person's, else by its own word. */
  token(chain: Chain, address: Address): Promise<TokenWords | undefined>
  account(chain: Chain, address: Address): Learned<bigint | undefined>
  forget(): void
}

interface ContractBookParts {
  readonly facts: ChainFacts
  readonly tokens: Pick<PageTokens, 'find'>
  readonly clock: () => number
  readonly after: (milliseconds: number, callback: () => void) => () => void
  readonly changed: () => void
}

const TIME_LIMIT_MS = 3000
const KEPT_MS = 60_000
const MOST_KEPT = 200

interface Kept {
  readonly at: number
  learned: Learned<unknown>
}

export function createContractBook(parts: ContractBookParts): ContractBook {
  const { facts, tokens, clock, after, changed } = parts
  const book = new Map<string, Kept>()

  function learn<T>(name: string, ask: () => Promise<T>): Learned<T> {
    const known = book.get(name)
    // Only `learn` writes under this name, and always with the same kind of answer.
    if (known !== undefined && Math.abs(clock() - known.at) < KEPT_MS) return known.learned as Learned<T>
    const kept: Kept = { at: clock(), learned: { kind: 'asking' } }
    book.delete(name)
    book.set(name, kept)
    const [oldest] = book.keys()
    if (book.size > MOST_KEPT && oldest !== undefined) book.delete(oldest)
    const settle = (learned: Learned<T>): void => {
      if (kept.learned.kind !== 'asking') return
      stop()
      kept.learned = learned
      changed()
    }
    const stop = after(TIME_LIMIT_MS, () => settle({ kind: 'failed' }))
    ask().then(
      (value) => settle({ kind: 'known', value }),
      (error: unknown) => {
        settle({ kind: 'failed' })
        // A node that does not answer is nothing unexpected; a mistake of ours must not stay hidden.
        if (!(error instanceof SottoError)) throw error
      },
    )
    return { kind: 'asking' }
  }

  return {
    contract(chain, address) {
      const name = `${chain.chainId} ${address}`
      return {
        codeHash: learn(`hash ${name}`, () => facts.codeHash(chain, address)),
        info: learn(`info ${name}`, () => facts.contractInfo(chain, address)),
      }
    },

    async token(chain, address) {
      const known = builtInToken(chain.chainId, address)
      if (known !== undefined) return { symbol: known.symbol, decimals: known.decimals, listed: true }
      const own = await tokens.find(chain.chainId, address)
      if (own !== undefined) return tokenWords(chain, own, { address, listed: true })
      const learned = learn(`token ${chain.chainId} ${address}`, () => facts.token(chain, address))
      if (learned.kind !== 'known' || learned.value === undefined) return undefined
      return tokenWords(chain, learned.value, { address, listed: false })
    },

    account(chain, address) {
      return learn(`account ${chain.chainId} ${address}`, async () => {
        return (await facts.account(chain, address))?.accountNumber
      })
    },

    forget: () => book.clear(),
  }
}

function tokenWords(
  { chainId }: Chain,
  { symbol, decimals }: TokenName,
  { address, listed }: { readonly address: Address; readonly listed: boolean },
): TokenWords {
  const namesake = builtInNamesake(chainId, symbol, address)
  return { symbol, decimals, listed, ...(namesake === undefined ? {} : { namesake: namesake.address }) }
}

/** What the chain says about the contracts under review. Asked with a time limit, kept for a minute, never waited for. */
import { builtInNamesake, builtInToken, type Chain } from '../../chain/index'
import type { Address } from '../../domain/index'
import type { AccountNumbers, ChainFacts, PageTokens, TokenName } from '../page-ports'
import { createLearning, type Learned, type LearningParts } from './learned'
import type { TokenWords } from './token-context'

export interface ContractKnowledge {
  readonly codeHash: Learned<string>
  readonly info: Learned<{ readonly label: string; readonly codeId: string }>
}

/** An account by the network's word; a count of transactions never goes down. */
export interface AccountKnowledge extends AccountNumbers {
  /** True when the node counted fewer transactions than were counted before. */
  readonly isBehind: boolean
}

export interface ContractBook {
  /** What is known right now; what is not known is asked, and `changed` says when an answer came. */
  contract(chain: Chain, address: Address): ContractKnowledge
  /** The token at this address by the wallet's own list, the person's, else by its own word. */
  token(chain: Chain, address: Address): Promise<TokenWords | undefined>
  /** Undefined for an account that was never used. */
  account(chain: Chain, address: Address): Learned<AccountKnowledge | undefined>
  forget(): void
}

interface ContractBookParts extends LearningParts {
  readonly facts: Pick<ChainFacts, 'codeHash' | 'contractInfo' | 'token' | 'account'>
  readonly tokens: Pick<PageTokens, 'find'>
}

export function createContractBook(parts: ContractBookParts): ContractBook {
  const { facts, tokens } = parts
  const { learn, forget } = createLearning(parts)
  /** The highest sequence seen of each account. */
  const sequences = new Map<string, bigint>()

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
      const name = `account ${chain.chainId} ${address}`
      return learn(name, async () => {
        const found = await facts.account(chain, address)
        if (found === undefined) return undefined
        const highest = sequences.get(name) ?? 0n
        const isBehind = found.sequence < highest
        const sequence = isBehind ? highest : found.sequence
        sequences.set(name, sequence)
        return { accountNumber: found.accountNumber, sequence, isBehind }
      })
    },

    forget,
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

/** What the chain says about the contracts under review. Asked with a time limit, kept for a minute, never waited for. */
import { builtInNamesake, builtInToken, type Chain } from '../../chain/index'
import type { Address } from '../../domain/index'
import type { CheckedCodes } from '../contracts/checked-codes'
import type {
  AccountNumbers,
  ChainFacts,
  ContractChanges,
  ContractOnChain,
  PageTokens,
  TokenName,
} from '../page-ports'
import { createLearning, type Learned, type LearningParts } from './learned'
import type { TokenWords } from './token-context'

export interface ContractKnowledge {
  readonly codeHash: Learned<string>
  /** Known as undefined where there is no contract. */
  readonly info: Learned<ContractOnChain | undefined>
  readonly changes: Learned<ContractChanges>
  /** The code that a vote has allowed it to move to. */
  readonly pendingCodeId: Learned<string | undefined>
  /** Whether the code on chain is the one that its hash names. */
  readonly code: Learned<'checked' | 'differs'>
}

/** An account by the network's word; a count of transactions never goes down. */
export interface AccountKnowledge extends AccountNumbers {
  /** True when the node counted fewer transactions than were counted before. */
  readonly isBehind: boolean
}

export interface ContractBook {
  /** What is known right now; what is not known is asked, and `changed` says when an answer came. */
  contract(chain: Chain, address: Address): ContractKnowledge
  /** The hash of the code that a new contract, or one that is replaced, would run. */
  codeHashOf(chain: Chain, codeId: bigint): Learned<string>
  /** Whether there is a contract at this address. Tells the nodes the address, so it is for public ones. */
  isContract(chain: Chain, address: Address): Learned<boolean>
  /** The token at this address by the wallet's own list, the person's, else by its own word. */
  token(chain: Chain, address: Address): Promise<TokenWords | undefined>
  /** Undefined for an account that was never used. */
  account(chain: Chain, address: Address): Learned<AccountKnowledge | undefined>
  /** Its code turned out to be other than was learned: it is asked for anew, and shown. */
  askAgain(chain: Chain, address: Address): void
  /** The account's numbers are asked for anew when they are next wanted. */
  renewAccount(chainId: string, address: Address): void
  forget(): void
}

interface ContractBookParts extends LearningParts {
  readonly facts: ChainFacts
  readonly codes: CheckedCodes
  readonly tokens: Pick<PageTokens, 'find'>
}

/** Code is megabytes. */
const CODE_LIMIT_MS = 90_000

export function createContractBook(parts: ContractBookParts): ContractBook {
  const { facts, codes, tokens, changed } = parts
  const { learn, unlearn, forget } = createLearning(parts)
  /** The highest sequence seen of each account. */
  const sequences = new Map<string, bigint>()

  function infoOf(chain: Chain, address: Address): Learned<ContractOnChain | undefined> {
    return learn(`info ${chain.chainId} ${address}`, () => facts.contractInfo(chain, address))
  }

  /** Which code to look at is known only from the other answers. */
  function codeOf(
    chain: Chain,
    hash: ContractKnowledge['codeHash'],
    info: ContractKnowledge['info'],
  ): ContractKnowledge['code'] {
    if (hash.kind === 'asking' || info.kind === 'asking') return { kind: 'asking' }
    if (hash.kind === 'failed' || info.kind === 'failed' || info.value === undefined)
      return { kind: 'failed' }
    const code = { codeId: info.value.codeId, codeHash: hash.value }
    const name = `code ${chain.chainId} ${code.codeId} ${code.codeHash}`
    return learn(name, () => codes.check(chain, code), CODE_LIMIT_MS)
  }

  return {
    contract(chain, address) {
      const name = `${chain.chainId} ${address}`
      const codeHash = learn(`hash ${name}`, () => facts.codeHash(chain, address))
      const info = infoOf(chain, address)
      const found = info.kind === 'known' ? info.value : undefined
      return {
        codeHash,
        info,
        changes: learn(`changes ${name}`, () => facts.contractChanges(chain, address)),
        pendingCodeId:
          found?.governed === true
            ? learn(`pending ${name}`, () => facts.pendingMigration(chain, address))
            : { kind: 'known', value: undefined },
        code: codeOf(chain, codeHash, info),
      }
    },

    codeHashOf(chain, codeId) {
      const id = codeId.toString()
      return learn(`stored ${chain.chainId} ${id}`, () => facts.codeHashById(chain, id))
    },

    isContract(chain, address) {
      const info = infoOf(chain, address)
      return info.kind === 'known' ? { kind: 'known', value: info.value !== undefined } : info
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

    askAgain(chain, address) {
      for (const part of ['hash', 'info', 'changes']) unlearn(`${part} ${chain.chainId} ${address}`)
      changed()
    },

    renewAccount: (chainId, address) => unlearn(`account ${chainId} ${address}`),

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

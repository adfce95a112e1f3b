/** What the chain says about the contracts under review. Asked with a time limit, kept for a minute, never waited for. */
import type { Chain } from '../../chain/index'
import { type Address, SottoError } from '../../domain/index'
import type { CheckedCodes } from '../contracts/checked-codes'
import type { ChainFacts, ContractChanges, ContractOnChain, PageTokens } from '../page-ports'
import type { TokenWords } from './snip20-words'

/** An answer that is on its way, here, or not to be had. */
export type Learned<T> =
  | { readonly kind: 'asking' }
  | { readonly kind: 'known'; readonly value: T }
  | { readonly kind: 'failed' }

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

export interface ContractBook {
  /** What is known right now; what is not known is asked, and `changed` says when an answer came. */
  contract(chain: Chain, address: Address): ContractKnowledge
  /** Whether there is a contract at this address. Tells the nodes the address, so it is for public ones. */
  isContract(chain: Chain, address: Address): Learned<boolean>
  /** The token at this address by the person's list, else by its own word. */
  token(chain: Chain, address: Address): Promise<TokenWords | undefined>
  account(chain: Chain, address: Address): Learned<bigint | undefined>
  /** Its code turned out to be other than was learned: it is asked for anew, and shown. */
  askAgain(chain: Chain, address: Address): void
  forget(): void
}

interface ContractBookParts {
  readonly facts: ChainFacts
  readonly codes: CheckedCodes
  readonly tokens: Pick<PageTokens, 'find'>
  readonly clock: () => number
  readonly after: (milliseconds: number, callback: () => void) => () => void
  readonly changed: () => void
}

const TIME_LIMIT_MS = 3000
/** Code is megabytes. */
const CODE_LIMIT_MS = 90_000
const KEPT_MS = 60_000
const MOST_KEPT = 200

interface Kept {
  readonly at: number
  learned: Learned<unknown>
}

export function createContractBook(parts: ContractBookParts): ContractBook {
  const { facts, codes, tokens, clock, after, changed } = parts
  const book = new Map<string, Kept>()

  function learn<T>(name: string, ask: () => Promise<T>, limitMs = TIME_LIMIT_MS): Learned<T> {
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
    const stop = after(limitMs, () => settle({ kind: 'failed' }))
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

    isContract(chain, address) {
      const info = infoOf(chain, address)
      return info.kind === 'known' ? { kind: 'known', value: info.value !== undefined } : info
    },

    async token(chain, address) {
      const own = await tokens.find(chain.chainId, address)
      if (own !== undefined) return { symbol: own.symbol, decimals: own.decimals, listed: true }
      const learned = learn(`token ${chain.chainId} ${address}`, () => facts.token(chain, address))
      if (learned.kind !== 'known' || learned.value === undefined) return undefined
      return { symbol: learned.value.symbol, decimals: learned.value.decimals, listed: false }
    },

    account(chain, address) {
      return learn(`account ${chain.chainId} ${address}`, async () => {
        return (await facts.account(chain, address))?.accountNumber
      })
    },

    askAgain(chain, address) {
      for (const part of ['hash', 'info', 'changes']) book.delete(`${part} ${chain.chainId} ${address}`)
      changed()
    },

    forget: () => book.clear(),
  }
}

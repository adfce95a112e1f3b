import type { Address } from '../../domain/index'
import type { TokenView } from '../../messages/popup'
import type { Account } from '../accounts/account'
import { amountView } from '../networks/balance'
import type { KnownChains } from '../networks/known-chains'
import type { KnownToken } from '../page-ports'
import { KEYS } from '../storage/keys'
import { readSealed, type Sealer, type Store, updateSealed } from '../storage/stored'
import type { BalanceAnswer, TokenQuestions } from './token-questions'
import { forgetTokens, tokensId } from './token-records'
import type { StoredToken } from './token-schema'

/** The private tokens of the selected account, and the viewing keys that read their balances. All of it sealed. */
export interface Tokens {
  list(chainId: string): Promise<readonly KnownToken[]>
  find(chainId: string, contract: Address): Promise<KnownToken | undefined>
  /** Adds a token; a known one keeps its place, and its viewing key unless another is given. */
  add(chainId: string, token: KnownToken): Promise<void>
  remove(chainId: string, contract: string): Promise<void>
  /** An account is gone: its tokens and viewing keys go too. */
  forgetAccount(account: string): Promise<void>
  views(chainId: string): Promise<readonly TokenView[]>
  /** Asks every token that has a viewing key for its balance, all at once. */
  refresh(chainId: string): Promise<void>
}

export interface TokensParts {
  readonly store: Store
  readonly sealer: Sealer
  readonly account: () => Promise<Account>
  readonly questions: TokenQuestions
  readonly chains: Pick<KnownChains, 'list'>
  /** A token or a viewing key came: there is a balance to ask for. */
  readonly added: () => void
  readonly clock: () => number
  readonly changed: () => void
}

export function createTokens(parts: TokensParts): Tokens {
  const { store, sealer, account, changed } = parts
  /** Why the last question failed, by record and contract; forgotten with the worker. */
  const failures = new Map<string, string>()

  async function recordId(chainId: string): Promise<string> {
    return tokensId({ chainId, account: (await account()).address })
  }

  async function list(chainId: string): Promise<readonly StoredToken[]> {
    return await readSealed(store, sealer, KEYS.tokens, await recordId(chainId))
  }

  return {
    list,
    find: async (chainId, contract) => (await list(chainId)).find((token) => token.contract === contract),
    async add(chainId, token) {
      const id = await recordId(chainId)
      await updateSealed(store, sealer, KEYS.tokens, (tokens) => withToken(tokens, token, parts.clock()), id)
      failures.delete(`${id} ${token.contract}`)
      changed()
      parts.added()
    },
    async remove(chainId, contract) {
      const id = await recordId(chainId)
      const isOther = (token: StoredToken): boolean => token.contract !== contract
      await updateSealed(store, sealer, KEYS.tokens, (tokens) => tokens.filter(isOther), id)
      await updateSealed(store, sealer, KEYS.tokenBalances, ({ [contract]: _gone, ...others }) => others, id)
      failures.delete(`${id} ${contract}`)
      changed()
    },
    async forgetAccount(gone) {
      const chainIds = (await parts.chains.list()).map(({ chainId }) => chainId)
      await forgetTokens(store, sealer, { account: gone, chainIds })
    },
    async views(chainId) {
      const id = await recordId(chainId)
      const [tokens, balances] = await Promise.all([
        readSealed(store, sealer, KEYS.tokens, id),
        readSealed(store, sealer, KEYS.tokenBalances, id),
      ])
      return tokens.map((token) =>
        tokenView(token, balances[token.contract], failures.get(`${id} ${token.contract}`)),
      )
    },
    async refresh(chainId) {
      const id = await recordId(chainId)
      const { address } = await account()
      const asked = (await list(chainId)).filter(({ viewingKey }) => viewingKey !== undefined)
      await Promise.all(
        asked.map(async (token) => {
          const answer = await parts.questions.balance(chainId, token, address)
          await keepAnswer(parts, id, token, answer)
          if (answer.kind === 'known') failures.delete(`${id} ${token.contract}`)
          else failures.set(`${id} ${token.contract}`, answer.message)
          changed()
        }),
      )
    },
  }
}

async function keepAnswer(
  parts: TokensParts,
  id: string,
  token: StoredToken,
  answer: BalanceAnswer,
): Promise<void> {
  if (answer.kind !== 'known') return
  const { store, sealer, clock } = parts
  const known = { amount: answer.amount.toString(), asOf: clock() }
  await updateSealed(store, sealer, KEYS.tokenBalances, (all) => ({ ...all, [token.contract]: known }), id)
  const { codeHash } = answer
  if (codeHash === token.codeHash) return
  const renew = (found: StoredToken): StoredToken =>
    found.contract === token.contract ? { ...found, codeHash } : found
  await updateSealed(store, sealer, KEYS.tokens, (tokens) => tokens.map(renew), id)
}

function withToken(tokens: readonly StoredToken[], token: KnownToken, now: number): StoredToken[] {
  const before = tokens.find(({ contract }) => contract === token.contract)
  const viewingKey = token.viewingKey ?? before?.viewingKey
  const { contract, codeHash, name, symbol, decimals } = token
  const added: StoredToken = {
    contract,
    codeHash,
    name,
    symbol,
    decimals,
    ...(viewingKey === undefined ? {} : { viewingKey }),
    addedAt: before?.addedAt ?? now,
  }
  return before === undefined ? [...tokens, added] : tokens.map((found) => (found === before ? added : found))
}

const NO_KEY =
  'Sotto has no viewing key for this token, so it cannot read the balance. A site that uses the token can add one.'

function tokenView(
  token: StoredToken,
  balance: Parameters<typeof amountView>[0],
  failure: string | undefined,
): TokenView {
  const { contract, name, symbol, decimals, viewingKey } = token
  const hasViewingKey = viewingKey !== undefined
  return {
    contract,
    name,
    symbol,
    decimals,
    hasViewingKey,
    balance: amountView(balance, failure ?? (hasViewingKey ? undefined : NO_KEY)),
  }
}

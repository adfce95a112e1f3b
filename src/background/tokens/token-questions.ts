import { ChainError, type Client, ContractError, getTokenBalance } from '../../chain/index'
import { type Address, parseCodeHash } from '../../domain/index'
import { NetworkError } from '../networks/network-error'
import type { Networks } from '../networks/networks'
import type { StoredToken } from './token-schema'

export type BalanceAnswer =
  /** `codeHash` is the one the contract answered under. */
  | { readonly kind: 'known'; readonly amount: bigint; readonly codeHash: string }
  | { readonly kind: 'failed'; readonly message: string }

/** Asks tokens for private balances, each under a key pair of its own, so that no node can link the questions. */
export interface TokenQuestions {
  balance(chainId: string, token: StoredToken, account: Address): Promise<BalanceAnswer>
}

export function createTokenQuestions(
  networks: Pick<Networks, 'client' | 'txKey' | 'codeHash' | 'isDisputed'>,
): TokenQuestions {
  return {
    async balance(chainId, token, account) {
      try {
        const txKey = await networks.txKey(chainId)
        if (txKey.kind === 'blocked') throw new NetworkError('network/blocked')
        if (await networks.isDisputed(chainId, token.contract))
          throw new NetworkError('network/disputed-code')
        return await ask(await networks.client(chainId), {
          token,
          account,
          ioPublicKey: txKey.key,
          codeHashNow: () => networks.codeHash(chainId, token.contract, { fresh: true }),
        })
      } catch (error) {
        if (error instanceof ContractError) return { kind: 'failed', message: contractWords(token, error) }
        if (error instanceof ChainError || error instanceof NetworkError) {
          return { kind: 'failed', message: error.message }
        }
        throw error
      }
    },
  }
}

interface Question {
  readonly token: StoredToken
  readonly account: Address
  readonly ioPublicKey: Uint8Array
  readonly codeHashNow: () => Promise<string>
}

/** A contract may have moved to other code since it was added: the question is then put once more under the new hash. */
async function ask(client: Client, question: Question): Promise<BalanceAnswer> {
  const { token } = question
  try {
    return await askUnder(client, question, token.codeHash)
  } catch (error) {
    if (!(error instanceof ChainError) || error.refusal === undefined) throw error
    const codeHash = await question.codeHashNow()
    if (codeHash === token.codeHash) throw error
    return await askUnder(client, question, codeHash)
  }
}

async function askUnder(client: Client, question: Question, codeHash: string): Promise<BalanceAnswer> {
  const { token, account, ioPublicKey } = question
  const answer = await getTokenBalance(client, {
    contract: token.contract,
    codeHash: parseCodeHash(codeHash),
    ioPublicKey,
    address: account,
    viewingKey: token.viewingKey ?? '',
  })
  switch (answer.kind) {
    case 'balance':
      return { kind: 'known', amount: answer.amount, codeHash }
    case 'wrong-key':
      return {
        kind: 'failed',
        message: `The viewing key kept for ${token.symbol} is no longer valid. Nothing is lost: set a new one on the site where you use the token.`,
      }
    default:
      return answer satisfies never
  }
}

function contractWords({ symbol }: StoredToken, { message, code }: ContractError): string {
  return code === 'contract/unreadable' ? message : `${symbol} did not tell its balance: ${message}`
}

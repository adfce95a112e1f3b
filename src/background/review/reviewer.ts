/** Turns a call to sign into what the person is shown, and into what is signed if the answer is yes. */
import { hex, utf8 } from '@scure/base'
import { type Chain, parseSnip20Message } from '../../chain/index'
import { sha256 } from '../../crypto/index'
import type { ApprovalBody } from '../../messages/popup'
import type { SigningAccount } from '../accounts/account'
import type { Wallet } from '../accounts/wallet'
import type { KnownChains } from '../networks/known-chains'
import type { PageNetworks, PageTokens } from '../page-ports'
import type { SignedPermits } from '../permits/signed-permits'
import type { ContractBook } from './contract-book'
import type { ContractContext } from './contract-words'
import { readJsonText } from './json-text'
import { type OpenedInput, openMessage } from './open-input'
import { plainValue } from './plain-value'
import { type RequestRisksParts, requestRisks } from './request-risks'
import { reviewPermit, reviewText, reviewTx } from './review-words'
import {
  isTxRequest,
  readSignRequest,
  type SignCall,
  type SignReading,
  type SignRequest,
  type TxRequest,
} from './sign-request'
import { contentOf } from './tx-content'

export type SignBody = Extract<ApprovalBody, { readonly kind: 'transaction' | 'permit' | 'text' }>

/** A request with everything that its own bytes say. */
export interface OpenedRequest {
  readonly kind: 'opened'
  readonly request: SignRequest
  readonly chain: Chain
  /** One for each message of a transaction; undefined where there is nothing to open. */
  readonly inputs: readonly (OpenedInput | undefined)[]
  /** Stands for the sign bytes and for what was read in them. What the chain adds later does not change it. */
  readonly digest: string
}

export interface Reviewer {
  /** Decodes the bytes and opens the messages, without asking anybody. */
  open(
    call: SignCall,
    account: SigningAccount,
  ): Promise<OpenedRequest | Extract<SignReading, { kind: 'refused' }>>
  /** What to show with what is known now; the book says when there is more. `origin` is the page's. */
  body(opened: OpenedRequest, account: SigningAccount, origin: string): Promise<SignBody>
}

interface ReviewerParts extends RequestRisksParts {
  readonly vault: Pick<Wallet, 'txSeed' | 'keplrTxSeed'>
  readonly networks: Pick<PageNetworks, 'knownTxKeys' | 'txKeyChangedAt'>
  readonly tokens: Pick<PageTokens, 'list'>
  readonly book: ContractBook
  readonly chains: Pick<KnownChains, 'find'>
  readonly permits: Pick<SignedPermits, 'list'>
}

export function createReviewer(parts: ReviewerParts): Reviewer {
  const { vault, networks, tokens, book, chains, dealings } = parts

  async function openInputs(request: SignRequest): Promise<readonly (OpenedInput | undefined)[]> {
    if (!isTxRequest(request)) return []
    const { chainId } = request
    const [own, ioPublicKeys] = await Promise.all([vault.txSeed(chainId), networks.knownTxKeys(chainId)])
    const keys = { own, ioPublicKeys, keplr: () => vault.keplrTxSeed(chainId) }
    return await Promise.all(
      contentOf(request).messages.map((message) =>
        'wire' in message ? openMessage(message.wire, keys) : undefined,
      ),
    )
  }

  async function contractContexts(
    request: TxRequest,
    { chain, inputs }: OpenedRequest,
    { address: account }: SigningAccount,
  ): Promise<readonly (ContractContext | undefined)[]> {
    const used = await dealings.contracts({ chainId: request.chainId, account })
    return await Promise.all(
      contentOf(request).messages.map(async (message, index) => {
        const input = inputs[index]
        if (input === undefined) return undefined
        // What starts new code is read by that code, and not by what runs now.
        const starts = message.kind === 'instantiate' || message.kind === 'migrate'
        const named = starts ? { named: book.codeHashOf(chain, message.codeId) } : {}
        if (message.kind !== 'execute' && message.kind !== 'migrate') {
          return { input, past: undefined, token: undefined, ...named }
        }
        const past = {
          knowledge: book.contract(chain, message.contract),
          used: used.find(({ contract }) => contract === message.contract),
        }
        const token = isTokenMessage(input) ? await book.token(chain, message.contract) : undefined
        return { input, past, token, ...named }
      }),
    )
  }

  return {
    async open(call, account) {
      const reading = readSignRequest(call, account)
      if (reading.kind === 'refused') return reading
      const { request } = reading
      const inputs = await openInputs(request)
      const chain = await chains.find(request.chainId)
      if (chain === undefined) throw new TypeError('A call is decided for known networks only.')
      return { kind: 'opened', request, chain, inputs, digest: digestOf(request, inputs) }
    },

    async body(opened, account, origin) {
      const { request, chain } = opened
      const contracts = isTxRequest(request) ? await contractContexts(request, opened, account) : []
      const risks = await requestRisks(parts, { origin, account, request, chain, contracts })
      switch (request.kind) {
        case 'direct':
        case 'aux':
        case 'amino': {
          const numbers = book.account(chain, account.address)
          return {
            kind: 'transaction',
            ...reviewTx(request, { contracts, account: numbers, feeDenom: chain.denom, risks }),
          }
        }
        case 'permit': {
          const known = await tokens.list(request.chainId)
          const permit = reviewPermit(request, {
            labels: new Map(known.map(({ contract, symbol }) => [contract, symbol])),
            signed: await parts.permits.list(),
            signer: { account: account.address, origin },
            now: parts.clock(),
          })
          return { ...permit, warnings: [...permit.warnings, ...risks] }
        }
        case 'text': {
          const text = reviewText(request)
          return { ...text, warnings: [...text.warnings, ...risks] }
        }
        default:
          return request satisfies never
      }
    },
  }
}

/** Asking a contract for its token name is worth it only when it is spoken to as one. */
function isTokenMessage(input: OpenedInput): boolean {
  if (input.kind !== 'opened') return false
  const reading = readJsonText(input.message)
  return reading.kind === 'plain' && parseSnip20Message(reading.value) !== undefined
}

function digestOf(request: SignRequest, inputs: readonly (OpenedInput | undefined)[]): string {
  const read = inputs.map((input) => (input === undefined ? null : plainValue(input)))
  const text = JSON.stringify([request.kind, request.chainId, hex.encode(request.signBytes), read])
  return hex.encode(sha256(utf8.decode(text)))
}

/** Gathers what the risk rules look at, and asks them. */
import type { ChainMessage } from '../../chain/codec/index'
import type { Chain } from '../../chain/index'
import { type Address, isAddress, type NamedAddress } from '../../domain/index'
import type { ContractFacts, Warning } from '../../messages/popup'
import type { SigningAccount } from '../accounts/account'
import type { Dealings } from '../contracts/dealings'
import { gasClass, usualGas } from '../fees/gas-table'
import type { PageNetworks, PageTokens } from '../page-ports'
import type { ContractBook } from './contract-book'
import { contractFacts } from './contract-facts'
import type { ContractContext } from './contract-words'
import { peopleOf, riskMessage, risksOf } from './review-words'
import type { RiskMessage } from './risks/risk-message'
import { isTxRequest, type SignRequest, type TxRequest } from './sign-request'
import { contentOf, feeOf, MOST_MESSAGES } from './tx-content'

/** Whom the person knows. */
export interface Acquaintances {
  accounts(): Promise<readonly NamedAddress[]>
  contacts(): Promise<readonly NamedAddress[]>
}

export interface RequestRisksParts {
  readonly networks: Pick<PageNetworks, 'txKeyChangedAt'>
  readonly tokens: Pick<PageTokens, 'list'>
  readonly book: Pick<ContractBook, 'isContract'>
  readonly dealings: Pick<Dealings, 'contracts' | 'recipients'>
  readonly acquaintances: Acquaintances
  readonly clock: () => number
}

export interface RiskSubject {
  readonly origin: string
  readonly account: Pick<SigningAccount, 'address'>
  readonly request: SignRequest
  readonly chain: Chain
  /** One for each message of a transaction; undefined where a message has nothing to open. */
  readonly contracts: readonly (ContractContext | undefined)[]
}

export async function requestRisks(
  parts: RequestRisksParts,
  subject: RiskSubject,
): Promise<readonly Warning[]> {
  const { request, chain, origin, account } = subject
  const { address } = account
  const tx = isTxRequest(request) ? request : undefined
  const messages = tx === undefined ? [] : riskMessages(tx, subject)
  const party = { chainId: request.chainId, account: address }
  const [own, contacts, earlier, used, tokens, networkKeyChangedAt] = await Promise.all([
    parts.acquaintances.accounts(),
    parts.acquaintances.contacts(),
    parts.dealings.recipients(address),
    parts.dealings.contracts(party),
    parts.tokens.list(request.chainId),
    parts.networks.txKeyChangedAt(request.chainId),
  ])
  const recipients = publicRecipients(messages)
  const asked = recipients.slice(0, MOST_ASKED)
  const contracts = new Set<string>([
    ...messages.flatMap(({ contract }) => (contract === undefined ? [] : [contract.address])),
    ...used.map(({ contract }) => contract),
    ...tokens.map(({ contract }) => contract),
    ...asked.filter((recipient) => {
      const learned = parts.book.isContract(chain, recipient)
      return learned.kind === 'known' && learned.value
    }),
  ])
  return risksOf({
    origin,
    account: address,
    now: parts.clock(),
    networkKeyChangedAt,
    memo: tx === undefined ? '' : contentOf(tx).memo,
    fee: tx === undefined || tx.kind === 'aux' ? undefined : feeOf(tx),
    usualGas: tx === undefined ? 0n : usualLimit(tx, subject),
    messages,
    unasked: recipients.length - asked.length,
    people: peopleOf({ own, contacts, earlier, contracts }),
  })
}

function usualLimit(tx: TxRequest, { contracts }: RiskSubject): bigint {
  return gasClass(
    usualGas(
      contentOf(tx).messages,
      contracts.map((context) => context?.input),
    ),
  )
}

function riskMessages(tx: TxRequest, { contracts }: RiskSubject): readonly RiskMessage[] {
  return contentOf(tx)
    .messages.slice(0, MOST_MESSAGES)
    .map((message, index) => {
      const context = contracts[index]
      return riskMessage({
        message,
        input: context?.input,
        contract: context === undefined ? undefined : factsOf(message, context),
        asking: context?.past?.knowledge.codeHash.kind === 'asking',
        named: context?.named,
      })
    })
}

function factsOf(message: ChainMessage, { input, past }: ContractContext): ContractFacts | undefined {
  return message.kind === 'execute' || message.kind === 'migrate'
    ? contractFacts(message, input, past)
    : undefined
}

/** A node is asked about so many recipients of one request whether they are contracts. */
const MOST_ASKED = 10

/**
 * Recipients of public coins, which may be contracts. A private recipient is never asked about: a node must not learn from
 * a question whom a sealed message pays.
 */
function publicRecipients(messages: readonly RiskMessage[]): readonly Address[] {
  const addresses = messages.flatMap(({ payees }) =>
    payees.flatMap(({ address, kind }) => (kind === 'coins' && isAddress(address) ? [address] : [])),
  )
  return [...new Set(addresses)]
}

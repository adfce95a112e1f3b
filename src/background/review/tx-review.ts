/** A transaction as the person sees it, read from the exact bytes that will be signed. */
import { hex } from '@scure/base'
import type { ChainMessage, Fee } from '../../chain/codec/index'
import type { FeeView, MessageReview, RawTruth, TxReview, Warning } from '../../messages/popup'
import { accountWarnings } from './account-warnings'
import { coinView } from './coin-words'
import type { AccountKnowledge } from './contract-book'
import { type ContractContext, contractReview } from './contract-words'
import { prettyJson } from './json-text'
import type { Learned } from './learned'
import { nativeWords } from './native-words'
import { plainValue } from './plain-value'
import { safeText } from './safe-text'
import type { TxRequest } from './sign-request'
import { type Leaving, totalsOf } from './totals'
import { contentOf, feeOf, isForContracts, MOST_MESSAGES, sequenceOf } from './tx-content'
import { holdsUnread } from './unread-message'
import { caution, danger, note } from './words'

export interface TxContext {
  /** One for each message; undefined where a message has nothing to open. */
  readonly contracts: readonly (ContractContext | undefined)[]
  /** The account's numbers by the chain's word. */
  readonly account: Learned<AccountKnowledge | undefined>
  /** The coin that the network takes for fees. */
  readonly feeDenom: string
  /** What the risk rules say. */
  readonly risks: readonly Warning[]
}

const HEX_LIMIT = 200_000

export function reviewTx(request: TxRequest, context: TxContext): TxReview {
  const { messages, memo } = contentOf(request)
  const reviewed = messages
    .slice(0, MOST_MESSAGES)
    .map((message, index) => messageReview(message, context.contracts[index]))
  const several = messages.length > 1
  const unread = unreadParts(request, messages.length)
  const totals = totalsOf(reviewed.map(({ leaving }) => leaving))
  return {
    mode: request.kind,
    messages: reviewed.map(({ review }) => review),
    ...(totals === undefined
      ? {}
      : { totals: { ...totals, complete: totals.complete && unread.length === 0 } }),
    memo: safeText(memo, 2000),
    ...(request.kind === 'aux' ? {} : { fee: feeView(feeOf(request)) }),
    warnings: [
      ...unread,
      ...reviewed.flatMap(({ warnings }, index) =>
        several ? warnings.map((warning) => ({ ...warning, message: index })) : warnings,
      ),
      ...txWarnings(request, context),
      ...context.risks,
    ],
    dangerous: unread.length > 0 || reviewed.some(({ dangerous }) => dangerous),
    raw: rawTruth(rawOf(request), request.signBytes),
  }
}

interface ReviewedMessage {
  readonly review: MessageReview
  readonly leaving: Leaving
  readonly warnings: readonly Warning[]
  readonly dangerous: boolean
}

function messageReview(message: ChainMessage, context: ContractContext | undefined): ReviewedMessage {
  if (message.kind === 'execute' || message.kind === 'instantiate' || message.kind === 'migrate') {
    if (context === undefined) throw new TypeError('A contract message is reviewed with its opened input.')
    const { warnings, dangerous, tokens, whole, ...review } = contractReview(message, context)
    const leaving = { funds: review.funds, tokens, whole }
    return { review: { kind: 'contract', ...review }, leaving, warnings, dangerous }
  }
  const { warnings, tokens, whole, ...spoken } = nativeWords(message)
  const unread = holdsUnread(message)
  const unknown = message.kind === 'unknown'
  const json =
    message.kind === 'unknown' && message.json === undefined ? hex.encode(message.value) : undefined
  const input =
    json === undefined
      ? ({ kind: 'none' } as const)
      : ({ kind: 'unreadable', reason: 'Its type is not known.', hex: safeText(json, 2000) } as const)
  return {
    review: { kind: unknown ? 'unknown' : 'native', input, ...spoken },
    leaving: { funds: spoken.funds, tokens, whole: whole && !unread },
    // An unknown message says so in its own words.
    warnings: unread && !unknown ? [danger(UNREAD_INSIDE), ...warnings] : warnings,
    dangerous: unread,
  }
}

const UNREAD_INSIDE = 'Sotto cannot read a part of this message. It may do anything that your account can do.'

/** Everything that keeps the review from being the whole truth. */
function unreadParts(request: TxRequest, count: number): readonly Warning[] {
  const found: Warning[] = []
  if (count > MOST_MESSAGES) {
    found.push(danger(`Only the first ${MOST_MESSAGES} of ${count} messages are shown.`))
  }
  if (request.kind === 'amino') return found
  const { body } = request
  const parts = request.kind === 'direct' ? [body, request.auth] : [body]
  if (parts.some(({ unknownFields }) => unknownFields.length > 0)) {
    found.push(danger('This transaction has parts that Sotto does not know and cannot show.'))
  } else if (parts.some(({ canonical }) => !canonical)) {
    found.push(
      danger('This transaction is encoded in an unusual way and could mean something else than shown.'),
    )
  }
  if (body.extensionOptions.length > 0 || body.nonCriticalExtensionOptions.length > 0) {
    found.push(danger('This transaction has extensions that Sotto cannot read.'))
  }
  return found
}

function txWarnings(request: TxRequest, { account, feeDenom }: TxContext): readonly Warning[] {
  const { timeoutHeight, accountNumber } = contentOf(request)
  const fee = feeOf(request)
  const warnings: Warning[] = request.kind === 'aux' ? auxWarnings(request) : []
  if (fee.payer !== '') warnings.push(caution(`The fee is to be paid by ${safeText(fee.payer, 80)}.`))
  if (fee.granter !== '') {
    warnings.push(note(`The fee is paid from an allowance of ${safeText(fee.granter, 80)}.`))
  }
  if (fee.amount.some(({ denom }) => denom !== feeDenom)) {
    warnings.push(caution('The fee is in a coin that this network does not take.'))
  }
  if (timeoutHeight > 0n) warnings.push(note(`It is void after block ${timeoutHeight}.`))
  warnings.push(...accountWarnings({ accountNumber, sequence: sequenceOf(request) }, account))
  return warnings
}

/** The enclaves verify what a contract is sent, and know three ways to sign. Protocol 3.3. */
function auxWarnings(request: TxRequest): Warning[] {
  const refused = contentOf(request).messages.some(isForContracts)
  return [caution(SENT_BY_OTHERS), ...(refused ? [caution(NOT_FOR_CONTRACTS)] : [])]
}

const SENT_BY_OTHERS =
  'Nothing is sent now. Whoever gets this signature adds the fee, pays it and sends the transaction when they like, until another transaction of this account takes its place.'
const NOT_FOR_CONTRACTS =
  'Contracts of this network take no message that is signed in this way, so the network would refuse it.'

function feeView({ amount, gas, payer, granter }: Fee): FeeView {
  return {
    coins: amount.map(coinView),
    gas: gas.toString(),
    ...(payer === '' ? {} : { payer: safeText(payer, 80) }),
    ...(granter === '' ? {} : { granter: safeText(granter, 80) }),
  }
}

export function rawTruth(json: unknown, signBytes: Uint8Array): RawTruth {
  const shown = hex.encode(signBytes.subarray(0, HEX_LIMIT / 2))
  const rest = signBytes.length - HEX_LIMIT / 2
  return {
    json: prettyJson(plainValue(json)),
    signBytesHex: rest > 0 ? `${shown}… (${rest} more bytes)` : shown,
  }
}

function rawOf(request: TxRequest): unknown {
  if (request.kind === 'amino') return request.tx.doc
  const { chainId, accountNumber, body } = request
  if (request.kind === 'direct') return { chainId, accountNumber, body, auth: request.auth }
  return { chainId, accountNumber, sequence: request.sequence, body }
}

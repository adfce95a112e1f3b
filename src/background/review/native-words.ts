/** Plain words for the messages of the chain itself, all of which are public. */
import type { ChainMessage, ChainMessageOf } from '../../chain/codec/index'
import type { Address } from '../../domain/index'
import { contractAdminWords, grantWords } from './authority-words'
import { coinsWords, coinView, coinWords } from './coin-words'
import { memoWords } from './ibc-memo-words'
import { signersOf } from './message-signers'
import { momentWords } from './moment-words'
import { legacyContentWords, submitContentWords } from './proposal-content-words'
import { type ProposedWords, submitWords } from './proposal-words'
import { safeText } from './safe-text'
import { communityWords, govWords, stakingWords } from './staking-words'
import { holdsUnread, isSealed } from './unread-message'
import { validatorWords } from './validator-words'
import { caution, danger, EVERYONE_FOREVER, fact, type MessageWords, seenBy, short, words } from './words'

export type ComputeMessage = ChainMessageOf<'execute' | 'instantiate' | 'migrate'>
export type NativeMessage = Exclude<ChainMessage, ComputeMessage>

const PUBLIC = [seenBy('public', EVERYONE_FOREVER)]

export function nativeWords(message: NativeMessage): MessageWords {
  switch (message.kind) {
    case 'send':
    case 'multi-send':
    case 'ibc-transfer':
      return transferWords(message)
    case 'delegate':
    case 'undelegate':
    case 'redelegate':
    case 'cancel-unbonding':
    case 'withdraw-reward':
    case 'set-withdraw-address':
    case 'set-auto-restake':
      return { ...stakingWords(message), visibility: PUBLIC }
    case 'fund-community-pool':
    case 'community-pool-spend':
      return { ...communityWords(message), visibility: PUBLIC }
    case 'vote':
    case 'vote-weighted':
    case 'gov-deposit':
    case 'cancel-proposal':
      return { ...govWords(message), visibility: PUBLIC }
    case 'submit-proposal':
      return { ...submitWords(message, message.messages.map(proposedWords)), visibility: PUBLIC }
    case 'submit-content':
      return { ...submitContentWords(message), visibility: PUBLIC }
    case 'legacy-content':
      return { ...legacyContentWords(message), visibility: PUBLIC }
    case 'create-validator':
    case 'edit-validator':
    case 'withdraw-commission':
    case 'unjail':
      return { ...validatorWords(message), visibility: PUBLIC }
    case 'fee-grant':
    case 'fee-revoke':
    case 'authz-grant':
    case 'authz-revoke':
      return { ...grantWords(message), visibility: PUBLIC }
    case 'authz-exec':
      return { ...execWords(message), visibility: PUBLIC }
    case 'store-code':
    case 'update-admin':
    case 'clear-admin':
    case 'set-contract-governance':
    case 'contract-governance-proposal':
    case 'migrate-proposal':
    case 'upgrade-passed':
    case 'compute-params':
      return { ...contractAdminWords(message), visibility: PUBLIC }
    case 'unknown':
      return unknownWords(message.typeUrl)
    default:
      return message satisfies never
  }
}

function transferWords(message: ChainMessageOf<'send' | 'multi-send' | 'ibc-transfer'>): MessageWords {
  switch (message.kind) {
    case 'send':
      return words({
        title: 'Send in public',
        sentence: `Send ${coinsWords(message.amount)} to ${short(message.to)}`,
        facts: [fact('To', message.to)],
        funds: message.amount.map(coinView),
        visibility: PUBLIC,
      })
    case 'multi-send':
      return words({
        title: 'Send to several in public',
        sentence: `Send ${coinsWords(message.inputs.flatMap(({ coins }) => coins))} to ${message.outputs.length} accounts`,
        facts: message.outputs.map(({ address, coins }) => fact(coinsWords(coins), address)),
        funds: message.inputs.flatMap(({ coins }) => coins).map(coinView),
        visibility: PUBLIC,
      })
    case 'ibc-transfer':
      return ibcWords(message)
    default:
      return message satisfies never
  }
}

function ibcWords(message: ChainMessageOf<'ibc-transfer'>): MessageWords {
  const { token, receiver, sourcePort, sourceChannel, timeoutHeight, timeoutTimestamp } = message
  const memo = memoWords(message.memo, receiver)
  const then = memo.asks === undefined ? '' : `; ${memo.asks}`
  const height = timeoutHeight?.revisionHeight ?? 0n
  return words({
    title: 'Send to another chain',
    sentence: `Send ${coinWords(token)} to ${short(receiver)} on another chain, over ${safeText(sourceChannel)}${then}`,
    facts: [
      fact('To', receiver),
      fact('Channel', `${sourcePort}/${sourceChannel}`),
      ...(timeoutTimestamp === 0n
        ? []
        : [fact('Comes back if not there by', momentWords(timeoutTimestamp / 1_000_000_000n) ?? NO_DATE)]),
      ...(height === 0n
        ? []
        : [
            fact('Comes back if not there by block', `${height} (revision ${timeoutHeight?.revisionNumber})`),
          ]),
      ...memo.facts,
    ],
    warnings: memo.warnings,
    funds: [coinView(token)],
    visibility: [seenBy('public', 'Everything, on both chains: it stays readable for ever.')],
  })
}

const NO_DATE = 'a moment that is no date'

/**
 * The chain asks nobody's leave when what is inside is signed by the same account: it acts as if it stood alone. `account` is
 * who signs the whole, also where one exec inside of another is run by somebody who may act for it.
 */
function execWords(
  { grantee, messages }: ChainMessageOf<'authz-exec'>,
  account: Address = grantee,
): MessageWords {
  const inner = messages.map((message) => ({
    own: isOwn(message, account),
    whose: signersOf(message).filter((signer) => signer !== account),
    ...(message.kind === 'authz-exec' ? execWords(message, account) : innerWords(message)),
  }))
  const own = inner.filter((message) => message.own)
  const others = own.length < inner.length
  const count = messages.length === 1 ? 'one message' : `${messages.length} messages`
  const how = grantee === account ? 'yourself' : `by way of ${short(grantee)}`
  return words({
    title: own.length > 0 ? 'Act for your own account' : 'Act for another account',
    sentence:
      own.length > 0
        ? `Run ${count} ${how}: ${safeText(inner.map(({ sentence }) => sentence).join('; '))}`
        : othersSentence(messages, inner),
    facts: inner.flatMap(({ title, sentence, facts, whose }) => [
      fact(title, sentence),
      ...whose.map((signer) => fact('In the name of', signer)),
      ...facts,
    ]),
    warnings: [
      ...(own.length > 0 ? [danger(OWN_INSIDE)] : []),
      ...(others ? [caution('This acts with what belongs to another account.')] : []),
      ...inner.flatMap(({ warnings }) => warnings),
    ],
    funds: own.flatMap(({ funds }) => funds),
    whole: inner.every(({ whole }) => whole),
  })
}

/** One message of one account is said whole; more stand in the facts. */
function othersSentence(messages: readonly ChainMessage[], inner: readonly MessageWords[]): string {
  const [message] = messages
  const [only] = inner
  const [signer, ...others] = message === undefined ? [] : signersOf(message)
  if (inner.length !== 1 || only === undefined || signer === undefined || others.length > 0) {
    return `Run ${messages.length} messages in the name of accounts that allowed it`
  }
  return `In the name of ${short(signer)}: ${only.sentence}`
}

const OWN_INSIDE =
  'The messages inside act with your own account, as if you had signed them by themselves. An honest site has no reason to wrap them.'

/** Whose a message is that cannot be read is not known either: it may be the person's own. */
function isOwn(message: ChainMessage, account: Address): boolean {
  if (message.kind === 'authz-exec' && message.messages.some((inner) => isOwn(inner, account))) return true
  const signers = signersOf(message)
  return signers.length === 0 || signers.includes(account)
}

function innerWords(message: ChainMessage): MessageWords {
  return message.kind === 'execute' || message.kind === 'instantiate' || message.kind === 'migrate'
    ? words({ title: 'Contract message', sentence: 'A contract message, which the chain refuses here' })
    : nativeWords(message)
}

/** Undefined for what cannot be read, or only in part: its words would speak of this account. */
function proposedWords(message: ChainMessage): ProposedWords {
  return isSealed(message) || holdsUnread(message) ? undefined : innerWords(message)
}

function unknownWords(typeUrl: string): MessageWords {
  return words({
    title: 'Unknown action',
    sentence: 'Sotto cannot read this message and does not know what it does',
    facts: [fact('Type', typeUrl)],
    warnings: [danger('Sotto cannot read this message. It may do anything that your account can do.')],
    visibility: [seenBy('public', 'Everything in it: it stays readable for ever.')],
    whole: false,
  })
}

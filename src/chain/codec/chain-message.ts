import type { Address, Coin, JsonValue } from '../../domain/index'
import { anyOf, type Unrecognised } from './any-field'
import { BANK_MESSAGES } from './bank-messages'
import { coins, list } from './composite-fields'
import { COMPUTE_MESSAGES } from './compute-messages'
import { GOV_MESSAGES } from './gov-messages'
import { GRANT_MESSAGES } from './grant-messages'
import { type Described, type MessageSpec, messageSpec } from './message-spec'
import { account, flag, text } from './plain-fields'
import { STAKING_MESSAGES } from './staking-messages'
import { VALIDATOR_MESSAGES } from './validator-messages'

const PLAIN_MESSAGES = [
  ...COMPUTE_MESSAGES,
  ...BANK_MESSAGES,
  ...STAKING_MESSAGES,
  ...VALIDATOR_MESSAGES,
  ...GOV_MESSAGES,
  ...GRANT_MESSAGES,
] as const

/** Messages that another account has authorised this one to run. */
export interface AuthzExecMessage {
  readonly kind: 'authz-exec'
  readonly typeUrl: '/cosmos.authz.v1beta1.MsgExec'
  readonly grantee: Address
  readonly messages: readonly ChainMessage[]
}

/** What the network is asked to vote on; the messages are its governance's own and run when the vote passes. */
export interface SubmitProposalMessage {
  readonly kind: 'submit-proposal'
  readonly typeUrl: '/cosmos.gov.v1.MsgSubmitProposal'
  readonly messages: readonly ChainMessage[]
  readonly deposit: readonly Coin[]
  readonly proposer: Address
  readonly metadata: string
  readonly title: string
  readonly summary: string
  readonly expedited: boolean
}

export type KnownMessage =
  | Described<(typeof PLAIN_MESSAGES)[number]>
  | AuthzExecMessage
  | SubmitProposalMessage
/** Every message the wallet can read; all else is `unknown`, with its bytes or its JSON. */
export type ChainMessage = KnownMessage | Unrecognised
export type ChainMessageOf<K extends ChainMessage['kind']> = Extract<ChainMessage, { readonly kind: K }>

export const anyMessage = anyOf<KnownMessage>(() => MESSAGES)

const authzExec: MessageSpec<AuthzExecMessage> = messageSpec(
  { kind: 'authz-exec', typeUrl: '/cosmos.authz.v1beta1.MsgExec', aminoType: 'cosmos-sdk/MsgExec' },
  { grantee: ['grantee', 1, account], messages: ['msgs', 2, list(anyMessage)] },
)

/** Only gov v1 holds messages; the older kind holds content of its own. */
const submitProposal: MessageSpec<SubmitProposalMessage> = messageSpec(
  {
    kind: 'submit-proposal',
    typeUrl: '/cosmos.gov.v1.MsgSubmitProposal',
    aminoType: 'cosmos-sdk/v1/MsgSubmitProposal',
  },
  {
    messages: ['messages', 1, list(anyMessage)],
    deposit: ['initial_deposit', 2, coins],
    proposer: ['proposer', 3, account],
    metadata: ['metadata', 4, text],
    title: ['title', 5, text],
    summary: ['summary', 6, text],
    expedited: ['expedited', 7, flag],
  },
)

const MESSAGES = [
  ...PLAIN_MESSAGES,
  authzExec,
  submitProposal,
] as unknown as readonly MessageSpec<KnownMessage>[]

/** Reads a message of an amino sign document, `{type, value}`, strictly. Throws CodecError. Protocol 3.3, 3.4. */
export function messageFromAmino(json: JsonValue, path: string): ChainMessage {
  return anyMessage.fromJson(json, { path, depth: 0, dialect: 'amino' })
}

/** Reads a message as a node writes it, `{"@type": ...}`. Throws CodecError. Protocol 2.6. */
export function messageFromLcd(json: JsonValue, path: string): ChainMessage {
  return anyMessage.fromJson(json, { path, depth: 0, dialect: 'lcd' })
}

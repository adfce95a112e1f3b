import { anyOf, type Unrecognised } from './any-field'
import { coins, list, optional, record } from './composite-fields'
import { SendAuthorizationSchema } from './gen/bank_pb'
import {
  AllowedMsgAllowanceSchema,
  BasicAllowanceSchema,
  GenericAuthorizationSchema,
  MsgGrantAllowanceSchema,
  MsgGrantSchema,
  MsgRevokeAllowanceSchema,
  MsgRevokeSchema,
  PeriodicAllowanceSchema,
} from './gen/grants_pb'
import { type Described, type MessageSpec, messageSpec } from './message-spec'
import { account, text } from './plain-fields'
import { duration, timestamp } from './time-fields'

/** A fee allowance that holds only for some message types. */
export interface AllowedMessagesAllowance {
  readonly kind: 'allowed-messages'
  readonly typeUrl: '/cosmos.feegrant.v1beta1.AllowedMsgAllowance'
  readonly allowance: Allowance | undefined
  readonly allowedMessages: readonly string[]
}

/** What a fee grant allows; an empty spend limit means no limit. */
export type Allowance = Described<(typeof PLAIN_ALLOWANCES)[number]> | AllowedMessagesAllowance | Unrecognised
/** What an authz grant allows. */
export type Authorization = Described<(typeof AUTHORIZATIONS)[number]> | Unrecognised

function feegrant<const K extends string, const N extends string>(kind: K, name: N) {
  return { kind, typeUrl: `/cosmos.feegrant.v1beta1.${name}`, aminoType: `cosmos-sdk/${name}` } as const
}

const basic = { spendLimit: ['spend_limit', coins], expiration: ['expiration', timestamp] } as const

const PLAIN_ALLOWANCES = [
  messageSpec(feegrant('basic', 'BasicAllowance'), BasicAllowanceSchema, basic),
  messageSpec(feegrant('periodic', 'PeriodicAllowance'), PeriodicAllowanceSchema, {
    basic: ['basic', optional(record(basic))],
    period: ['period', duration],
    periodSpendLimit: ['period_spend_limit', coins],
    periodCanSpend: ['period_can_spend', coins],
    periodReset: ['period_reset', timestamp],
  }),
] as const

const allowance = anyOf<Exclude<Allowance, Unrecognised>>(() => ALLOWANCES)
const allowedMessages: MessageSpec<AllowedMessagesAllowance> = messageSpec(
  feegrant('allowed-messages', 'AllowedMsgAllowance'),
  AllowedMsgAllowanceSchema,
  { allowance: ['allowance', optional(allowance)], allowedMessages: ['allowed_messages', list(text)] },
)
const ALLOWANCES: readonly MessageSpec<Exclude<Allowance, Unrecognised>>[] = [
  ...PLAIN_ALLOWANCES,
  allowedMessages,
]

const AUTHORIZATIONS = [
  messageSpec(
    {
      kind: 'generic',
      typeUrl: '/cosmos.authz.v1beta1.GenericAuthorization',
      aminoType: 'cosmos-sdk/GenericAuthorization',
    },
    GenericAuthorizationSchema,
    { messageType: ['msg', text] },
  ),
  messageSpec(
    {
      kind: 'send',
      typeUrl: '/cosmos.bank.v1beta1.SendAuthorization',
      aminoType: 'cosmos-sdk/SendAuthorization',
    },
    SendAuthorizationSchema,
    { spendLimit: ['spend_limit', coins], allowList: ['allow_list', list(account)] },
  ),
] as const

const authorization = anyOf<Exclude<Authorization, Unrecognised>>(() => AUTHORIZATIONS)

/** Fee grants and authz grants (Protocol 3.4). */
export const GRANT_MESSAGES = [
  messageSpec(feegrant('fee-grant', 'MsgGrantAllowance'), MsgGrantAllowanceSchema, {
    granter: ['granter', account],
    grantee: ['grantee', account],
    allowance: ['allowance', optional(allowance)],
  }),
  messageSpec(feegrant('fee-revoke', 'MsgRevokeAllowance'), MsgRevokeAllowanceSchema, {
    granter: ['granter', account],
    grantee: ['grantee', account],
  }),
  messageSpec(
    { kind: 'authz-grant', typeUrl: '/cosmos.authz.v1beta1.MsgGrant', aminoType: 'cosmos-sdk/MsgGrant' },
    MsgGrantSchema,
    {
      granter: ['granter', account],
      grantee: ['grantee', account],
      grant: [
        'grant',
        record({
          authorization: ['authorization', optional(authorization)],
          expiration: ['expiration', timestamp],
        }),
      ],
    },
  ),
  messageSpec(
    { kind: 'authz-revoke', typeUrl: '/cosmos.authz.v1beta1.MsgRevoke', aminoType: 'cosmos-sdk/MsgRevoke' },
    MsgRevokeSchema,
    { granter: ['granter', account], grantee: ['grantee', account], messageType: ['msg_type_url', text] },
  ),
] as const

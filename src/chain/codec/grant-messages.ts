import { anyOf, type Unrecognised } from './any-field'
import { coins, list, optional, record } from './composite-fields'
import { type Described, type MessageSpec, messageSpec } from './message-spec'
import { account, text } from './plain-fields'
import { stakeAuthorization } from './stake-authorization'
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

const basic = { spendLimit: ['spend_limit', 1, coins], expiration: ['expiration', 2, timestamp] } as const

const PLAIN_ALLOWANCES = [
  messageSpec(feegrant('basic', 'BasicAllowance'), basic),
  messageSpec(feegrant('periodic', 'PeriodicAllowance'), {
    basic: ['basic', 1, optional(record(basic))],
    period: ['period', 2, duration],
    periodSpendLimit: ['period_spend_limit', 3, coins],
    periodCanSpend: ['period_can_spend', 4, coins],
    periodReset: ['period_reset', 5, timestamp],
  }),
] as const

const allowance = anyOf<Exclude<Allowance, Unrecognised>>(() => ALLOWANCES)
const allowedMessages: MessageSpec<AllowedMessagesAllowance> = messageSpec(
  feegrant('allowed-messages', 'AllowedMsgAllowance'),
  { allowance: ['allowance', 1, optional(allowance)], allowedMessages: ['allowed_messages', 2, list(text)] },
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
    { messageType: ['msg', 1, text] },
  ),
  messageSpec(
    {
      kind: 'send',
      typeUrl: '/cosmos.bank.v1beta1.SendAuthorization',
      aminoType: 'cosmos-sdk/SendAuthorization',
    },
    { spendLimit: ['spend_limit', 1, coins], allowList: ['allow_list', 2, list(account)] },
  ),
  stakeAuthorization,
] as const

const authorization = anyOf<Exclude<Authorization, Unrecognised>>(() => AUTHORIZATIONS)

/** Fee grants and authz grants (Protocol 3.4). */
export const GRANT_MESSAGES = [
  messageSpec(feegrant('fee-grant', 'MsgGrantAllowance'), {
    granter: ['granter', 1, account],
    grantee: ['grantee', 2, account],
    allowance: ['allowance', 3, optional(allowance)],
  }),
  messageSpec(feegrant('fee-revoke', 'MsgRevokeAllowance'), {
    granter: ['granter', 1, account],
    grantee: ['grantee', 2, account],
  }),
  messageSpec(
    { kind: 'authz-grant', typeUrl: '/cosmos.authz.v1beta1.MsgGrant', aminoType: 'cosmos-sdk/MsgGrant' },
    {
      granter: ['granter', 1, account],
      grantee: ['grantee', 2, account],
      grant: [
        'grant',
        3,
        record({
          authorization: ['authorization', 1, optional(authorization)],
          expiration: ['expiration', 2, timestamp],
        }),
      ],
    },
  ),
  messageSpec(
    { kind: 'authz-revoke', typeUrl: '/cosmos.authz.v1beta1.MsgRevoke', aminoType: 'cosmos-sdk/MsgRevoke' },
    {
      granter: ['granter', 1, account],
      grantee: ['grantee', 2, account],
      messageType: ['msg_type_url', 3, text],
    },
  ),
] as const

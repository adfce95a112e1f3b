import type { JsonObject, JsonValue } from '../../domain/index'
import { messageError } from './codec-error'
import { asObject, coin, list, optional, record } from './composite-fields'
import type { JsonContext } from './field'
import { type Described, type MessageSpec, messageSpec } from './message-spec'
import { enumeration, validator } from './plain-fields'

const AMINO = 'cosmos-sdk/StakeAuthorization'
const validators = optional(record({ addresses: ['address', 1, list(validator)] }))

const members = messageSpec(
  { kind: 'stake', typeUrl: '/cosmos.staking.v1beta1.StakeAuthorization', aminoType: AMINO },
  {
    maxTokens: ['max_tokens', 1, optional(coin)],
    allowed: ['allow_list', 2, validators],
    denied: ['deny_list', 3, validators],
    action: [
      'authorization_type',
      4,
      enumeration({
        AUTHORIZATION_TYPE_UNSPECIFIED: 0,
        AUTHORIZATION_TYPE_DELEGATE: 1,
        AUTHORIZATION_TYPE_UNDELEGATE: 2,
        AUTHORIZATION_TYPE_REDELEGATE: 3,
        AUTHORIZATION_TYPE_CANCEL_UNBONDING_DELEGATION: 4,
      }),
    ],
  },
)
type StakeAuthorization = Described<typeof members>

/** The right to stake for another account, with some validators or with all but some. Without `maxTokens` there is no limit. */
export const stakeAuthorization: MessageSpec<StakeAuthorization> = {
  ...members,
  fromBytes: (value, context) => checked(members.fromBytes(value, context), context.path),
  fromJson: (value, context) =>
    checked(
      members.fromJson(context.dialect === 'amino' ? opened(value, context) : value, context),
      context.path,
    ),
}

/** One list, never both: of two the network takes the last, and a reader could show the other. */
function checked(read: StakeAuthorization, path: string): StakeAuthorization {
  if (read.allowed !== undefined && read.denied !== undefined)
    throw messageError(path, 'one list of validators')
  return read
}

const LISTS: ReadonlyMap<JsonValue | undefined, string> = new Map([
  [`${AMINO}/AllowList`, 'allow_list'],
  [`${AMINO}/DenyList`, 'deny_list'],
])

/** Amino has the list as a value with a type of its own. */
function opened(value: JsonValue | undefined, context: JsonContext): JsonObject {
  const { Validators: choice, ...others } = asObject(value, context)
  if ([...LISTS.values()].some((name) => Object.hasOwn(others, name))) {
    throw messageError(context.path, 'a list of validators with its type')
  }
  if (choice === undefined) return others
  const { type, value: list } = asObject(choice, context)
  const name = LISTS.get(type)
  const given = asObject(list, context)
  if (name === undefined || Object.keys(given).join() !== name) {
    throw messageError(context.path, 'a list of validators that is allowed or denied')
  }
  return { ...others, ...given }
}

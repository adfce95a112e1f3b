import { anyOf } from './any-field'
import { asObject, coin, optional, record } from './composite-fields'
import { decimal } from './decimal-fields'
import { type Described, messageSpec } from './message-spec'
import { amount, bytes, optionalAccount, orNothing, text, validator } from './plain-fields'

const description = record({
  moniker: ['moniker', 1, text],
  identity: ['identity', 2, text],
  website: ['website', 3, text],
  securityContact: ['security_contact', 4, text],
  details: ['details', 5, text],
})

const commission = record({
  rate: ['rate', 1, decimal],
  maxRate: ['max_rate', 2, decimal],
  maxChangeRate: ['max_change_rate', 3, decimal],
})

const ed25519 = messageSpec(
  {
    kind: 'ed25519',
    typeUrl: '/cosmos.crypto.ed25519.PubKey',
    aminoType: 'tendermint/PubKeyEd25519',
  },
  { key: ['key', 1, bytes] },
)
const anyKey = anyOf<Described<typeof ed25519>>(() => [ed25519])

/** The key by which a validator signs blocks; amino has its bytes bare. */
const blockKey: typeof anyKey = {
  ...anyKey,
  fromJson(value, context) {
    const given = asObject(value, context)
    const key = given['value']
    return anyKey.fromJson(typeof key === 'string' ? { ...given, value: { key } } : given, context)
  },
}

function names<const K extends string, const U extends string>(kind: K, typeUrl: U, amino: string) {
  return { kind, typeUrl, aminoType: `cosmos-sdk/${amino}` } as const
}

/** What the operator of a validator does; each is signed by the account of the validator's own bytes (Protocol 3.4). */
export const VALIDATOR_MESSAGES = [
  messageSpec(names('create-validator', '/cosmos.staking.v1beta1.MsgCreateValidator', 'MsgCreateValidator'), {
    description: ['description', 1, description],
    commission: ['commission', 2, commission],
    minSelfDelegation: ['min_self_delegation', 3, amount],
    // No longer looked at by the chain: it is the account of the validator.
    delegator: ['delegator_address', 4, optionalAccount],
    validator: ['validator_address', 5, validator],
    blockKey: ['pubkey', 6, optional(blockKey)],
    amount: ['value', 7, coin],
  }),
  messageSpec(names('edit-validator', '/cosmos.staking.v1beta1.MsgEditValidator', 'MsgEditValidator'), {
    description: ['description', 1, description],
    validator: ['validator_address', 2, validator],
    commissionRate: ['commission_rate', 3, orNothing(decimal)],
    minSelfDelegation: ['min_self_delegation', 4, orNothing(amount)],
  }),
  messageSpec(
    names(
      'withdraw-commission',
      '/cosmos.distribution.v1beta1.MsgWithdrawValidatorCommission',
      'MsgWithdrawValCommission',
    ),
    { validator: ['validator_address', 1, validator] },
  ),
  messageSpec(names('unjail', '/cosmos.slashing.v1beta1.MsgUnjail', 'MsgUnjail'), {
    validator: ['validator_addr', 1, validator, 'address'],
  }),
] as const

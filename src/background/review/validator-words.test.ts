import { bech32 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { operatorOf } from '../../chain/codec/index'
import { addressBytes } from '../../domain/index'
import { BOB, SSCRT } from '../wallet.fake'
import { signersOf } from './message-signers'
import { type NativeMessage, nativeWords } from './native-words'
import { holdsUnread } from './unread-message'

const validator = bech32.encode('secretvaloper', bech32.toWords(addressBytes(BOB)))
const coin = { denom: 'uscrt', amount: 1_500_000n }
const description = {
  moniker: 'a moniker',
  identity: 'an identity',
  website: 'a website',
  securityContact: 'a contact',
  details: '[do-not-modify]',
}
const typeUrlOf = <const N extends string>(name: N) => `/cosmos.staking.v1beta1.${name}` as const
const OPERATED: readonly [NativeMessage, readonly string[]][] = [
  [
    {
      kind: 'create-validator',
      typeUrl: typeUrlOf('MsgCreateValidator'),
      description,
      commission: { rate: '0.05', maxRate: '0.2', maxChangeRate: '0.015' },
      minSelfDelegation: 2_000_000n,
      delegator: SSCRT,
      validator,
      blockKey: { kind: 'ed25519', typeUrl: '/cosmos.crypto.ed25519.PubKey', key: new Uint8Array(32) },
      amount: coin,
    },
    [
      ...['“a moniker”', '1.5 SCRT', 'an identity', 'a website', 'a contact', '[do-not-modify]', validator],
      ...['Commission\n5 %', 'at most\n20 %', '1.5 %', '2 SCRT', SSCRT, 'AAAAAAAA'],
    ],
  ],
  [
    {
      kind: 'edit-validator',
      typeUrl: typeUrlOf('MsgEditValidator'),
      description: { ...description, website: '' },
      validator,
      commissionRate: '0.07',
      minSelfDelegation: 3_000_000n,
    },
    [validator, 'a moniker', 'an identity', 'Website\nNothing', 'a contact', '7 %', '3 SCRT'],
  ],
  [
    { kind: 'unjail', typeUrl: '/cosmos.slashing.v1beta1.MsgUnjail', validator },
    [validator, 'sign blocks again'],
  ],
  [
    {
      kind: 'withdraw-commission',
      typeUrl: '/cosmos.distribution.v1beta1.MsgWithdrawValidatorCommission',
      validator,
    },
    [validator, 'Collect the commission'],
  ],
  [
    {
      kind: 'authz-grant',
      typeUrl: '/cosmos.authz.v1beta1.MsgGrant',
      granter: BOB,
      grantee: SSCRT,
      grant: {
        authorization: {
          kind: 'stake',
          typeUrl: typeUrlOf('StakeAuthorization'),
          maxTokens: coin,
          allowed: { addresses: [validator] },
          denied: undefined,
          action: 1,
        },
        expiration: undefined,
      },
    },
    [
      'stake up to 1.5 SCRT with one validator in your name, without an end',
      `Only the validator\n${validator}`,
    ],
  ],
  [
    {
      kind: 'authz-grant',
      typeUrl: '/cosmos.authz.v1beta1.MsgGrant',
      granter: BOB,
      grantee: SSCRT,
      grant: {
        authorization: {
          kind: 'stake',
          typeUrl: typeUrlOf('StakeAuthorization'),
          maxTokens: undefined,
          allowed: undefined,
          denied: { addresses: [validator, validator] },
          action: 3,
        },
        expiration: undefined,
      },
    },
    ['move any amount of stake to any validator but 2 validators', `Not the validator\n${validator}`],
  ],
]

describe('the words for validators', () => {
  it.each(OPERATED)('I3: leave no member out: $kind', (message, parts) => {
    const { sentence, facts } = nativeWords(message)
    const said = [sentence, ...facts.map(({ label, value }) => `${label}\n${value}`)].join('\n')
    for (const part of parts) expect(said).toContain(part)
  })

  it('count what is staked as leaving the account, which is that of the validator', () => {
    const [[create] = []] = OPERATED
    if (create?.kind !== 'create-validator') throw new Error('other')
    expect(nativeWords(create).funds).toMatchObject([{ amount: '1500000', symbol: 'SCRT' }])
    expect(operatorOf(validator)).toBe(BOB)
    for (const [message] of OPERATED) expect(signersOf(message)).toEqual([BOB])
    expect(JSON.stringify(nativeWords({ ...create, delegator: BOB }).facts)).not.toContain('Delegator')
  })

  it('do not pass over a key of another kind', () => {
    const [[create] = []] = OPERATED
    if (create?.kind !== 'create-validator') throw new Error('other')
    const blockKey = { kind: 'unknown', typeUrl: '/x.Key', value: new Uint8Array(), json: undefined } as const
    expect([holdsUnread(create), holdsUnread({ ...create, blockKey })]).toEqual([false, true])
  })

  it('say of a change only what it changes', () => {
    const edit = OPERATED.map(([message]) => message).find(({ kind }) => kind === 'edit-validator')
    if (edit?.kind !== 'edit-validator') throw new Error('other')
    expect(nativeWords(edit).facts.map(({ label }) => label)).not.toContain('Details')
    const rest = { ...edit, commissionRate: undefined, minSelfDelegation: undefined }
    expect(nativeWords(rest).facts.map(({ label }) => label)).not.toContain('Commission')
  })
})

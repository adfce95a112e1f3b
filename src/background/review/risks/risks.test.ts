import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressFromBytes, type JsonValue } from '../../../domain/index'
import { BOB, CODE_HASH, SSCRT } from '../../wallet.fake'
import { MESSAGE_RULES, REQUEST_RULES, risksOf } from './risks'
import {
  ADA,
  alike,
  allow,
  authz,
  BECH32M,
  coins,
  context,
  DAY,
  ENDS,
  exec,
  execute,
  FEE,
  feeGrant,
  fromCode,
  type Given,
  ibc,
  inExec,
  ME,
  NOW,
  names,
  native,
  OWNER,
  rest,
  SAVINGS,
  transfer,
  VALIDATOR,
} from './risks.fake'

/** Each rule with what brings it up and with the nearest thing that does not. */
const CASES: readonly (readonly [rule: string, fires: Given, silent: Given])[] = [
  ['recipient-look-alike', { messages: [coins(alike(ADA))] }, { messages: [coins(ADA)] }],
  ['recipients-unasked', { unasked: 1 }, { unasked: 0 }],
  ['recipient-first', { messages: [execute(transfer(OWNER))] }, { messages: [execute(transfer(BOB))] }],
  ['recipient-is-contract', { messages: [execute(transfer(SSCRT))] }, { messages: [execute(transfer(BOB))] }],
  ['recipient-is-contract', { messages: [coins(SSCRT)] }, { messages: [coins(BOB)] }],
  [
    'send-to-account',
    { messages: [execute({ send: { recipient: ADA, amount: '1' } })] },
    { messages: [execute({ send: { recipient: ADA, amount: '1', recipient_code_hash: CODE_HASH } })] },
  ],
  ['send-to-self', { messages: [execute(transfer(ME))] }, { messages: [execute(transfer(SAVINGS))] }],
  [
    'send-to-self',
    { messages: [execute(transfer(ME))] },
    { messages: [execute({ transfer_from: { owner: BOB, recipient: ME, amount: '1' } })] },
  ],
  [
    'send-to-self',
    { messages: [execute({ transfer_nft: { recipient: ME, token_id: '1' } })] },
    { messages: [execute({ mint_nft: { owner: ME, token_id: '1' } })] },
  ],
  ['send-to-self', { messages: [exec(ME, ME)] }, { messages: [exec(BOB, ME)] }],
  ['send-to-own-account', { messages: [coins(SAVINGS)] }, { messages: [coins(ME)] }],
  [
    'recipient-validator',
    { messages: [execute(transfer(VALIDATOR))] },
    { messages: [execute(transfer(BOB))] },
  ],
  [
    'recipient-other-network',
    { messages: [execute(transfer('cosmos1qypqxpq9qcrsszg2pvxq6rs0zqg3yyc5lzv7xu'))] },
    { messages: [execute(transfer('a text'))] },
  ],
  [
    'recipient-misspelt',
    { messages: [execute(transfer(BOB.toUpperCase()))] },
    { messages: [execute(transfer(BOB))] },
  ],
  [
    'recipient-misspelt',
    { messages: [execute(transfer(BECH32M))] },
    { messages: [execute(transfer(VALIDATOR))] },
  ],
  [
    'recipient-misspelt',
    { messages: [execute(transfer(`${rest(BOB)}q`))] },
    { messages: [execute({ other: rest(BOB) })] },
  ],
  ['receiver-of-this-network', { messages: [native(ibc(BOB))] }, { messages: [native(ibc('cosmos1qypq'))] }],
  [
    'allowance-unlimited',
    { messages: [execute(allow(String(2n ** 128n - 1n)))] },
    { messages: [execute(allow('1000000'))] },
  ],
  [
    'allowance-unlimited',
    { messages: [native(feeGrant(ENDS, []))] },
    { messages: [native(feeGrant(ENDS, [1n]))] },
  ],
  ['allowance-unlimited', { messages: [native(authz(ENDS, []))] }, { messages: [native(authz(ENDS, [1n]))] }],
  ['allowance-without-end', { messages: [execute(allow('1'))] }, { messages: [execute(allow('1', 1))] }],
  [
    'allowance-without-end',
    { messages: [native(feeGrant(undefined, [1n]))] },
    { messages: [native(feeGrant(ENDS, [1n]))] },
  ],
  [
    'allowance-without-end',
    { messages: [native(authz(undefined, [1n]))] },
    { messages: [native(authz(ENDS, [1n]))] },
  ],
  [
    'allowance-without-end',
    { messages: [execute({ approve: { spender: BOB, token_id: '1' } })] },
    {
      messages: [execute({ approve: { spender: BOB, token_id: '1', expires: { at_time: 1_800_000_000 } } })],
    },
  ],
  [
    'allowance-without-end',
    { messages: [execute(allow('1', NOW / 1000 + 731 * 86_400))] },
    { messages: [execute(allow('1', NOW / 1000 + 729 * 86_400))] },
  ],
  [
    'allowance-without-end',
    { messages: [execute(allow('1', Number.MAX_SAFE_INTEGER))] },
    { messages: [execute(allow('1', 0))] },
  ],
  [
    'allowance-without-end',
    { messages: [native(authz({ seconds: 253_402_300_799n, nanos: 0 }, [1n]))] },
    { messages: [native(authz(ENDS, [1n]))] },
  ],
  [
    'allowance-without-end',
    { messages: [execute({ approve_all: { operator: BOB, expires: { at_height: 4_000_000_000 } } })] },
    { messages: [execute({ revoke_all: { operator: BOB } })] },
  ],
  [
    'allowance-without-end',
    { messages: [native(inExec(feeGrant(undefined, [1n])))] },
    { messages: [native(inExec(feeGrant(ENDS, [1n])))] },
  ],
  [
    'allowance-unlimited',
    { messages: [native(inExec(feeGrant(ENDS, [1n]), inExec(authz(ENDS, []))))] },
    { messages: [native(inExec(feeGrant(ENDS, [1n]), inExec(authz(ENDS, [1n]))))] },
  ],
  [
    'recipient-look-alike',
    { messages: [execute({ transfer_nft: { recipient: alike(ADA), token_id: '1' } })] },
    { messages: [execute({ transfer_nft: { recipient: ADA, token_id: '1' } })] },
  ],
  [
    'recipient-look-alike',
    { messages: [execute({ approve_all: { operator: alike(ADA) } })] },
    { messages: [execute({ revoke_all: { operator: alike(ADA) } })] },
  ],
  ['contract-missing', { messages: [execute({}, { missing: true })] }, { messages: [execute({})] }],
  [
    'code-misnamed',
    { messages: [fromCode(CODE_HASH, { kind: 'known', value: 'ff'.repeat(32) })] },
    {
      messages: [
        fromCode(CODE_HASH, { kind: 'known', value: CODE_HASH }),
        fromCode(CODE_HASH, { kind: 'failed' }),
      ],
    },
  ],
  ['code-hash-differs', { messages: [execute({}, { codeHash: 'differs' })] }, { messages: [execute({})] }],
  ['code-hash-unknown', { messages: [execute({}, { codeHash: 'unknown' })] }, { messages: [execute({})] }],
  [
    'code-differs',
    { messages: [execute({}, { code: 'differs' })] },
    { messages: [execute({}, { code: 'checked' })] },
  ],
  [
    'contract-changed',
    { messages: [execute({}, { use: 'code-changed' })] },
    { messages: [execute({}, { use: 'first' })] },
  ],
  [
    'contract-owner-changed',
    { messages: [execute({}, { use: 'owner-changed' })] },
    { messages: [execute({})] },
  ],
  [
    'contract-change-pending',
    { messages: [execute({}, { pendingCodeId: '9' })] },
    { messages: [execute({})] },
  ],
  [
    'contract-migratable',
    { messages: [execute({}, { control: { kind: 'owner', address: OWNER, own: false } })] },
    { messages: [execute({}, { control: { kind: 'owner', address: ME, own: true } })] },
  ],
  [
    'funds-attached',
    { messages: [execute({}, {}, [{ denom: 'uscrt', amount: 1n }])] },
    { messages: [execute({})] },
  ],
  [
    'viewing-key-by-site',
    { messages: [execute({ set_viewing_key: { key: 'k' } })] },
    { messages: [execute({ create_viewing_key: { entropy: 'e' } })] },
  ],
  [
    'memo-phrase',
    { memo: 'legal winner thank year wave sausage worth useful legal winner thank yellow' },
    { memo: 'a b' },
  ],
  ['memo-tag', { memo: '1142330', messages: [execute({})] }, { memo: '1142330', messages: [coins(BOB)] }],
  ['memo-address', { memo: `for ${BOB}` }, { memo: 'for Bob' }],
  ['memo-beside-secret', { memo: 'rent', messages: [execute({})] }, { memo: 'rent', messages: [coins(BOB)] }],
  ['memo-public', { memo: 'rent' }, { memo: ' ' }],
  ['fee-high', { fee: { ...FEE, amount: [{ denom: 'uscrt', amount: 5_000_001n }] } }, { fee: FEE }],
  [
    'gas-high',
    { usualGas: 500_000n, fee: { ...FEE, gas: 2_500_001n } },
    { usualGas: 1_000_000n, fee: { ...FEE, gas: 2_500_001n } },
  ],
  ['origin-punycode', { origin: 'https://xn--80ak6aa92e.example' }, { origin: 'https://notxn--a.example' }],
  ['origin-http', { origin: 'http://localhost:8080' }, { origin: 'https://localhost:8080' }],
  [
    'network-key-changed',
    { networkKeyChangedAt: NOW - 6 * DAY, messages: [execute({})] },
    { networkKeyChangedAt: NOW - 8 * DAY, messages: [execute({})] },
  ],
]

describe('the risk rules', () => {
  it.each(CASES)('S120: %s speaks up when it should, and is silent else', (rule, fires, silent) => {
    expect(names(fires)).toContain(rule)
    expect(names(silent)).not.toContain(rule)
  })

  it('have a case each, and a name of their own', () => {
    const all = [...REQUEST_RULES, ...MESSAGE_RULES].map(({ name }) => name)
    expect(new Set(all).size).toBe(all.length)
    expect([...new Set(CASES.map(([rule]) => rule))].sort()).toEqual([...all].sort())
  })

  it('have nothing to say about an ordinary transfer to somebody known', () => {
    expect(names({ messages: [execute(transfer(ADA))] })).toEqual([])
    expect(names({ messages: [coins(BOB)] })).toEqual([])
  })

  it('tell an allowance without an end from one whose end is far away or cannot be told', () => {
    const text = (expires: JsonValue) =>
      risksOf(context({ messages: [execute({ approve_all: { operator: BOB, expires } })] })).find(
        ({ rule }) => rule === 'allowance-without-end',
      )?.text
    expect(text('never')).toContain('has no end')
    for (const expires of [{ at_time: 253_402_300_799 }, { at_height: 9 }]) {
      expect(text(expires)).toContain('may hold for more than two years')
    }
  })

  it('say once how many are concerned, and which message of several it is about', () => {
    const actions = [OWNER, addressFromBytes(new Uint8Array(20).fill(8))].map((recipient) => ({
      recipient,
      amount: '1',
    }))
    const warnings = risksOf(context({ messages: [coins(BOB), execute({ batch_transfer: { actions } })] }))
    expect(warnings).toEqual([
      {
        rule: 'recipient-first',
        level: 'note',
        message: 1,
        text: expect.stringMatching(
          /^You have not sent anything to .* before\. The same holds for 1 more\.$/,
        ),
      },
    ])
  })

  it('P4, U57: never throw and never repeat what a page hides in a message', () => {
    fc.assert(
      fc.property(fc.json(), fc.string({ unit: 'binary' }), fc.webUrl(), (json, text, origin) => {
        const hostile = [
          execute(JSON.parse(json)),
          execute({ transfer: { recipient: `secret1${text}`, amount: text } }),
        ]
        for (const warning of risksOf(context({ messages: hostile, memo: text, origin }))) {
          expect(warning.text).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u)
          expect(warning.text.length).toBeLessThan(500)
        }
      }),
      { numRuns: 200 },
    )
  })
})

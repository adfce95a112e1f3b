import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type JsonValue, parseAddress } from '../domain/index'
import { ContractError } from './contract-error'
import { parseSnip20Message } from './snip20-message'
import { readBalance, readCreatedViewingKey, readTokenInfo } from './snip20-query'

const a = parseAddress('secret1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03')
const b = parseAddress('secret1fc3fzy78ttp0lwuujw7e52rhspxn8uj52zfyne')
const none = { owner: undefined, recipientCodeHash: undefined, message: undefined, memo: undefined }

describe('a SNIP-20 message', () => {
  it.each<[JsonValue, object]>([
    [
      { transfer: { recipient: b, amount: '5', memo: 'hi', padding: 'xx' } },
      { kind: 'transfer', batch: false, movements: [{ ...none, recipient: b, amount: 5n, memo: 'hi' }] },
    ],
    [
      { send: { recipient: b, recipient_code_hash: 'ab', amount: '5', msg: 'e30=', memo: null } },
      {
        kind: 'send',
        batch: false,
        movements: [{ ...none, recipient: b, amount: 5n, recipientCodeHash: 'ab', message: 'e30=' }],
      },
    ],
    [
      {
        batch_transfer: {
          actions: [
            { recipient: a, amount: '1' },
            { recipient: b, amount: '2' },
          ],
        },
      },
      {
        kind: 'transfer',
        batch: true,
        movements: [
          { recipient: a, amount: 1n },
          { recipient: b, amount: 2n },
        ],
      },
    ],
    [
      { send_from: { owner: a, recipient: b, amount: '5' } },
      { kind: 'send-from', movements: [{ owner: a, recipient: b, amount: 5n }] },
    ],
    [{ burn: { amount: '1' } }, { kind: 'burn', movements: [{ recipient: undefined, amount: 1n }] }],
    [{ redeem: { amount: '7', denom: 'uscrt' } }, { kind: 'redeem', amount: 7n, denom: 'uscrt' }],
    [{ deposit: {} }, { kind: 'deposit' }],
    [{ create_viewing_key: { entropy: 'x' } }, { kind: 'create-viewing-key', entropy: 'x' }],
    [{ set_viewing_key: { key: 'k', padding: 'p' } }, { kind: 'set-viewing-key', key: 'k' }],
    [
      { increase_allowance: { spender: b, amount: '9', expiration: 1700000000 } },
      { kind: 'increase-allowance', spender: b, amount: 9n, expiration: 1700000000 },
    ],
    [
      { decrease_allowance: { spender: b, amount: '9' } },
      { kind: 'decrease-allowance', expiration: undefined },
    ],
    [{ revoke_permit: { permit_name: 'p' } }, { kind: 'revoke-permit', permitName: 'p' }],
    [
      { revoke_all_permits: { interval: { created_before: '5' } } },
      { kind: 'revoke-all-permits', interval: { createdBefore: '5', createdAfter: undefined } },
    ],
    [{ register_receive: { code_hash: 'ab' } }, { kind: 'register-receive', codeHash: 'ab' }],
    [{ change_admin: { address: b } }, { kind: 'change-admin', address: b }],
    [{ set_contract_status: { level: 'stop_all' } }, { kind: 'set-contract-status', level: 'stop_all' }],
    [{ add_minters: { minters: [a, b] } }, { kind: 'add-minters', minters: [a, b] }],
  ])('%j is read', (message, action) => {
    expect(parseSnip20Message(message)).toMatchObject(action)
  })

  it.each<[string, JsonValue]>([
    ['an amount as a number', { transfer: { recipient: b, amount: 5 } }],
    ['an amount of 2^128', { transfer: { recipient: b, amount: (1n << 128n).toString() } }],
    ['a negative amount', { transfer: { recipient: b, amount: '-1' } }],
    ['an exponent', { transfer: { recipient: b, amount: '1e3' } }],
    ['a recipient elsewhere', { transfer: { recipient: 'osmo1abc', amount: '5' } }],
    ['no recipient', { transfer: { amount: '5' } }],
    ['an unknown member', { transfer: { recipient: b, amount: '5', note: 'x' } }],
    ['a member of another message', { transfer: { recipient: b, amount: '5', owner: a } }],
    ['two messages', { deposit: {}, redeem: { amount: '1' } }],
    ['an empty batch', { batch_transfer: { actions: [] } }],
    ['a message for the contract that is not base64', { send: { recipient: b, amount: '5', msg: '{}' } }],
    ['a name nobody knows', { mint_nft: {} }],
    ['a name every object has', { constructor: {} }],
    ['a batch that does not exist', { batch_burn: { actions: [{ amount: '1' }] } }],
    ['a list where an object belongs', { deposit: [] }],
    ['a list as the interval', { revoke_all_permits: { interval: [] } }],
    ['text', 'transfer'],
    ['nothing', {}],
  ])('S120: is not recognised with %s', (_, message) => {
    expect(parseSnip20Message(message)).toBeUndefined()
  })

  it('never throws, whatever the JSON', () => {
    const names = fc.constantFrom('transfer', 'send', 'batch_send', 'redeem', 'mint', 'revoke_all_permits')
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(names, fc.jsonValue(), { maxKeys: 2 })), (value) => {
        parseSnip20Message(value as JsonValue)
      }),
    )
  })
})

describe('what a token answers', () => {
  const info = { name: 'Secret SCRT', symbol: 'sSCRT', decimals: 6, total_supply: null }

  it('is read', () => {
    expect(readTokenInfo({ token_info: info })).toEqual({
      name: 'Secret SCRT',
      symbol: 'sSCRT',
      decimals: 6,
      totalSupply: undefined,
    })
    expect(readTokenInfo({ token_info: { ...info, total_supply: '9' } }).totalSupply).toBe(9n)
    expect(readBalance({ balance: { amount: '12' } })).toEqual({ kind: 'balance', amount: 12n })
    expect(readBalance({ viewing_key_error: { msg: 'Wrong viewing key' } })).toEqual({
      kind: 'wrong-key',
      message: 'Wrong viewing key',
    })
    expect(readCreatedViewingKey({ create_viewing_key: { key: 'api_key_x=' } })).toBe('api_key_x=')
    expect(readCreatedViewingKey({ set_viewing_key: { status: 'success' } })).toBeUndefined()
  })

  it.each<[string, object]>([
    ['decimals 255', { decimals: 255 }],
    ['decimals as text', { decimals: '6' }],
    ['half a decimal', { decimals: 1.5 }],
    ['no name', { name: '' }],
    ['a name without end', { name: 'x'.repeat(1000) }],
    ['a name that turns direction', { name: 'abc\u202Edef' }],
    ['an invisible symbol', { symbol: 'S\u200BCRT' }],
    ['a supply of 2^128', { total_supply: (1n << 128n).toString() }],
  ])('N69, N70: is refused with %s', (_, change) => {
    expect(() => readTokenInfo({ token_info: { ...info, ...change } } as JsonValue)).toThrow(ContractError)
  })

  it.each(['1e30', '-1', (1n << 256n).toString(), '', '1.0', ' 1', '01'])(
    'N69: is refused with the balance %j',
    (amount) => {
      expect(() => readBalance({ balance: { amount } })).toThrow(ContractError)
    },
  )

  it('makes typed errors only', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(readTokenInfo, readBalance), (value, read) => {
        try {
          read(value as JsonValue)
        } catch (error) {
          expect(error).toBeInstanceOf(ContractError)
        }
      }),
    )
  })
})

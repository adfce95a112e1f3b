import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type JsonValue, parseAddress } from '../domain/index'
import { isContractMessageName, parseContractMessage, passedOnBy } from './contract-message'
import { partiesOf } from './contract-parties'
import { builtInNamesake, builtInToken, isWrappedNative } from './known-tokens'

const a = parseAddress('secret1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03')
const b = parseAddress('secret1fc3fzy78ttp0lwuujw7e52rhspxn8uj52zfyne')
const hash = 'ab'.repeat(32)
const info = { token_id: 't', name: 'N', symbol: 'S', token_config: { nft: {} } }

/** Protocol 6.8 and 6.9: every message, with what it is read as and who is in it. */
const CASES: readonly [JsonValue, object, readonly string[]][] = [
  [{ transfer_nft: { recipient: b, token_id: 't', memo: 'm' } }, { kind: 'nft-transfer' }, ['recipient']],
  [
    {
      send_nft: {
        contract: b,
        token_id: 't',
        receiver_info: { recipient_code_hash: hash, also_implements_batch_receive_nft: true },
        msg: 'e30=',
      },
    },
    { kind: 'nft-send', nftMovements: [{ recipient: b, recipientCodeHash: hash, tokenIds: ['t'] }] },
    ['contract'],
  ],
  [
    { batch_transfer_nft: { transfers: [{ recipient: b, token_ids: ['t', 'u'] }] } },
    { kind: 'nft-transfer', nftMovements: [{ tokenIds: ['t', 'u'] }] },
    ['recipient'],
  ],
  [{ batch_send_nft: { sends: [{ contract: b, token_ids: ['t'] }] } }, { kind: 'nft-send' }, ['contract']],
  [{ burn_nft: { token_id: 't' } }, { kind: 'nft-burn' }, []],
  [{ batch_burn_nft: { burns: [{ token_ids: ['t'] }] } }, { kind: 'nft-burn' }, []],
  [
    { approve: { spender: b, token_id: 't', expires: { at_time: 5 } } },
    { kind: 'nft-approve', expires: { atTime: 5 } },
    ['spender'],
  ],
  [{ revoke: { spender: b, token_id: 't' } }, { kind: 'nft-revoke' }, ['spender']],
  [
    { approve_all: { operator: b, expires: 'never' } },
    { kind: 'nft-approve-all', expires: 'never' },
    ['operator'],
  ],
  [{ revoke_all: { operator: b } }, { kind: 'nft-revoke-all' }, ['operator']],
  [
    {
      set_whitelisted_approval: {
        address: b,
        transfer: 'all',
        view_owner: 'none',
        expires: { at_height: 5 },
      },
    },
    { kind: 'nft-access', address: b, transfer: 'all', expires: { atHeight: 5 } },
    ['operator'],
  ],
  [
    { set_global_approval: { token_id: 't', view_owner: 'approve_token' } },
    { kind: 'nft-access', address: undefined, tokenId: 't' },
    [],
  ],
  [{ make_ownership_private: {} }, { kind: 'nft-make-private' }, []],
  [{ reveal: { token_id: 't' } }, { kind: 'nft-reveal' }, []],
  [
    { mint_nft: { token_id: 't', owner: b, public_metadata: { token_uri: 'x' }, transferable: false } },
    { kind: 'nft-mint', mints: [{ publicMetadata: { token_uri: 'x' }, transferable: false }] },
    ['recipient'],
  ],
  [{ batch_mint_nft: { mints: [{ owner: b }, {}] } }, { kind: 'nft-mint' }, ['recipient']],
  [
    { mint_nft_clones: { quantity: 3, owner: b, mint_run_id: 'r' } },
    { kind: 'nft-mint-clones', quantity: 3, runId: 'r' },
    ['recipient'],
  ],
  [{ set_metadata: { token_id: 't', public_metadata: {} } }, { kind: 'nft-set-metadata' }, []],
  [{ set_royalty_info: { royalty_info: { royalties: [] } } }, { kind: 'nft-set-royalty' }, []],
  [
    { register_receive_nft: { code_hash: hash, also_implements_batch_receive_nft: true } },
    { kind: 'nft-register-receive', batch: true },
    [],
  ],
  [{ set_contract_status: { level: 'stop_transactions' } }, { kind: 'nft-stop-transactions' }, []],
  [
    { transfer: { token_id: 't', from: a, recipient: b, amount: '5' } },
    { kind: 'item-transfer', itemMovements: [{ amount: 5n, from: a }] },
    ['owner', 'recipient'],
  ],
  [
    { send: { token_id: 't', from: a, recipient: b, amount: '5', msg: 'e30=', recipient_code_hash: hash } },
    { kind: 'item-send' },
    ['owner', 'contract'],
  ],
  [
    { batch_transfer: { actions: [{ token_id: 't', from: a, recipient: b, amount: '5' }] } },
    { kind: 'item-transfer' },
    ['owner', 'recipient'],
  ],
  [
    { batch_send: { actions: [{ token_id: 't', from: a, recipient: b, amount: '5' }] } },
    { kind: 'item-send' },
    ['owner', 'contract'],
  ],
  [
    { give_permission: { allowed_address: b, token_id: 't', transfer: '7', transfer_expiry: 'never' } },
    { kind: 'item-give-permission', transfer: 7n },
    ['spender'],
  ],
  [
    { give_permission: { allowed_address: b, token_id: 't', view_balance: true } },
    { viewBalance: true },
    ['viewer'],
  ],
  [
    { revoke_permission: { token_id: 't', owner: a, allowed_address: b } },
    { kind: 'item-revoke-permission' },
    ['owner', 'spender'],
  ],
  [
    { curate_token_ids: { initial_tokens: [{ token_info: info, balances: [{ address: b, amount: '1' }] }] } },
    { kind: 'item-curate', items: [{ name: 'N', config: { nft: {} } }] },
    ['recipient'],
  ],
  [
    { mint_tokens: { mint_tokens: [{ token_id: 't', balances: [{ address: b, amount: '1' }] }] } },
    { kind: 'item-mint' },
    ['recipient'],
  ],
  [
    { burn_tokens: { burn_tokens: [{ token_id: 't', balances: [{ address: a, amount: '1' }] }] } },
    { kind: 'item-burn' },
    ['owner'],
  ],
  [{ change_metadata: { token_id: 't', private_metadata: {} } }, { kind: 'item-change-metadata' }, []],
  [{ add_curators: { add_curators: [b] } }, { kind: 'item-add-curators' }, ['minter']],
  [{ remove_curators: { remove_curators: [b] } }, { kind: 'item-remove-curators' }, ['minter']],
  [{ add_minters: { token_id: 't', add_minters: [b] } }, { kind: 'item-add-minters' }, ['minter']],
  [{ remove_minters: { token_id: 't', remove_minters: [b] } }, { kind: 'item-remove-minters' }, ['minter']],
  [{ change_admin: { new_admin: b } }, { kind: 'item-change-admin' }, ['admin']],
  [{ remove_admin: { current_admin: a, contract_address: b } }, { kind: 'item-remove-admin' }, ['admin']],
  [
    { transfer_from: { owner: a, recipient: b, amount: '1' } },
    { kind: 'transfer-from' },
    ['owner', 'recipient'],
  ],
  [{ increase_allowance: { spender: b, amount: '1' } }, { kind: 'increase-allowance' }, ['spender']],
  [{ set_viewing_key: { key: 'k' } }, { kind: 'set-viewing-key' }, []],
]

describe('a message of a known standard', () => {
  it.each(CASES)('%j is read, with who is in it', (message, action, roles) => {
    const read = parseContractMessage(message)
    expect(read?.action).toMatchObject(action)
    expect(read === undefined ? [] : partiesOf(read.action).map(({ role }) => role)).toEqual(roles)
  })

  it.each(CASES)('I3: %j is not recognised with one member more, anywhere', (message) => {
    const [name, body] = Object.entries(message as Record<string, object>)[0] ?? []
    if (name === undefined) throw new Error('no name')
    expect(isContractMessageName(name)).toBe(true)
    for (const extra of ['note', 'constructor', '__proto__', 'owner_address']) {
      const more = Object.fromEntries([...Object.entries(body ?? {}), [extra, 'x']])
      expect(parseContractMessage({ [name]: more })).toBeUndefined()
    }
    expect(parseContractMessage({ [name]: [] })).toBeUndefined()
    expect(parseContractMessage({ [name]: body ?? {}, deposit: {} } as JsonValue)).toBeUndefined()
  })

  it.each<[string, JsonValue]>([
    ['an end in words', { approve: { spender: b, token_id: 't', expires: 'soon' } }],
    ['two ends', { approve: { spender: b, token_id: 't', expires: { at_time: 1, at_height: 1 } } }],
    ['a right that does not exist', { set_global_approval: { view_owner: 'everything' } }],
    ['a token id that is a number', { transfer_nft: { recipient: b, token_id: 5 } }],
    ['no tokens', { batch_burn_nft: { burns: [{ token_ids: [] }] } }],
    [
      'an amount of 2^256',
      { transfer: { token_id: 't', from: a, recipient: b, amount: (1n << 256n).toString() } },
    ],
    ['metadata that is a list', { set_metadata: { token_id: 't', public_metadata: [] } }],
  ])('is not recognised with %s', (_, message) => {
    expect(parseContractMessage(message)).toBeUndefined()
  })

  it('hands out what is passed on', () => {
    const read = parseContractMessage({ send: { recipient: b, amount: '1', msg: 'e30=' } })
    expect(read === undefined ? [] : passedOnBy(read.action)).toEqual([{ to: b, message: 'e30=' }])
  })

  it('never throws, whatever the JSON', () => {
    const names = fc.constantFrom(...CASES.flatMap(([message]) => Object.keys(message as object)))
    fc.assert(
      fc.property(fc.dictionary(names, fc.jsonValue(), { maxKeys: 2 }), (value) => {
        const read = parseContractMessage(value as JsonValue)
        if (read !== undefined) partiesOf(read.action)
      }),
    )
  })
})

describe('tokens that are built in', () => {
  const sscrt = 'secret1k0jntykt7e4g3y88ltc60czgjuqdy4c9e8fzek'

  it('are known by their address, on their own network only', () => {
    expect(builtInToken('secret-4', sscrt)).toMatchObject({ symbol: 'sSCRT', decimals: 6 })
    expect(builtInToken('pulsar-3', sscrt)).toBeUndefined()
    expect(builtInToken('secret-4', a)).toBeUndefined()
    expect(isWrappedNative('secret-4', sscrt)).toBe(true)
    expect(isWrappedNative('pulsar-3', sscrt)).toBe(false)
    expect(isWrappedNative('secret-4', 'secret1fl449muk5yq8dlad7a22nje4p5d2pnsgymhjfd')).toBe(false)
  })

  it('P26: have their names to themselves, in any case or width', () => {
    for (const symbol of ['sSCRT', 'SSCRT', ' sscrt', 'ｓＳＣＲＴ']) {
      expect(builtInNamesake('secret-4', symbol, a)?.address).toBe(sscrt)
    }
    expect(builtInNamesake('secret-4', 'sSCRT', sscrt)).toBeUndefined()
    expect(builtInNamesake('secret-4', 'OTHER', a)).toBeUndefined()
  })
})

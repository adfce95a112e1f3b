import { beforeEach, describe, expect, it } from 'vitest'
import type { Address, JsonObject, JsonValue } from '../../../src/domain/index'
import { ALICE, BOB, CAROL, ContractHarness, SELF } from '../contract-harness.fake'
import { snip20V2 } from './snip20-v2'

const INIT = {
  name: 'Token',
  symbol: 'ABCDEFGHIJKLMNOPQRST',
  decimals: 6,
  prng_seed: 'c2VlZA==',
  initial_balances: [{ address: ALICE, amount: '1000' }],
  config: { enable_redeem: true, enable_deposit: true, enable_burn: true },
  supported_denoms: ['uscrt'],
}

let token: ContractHarness
beforeEach(() => {
  token = new ContractHarness(snip20V2, INIT)
  for (const owner of [ALICE, BOB, CAROL]) token.execute(owner, { set_viewing_key: { key: owner } })
})

function historyOf(address: Address): { txs: JsonObject[]; total: number } {
  const query = { transaction_history: { address, key: address, page_size: 10 } }
  return token.query(query)['transaction_history'] as never
}

const refusal = (sender: Address, message: JsonValue) => () => token.execute(sender, message)

describe('the second generation', () => {
  it('says so, and takes longer symbols', () => {
    expect(snip20V2.generation).toBe('v1')
    expect(() => new ContractHarness(snip20V2, { ...INIT, symbol: `${INIT.symbol}U` })).toThrow(
      'Ticker symbol is not in expected format [A-Z]{3,20}',
    )
  })

  it('says what the funds were insufficient for', () => {
    const transfer = { transfer: { recipient: BOB, amount: '1001', gas_target: '90000', decoys: [CAROL] } }
    expect(refusal(ALICE, transfer)).toThrow('insufficient funds to transfer: balance=1000, required=1001')
    expect(refusal(ALICE, { burn: { amount: '1001' } })).toThrow('insufficient funds to burn')
    expect(refusal(ALICE, { redeem: { amount: '1001' } })).toThrow('insufficient funds to redeem')
  })

  it('redeems the only denom unless another is named', () => {
    token.reserve = 10n
    expect(token.messagesOf(ALICE, { redeem: { amount: '5' } })).toEqual([
      { kind: 'send', to: ALICE, amount: [{ denom: 'uscrt', amount: 5n }] },
    ])
    expect(refusal(ALICE, { redeem: { amount: '5', denom: 'uatom' } })).toThrow(
      'Tried to redeem for an unsupported coin"',
    )
    token = new ContractHarness(snip20V2, { ...INIT, supported_denoms: ['uscrt', 'uatom'] })
    expect(refusal(ALICE, { redeem: { amount: '5', denom: null } })).toThrow(
      'Tried to redeem without specifying denom, but multiple coins are supported',
    )
  })

  it('is never sent to itself', () => {
    for (const message of ['transfer', 'send']) {
      expect(refusal(ALICE, { [message]: { recipient: SELF, amount: '1' } })).toThrow(
        'Tokens cannot be sent to token contract.',
      )
    }
  })

  it('has one history, which begins with the initial balance and counts nothing', () => {
    token.execute(ALICE, { transfer: { recipient: BOB, amount: '5', memo: 'hi' } })
    const { txs, total } = historyOf(ALICE)
    expect(total).toBe(2)
    expect(txs).toMatchObject([
      { action: { transfer: { from: ALICE, sender: ALICE, recipient: BOB } }, memo: 'hi' },
      { action: { mint: { minter: ALICE, recipient: ALICE } }, memo: 'Initial Balance' },
    ])
    expect(Math.min(...txs.map(({ id }) => Number(id)))).toBeGreaterThan(1_000_000)
    expect(() => token.query({ transfer_history: { address: ALICE, key: ALICE, page_size: 1 } })).toThrow(
      '`transfer_history` query is UNSUPPORTED. Use `transaction_history` instead.',
    )
    expect(() => token.query({ transaction_history: { address: ALICE, key: ALICE, page_size: 0 } })).toThrow(
      'invalid page size',
    )
  })

  it('revokes permits by their dates, and lists what is revoked', () => {
    expect(token.execute(ALICE, { revoke_all_permits: { interval: { created_before: '100' } } })).toEqual({
      revoke_all_permits: { status: 'success', revocation_id: '0' },
    })
    const viewer = { address: ALICE, viewing_key: ALICE }
    const list = { list_permit_revocations: { page_size: 5, viewer } }
    expect(token.query(list)).toEqual({
      list_permit_revocations: {
        revocations: [{ revocation_id: '0', interval: { created_before: '100', created_after: null } }],
      },
    })
    token.execute(ALICE, { delete_permit_revocation: { revocation_id: '0' } })
    expect(token.query(list)).toEqual({ list_permit_revocations: { revocations: [] } })
    expect(token.query({ list_permit_revocations: { viewer: { ...viewer, viewing_key: '' } } })).toEqual({
      viewing_key_error: { msg: 'Wrong viewing key for this address or viewing key not set' },
    })
  })
})

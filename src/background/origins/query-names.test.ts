import { describe, expect, it } from 'vitest'
import { isQuery } from './query-names'

describe('a query', () => {
  it.each([
    '{"balance":{"address":"a","key":"k"}}',
    ' { "with_permit" : {"query":{"balance":{}},"permit":{}}}',
    '{"token_info":{}}',
    '{"nft_dossier":{"token_id":"1"}}',
    '{"get_count":{}}',
    '{"query_pools":{}}',
  ])('is known by its name: %s', (message) => {
    expect(isQuery(message)).toBe(true)
  })

  it.each([
    '{"transfer":{"recipient":"a","amount":"1"}}',
    '{"send":{"recipient":"a","amount":"1","msg":""}}',
    '{"increase_allowance":{"spender":"a","amount":"1"}}',
    '{"set_viewing_key":{"key":"k"}}',
    '{"swap":{"balance":{}}}',
    '{"give_permission":{}}',
    '{"revoke_permit":{"permit_name":"n"}}',
    '{"mint_tokens":{}}',
    '{"Balance":{}}',
    '"balance"',
    '["balance"]',
    '{}',
    'balance',
    '',
  ])('is not what is to be run: %s', (message) => {
    expect(isQuery(message)).toBe(false)
  })
})

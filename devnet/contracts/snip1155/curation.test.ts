import { beforeEach, describe, expect, it } from 'vitest'
import type { Address, JsonObject, JsonValue } from '../../../src/domain/index'
import { ALICE, BOB, type ContractHarness } from '../contract-harness.fake'
import { PermitSigner } from '../permit-signer.fake'
import { contractWith, FUNGIBLE, holding, NFT, success, token } from './contract.fake'

const SIGNER = new PermitSigner('a holder')

let contract: ContractHarness
beforeEach(() => {
  contract = contractWith(SIGNER.address)
})

const refusal = (sender: Address, message: JsonValue) => () => contract.execute(sender, message)
function balanceOf(owner: Address, token_id = 'gold', viewer = owner): JsonValue | undefined {
  const { balance } = contract.query({ balance: { owner, viewer, key: viewer, token_id } })
  return (balance as JsonObject)['amount']
}

describe('curating', () => {
  it('makes ids, each of its own kind', () => {
    expect(contract.query({ contract_info: {} })).toEqual({
      contract_info: { admin: ALICE, curators: [ALICE], all_token_ids: ['gold', 'ring'] },
    })
    expect(contract.query({ token_id_public_info: { token_id: 'gold' } })).toEqual({
      token_id_public_info: {
        token_id_info: {
          token_id: 'gold',
          name: 'Token',
          symbol: 'TKN',
          token_config: { fungible: FUNGIBLE },
          public_metadata: null,
          private_metadata: null,
          curator: ALICE,
        },
        total_supply: '1005',
        owner: null,
      },
    })
    expect(contract.query({ token_id_public_info: { token_id: 'ring' } })).toMatchObject({
      token_id_public_info: { token_id_info: { token_config: { nft: NFT } }, total_supply: '1', owner: BOB },
    })
    expect(() => contract.query({ token_id_public_info: { token_id: 'z' } })).toThrow(
      'token_id z does not exist',
    )
  })

  it.each([
    [token('gold', { fungible: FUNGIBLE }, []), 'token_id already exists. Try a different id String'],
    [token('n', { nft: NFT }, []), 'Balances should only have one address'],
    [token('n', { nft: NFT }, [holding(ALICE, '2')]), 'token_id n is an NFT; there can only be one NFT'],
    [token('n', { fungible: FUNGIBLE }, [], { name: 'n' }), 'Name is not in the expected format'],
    [token('n', { fungible: FUNGIBLE }, [], { symbol: 'toolong' }), 'expected format [A-Z]{3,6}'],
    [token('n', { fungible: { ...FUNGIBLE, decimals: 19 } }, []), 'Decimals must not exceed 18'],
    [token('n', { other: {} }, []), 'unknown variant `other`, expected one of `fungible`, `nft`'],
  ])('refuses what makes no sense: %j', (initial, reason) => {
    expect(refusal(ALICE, { curate_token_ids: { initial_tokens: [initial] } })).toThrow(reason)
  })

  it('is for curators, whom the admin chooses', () => {
    const curate = { curate_token_ids: { initial_tokens: [], memo: 'm' } }
    expect(refusal(BOB, curate)).toThrow('Only curators are allowed to curate token_ids')
    expect(refusal(BOB, { add_curators: { add_curators: [BOB] } })).toThrow('This is an admin function')
    contract.execute(ALICE, { add_curators: { add_curators: [BOB] } })
    expect(contract.execute(BOB, curate)).toEqual(success('curate_token_ids'))
    contract.execute(ALICE, { remove_curators: { remove_curators: [BOB] } })
    expect(refusal(BOB, curate)).toThrow('Only curators')
  })
})

describe('minting and burning', () => {
  const mint = (token_id: string) => ({
    mint_tokens: { mint_tokens: [{ token_id, balances: [holding(BOB, '7')] }] },
  })
  const burn = (address: Address, amount: string, token_id = 'gold') => ({
    burn_tokens: { burn_tokens: [{ token_id, balances: [holding(address, amount)] }] },
  })

  it('is for minters of the id, if it allows more', () => {
    expect(contract.execute(ALICE, mint('gold'))).toEqual(success('mint_tokens'))
    expect(balanceOf(BOB)).toBe('7')
    expect(refusal(BOB, mint('gold'))).toThrow(
      'Only minters are allowed to mint additional tokens for token_id gold',
    )
    expect(refusal(ALICE, mint('ring'))).toThrow('minting is not enabled for this token_id')
    expect(refusal(ALICE, mint('z'))).toThrow('token_id does not exist. Cannot mint non-existent `token_ids`')
    expect(refusal(BOB, { add_minters: { token_id: 'gold', add_minters: [BOB] } })).toThrow(
      'You need to be the admin to add or remove minters',
    )
    contract.execute(ALICE, { add_minters: { token_id: 'gold', add_minters: [BOB] } })
    contract.execute(BOB, mint('gold'))
    contract.execute(ALICE, { remove_minters: { token_id: 'gold', remove_minters: [BOB] } })
    expect(refusal(BOB, mint('gold'))).toThrow('Only minters')
  })

  it('burns what belongs to the caller, and nothing else', () => {
    expect(refusal(BOB, burn(ALICE, '1'))).toThrow(
      `you do not have permission to burn 1 tokens from address ${ALICE}`,
    )
    expect(refusal(ALICE, burn(ALICE, '1001'))).toThrow('insufficient funds')
    contract.execute(ALICE, burn(ALICE, '400'))
    expect(contract.query({ token_id_public_info: { token_id: 'gold' } })).toMatchObject({
      token_id_public_info: { total_supply: '605' },
    })
    contract.execute(BOB, burn(BOB, '1', 'ring'))
    expect(balanceOf(BOB, 'ring')).toBe('0')
  })
})

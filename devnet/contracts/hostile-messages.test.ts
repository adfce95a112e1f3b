import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '../../src/domain/index'
import { CODES } from './catalog'
import type { Contract } from './contract'
import { ALICE, BOB, ContractHarness } from './contract-harness.fake'
import { PermitSigner } from './permit-signer.fake'
import { ContractError } from './std-error'

const SIGNER = new PermitSigner('anybody')

/** Init messages that enable as much as there is. */
const INITS: Readonly<Record<number, JsonObject>> = {
  1: tokenInit('v1'),
  2: {},
  3: tokenInit('v2'),
  4: {
    name: 'Cards',
    symbol: 'CARD',
    entropy: 'seed',
    config: { enable_burn: true, enable_sealed_metadata: true, public_owner: true },
  },
  5: { has_admin: true, curators: [ALICE], initial_tokens: [], entropy: 'seed' },
  6: { key: 'SCRT', rate: '1' },
}

function tokenInit(name: string): JsonObject {
  const enabled = ['deposit', 'redeem', 'mint', 'burn'].map((what) => [`enable_${what}`, true])
  return {
    name: `Token ${name}`,
    symbol: 'TKN',
    decimals: 6,
    prng_seed: 'c2VlZA==',
    initial_balances: [{ address: ALICE, amount: '1000' }],
    config: { ...Object.fromEntries(enabled), can_modify_denoms: true },
  }
}

/** The names of all messages, as the contract lists them when it is asked something it does not know. */
function variantsOf(ask: () => unknown): string[] {
  try {
    ask()
  } catch (error) {
    if (error instanceof ContractError)
      return [...error.message.matchAll(/`(\w+)`/g)].map(([, name = '']) => name)
    throw error
  }
  throw new Error('expected a refusal')
}

const FIELDS =
  'recipient amount memo msg actions denom owner spender expiration key address entropy page page_size viewer ' +
  'viewing_key token_id token_ids transfers sends burns mints quantity public_metadata private_metadata extension ' +
  'token_uri attributes media royalty_info royalties rate expires at_height at_time view_owner transfer operator ' +
  'level minters from allowed_address initial_tokens token_info token_config fungible nft balances mint_tokens ' +
  'burn_tokens permit query params signature pub_key value permissions allowed_tokens channels txhash interval ' +
  'created_before revocation_id contract receiver_info code_hash'
const fieldName = fc.oneof(fc.constantFrom(...FIELDS.split(' ')), fc.constantFrom('__proto__', 'constructor'))

const value = fc.letrec<{ any: JsonValue }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<JsonValue>(
      ALICE,
      BOB,
      '5',
      '',
      'never',
      'all',
      'approve_token',
      'gold',
      null,
      true,
      0,
      3,
    ),
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fieldName, tie('any'), { maxKeys: 6 }),
  ),
}))

describe.each(CODES.map((code): [number, Contract] => [code.codeId, code.contract]))(
  'the contract of code %i',
  (codeId, contract) => {
    const fresh = (): ContractHarness => {
      const made = new ContractHarness(contract, INITS[codeId] ?? {})
      made.txHash = 'AB'.repeat(32)
      return made
    }
    const messages = variantsOf(() => fresh().execute(ALICE, { nonsense: {} }))
    const queries = variantsOf(() => fresh().query({ nonsense: {} }))
    const bodies = fc.oneof(value.any, fc.dictionary(fieldName, value.any, { maxKeys: 10 }))

    it('has answers or refusals for whatever comes', () => {
      const calls = fc.array(fc.tuple(fc.constantFrom(...messages), bodies), { maxLength: 8 })
      const asked = fc.tuple(fc.constantFrom(...queries), bodies)
      fc.assert(
        fc.property(calls, asked, fc.constantFrom(ALICE, BOB), (executed, [query, body], sender) => {
          const made = fresh()
          for (const [name, fields] of executed) attempt(() => made.execute(sender, { [name]: fields }))
          attempt(() => made.query({ [query]: body }))
          const permit = SIGNER.sign([made.address], ['owner'])
          attempt(() => made.query({ with_permit: { permit, query: { [query]: body } } }))
        }),
        { numRuns: 100 },
      )
    })

    it('refuses what is no message', () => {
      fc.assert(
        fc.property(value.any, (message) => {
          attempt(() => fresh().execute(ALICE, message))
          attempt(() => fresh().query(message))
          attempt(() => new ContractHarness(contract, message))
        }),
      )
    })
  },
)

function attempt(work: () => unknown): void {
  try {
    work()
  } catch (error) {
    expect(error).toBeInstanceOf(ContractError)
  }
}

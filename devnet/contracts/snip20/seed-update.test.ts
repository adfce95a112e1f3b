import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '../../../src/domain/index'
import { BOB, ContractHarness, SELF } from '../contract-harness.fake'
import { PermitSigner } from '../permit-signer.fake'
import { snip20V2 } from './snip20-v2'

const OWNER = new PermitSigner('owner')
const OTHER = new PermitSigner('other')
const TX_HASH = 'AB'.repeat(32)

let token: ContractHarness
beforeEach(() => {
  token = new ContractHarness(snip20V2, {
    name: 'Token',
    symbol: 'TKN',
    decimals: 6,
    prng_seed: 'c2VlZA==',
    initial_balances: [{ address: OWNER.address, amount: '1000' }],
  })
  for (const { address } of [OWNER, OTHER]) token.execute(address, { set_viewing_key: { key: 'k' } })
  token.txHash = TX_HASH
})

function infoOf({ address }: PermitSigner): { seed: string; channels: JsonObject[] } {
  const viewer = { address, viewing_key: 'k' }
  return token.query({ channel_info: { channels: ['spent'], txhash: TX_HASH, viewer } })[
    'channel_info'
  ] as never
}

function update(signedDoc: JsonValue): JsonObject {
  return token.execute(OWNER.address, { update_seed: { signed_doc: signedDoc } })
}

function hashOf(signedDoc: JsonObject): string {
  const { signature } = signedDoc['signature'] as { signature: string }
  return createHash('sha256').update(Buffer.from(signature, 'base64')).digest('base64')
}

describe('a new seed for notifications', () => {
  it('is the hash of the signature, and names what comes from then on', () => {
    const before = infoOf(OWNER)
    const others = infoOf(OTHER)
    const signedDoc = OWNER.signSeed(SELF, before.seed)
    expect(update(signedDoc)).toEqual({ update_seed: { seed: hashOf(signedDoc) } })
    const after = infoOf(OWNER)
    expect(after.seed).toBe(hashOf(signedDoc))
    expect(infoOf(OTHER)).toEqual(others)
    const { log } = token.run(OWNER.address, { transfer: { recipient: BOB, amount: '1' } })
    const keys = log.map(({ key }) => key)
    expect(keys).toContain(`snip52:${after.channels[0]?.['answer_id']}`)
    expect(keys).not.toContain(`snip52:${before.channels[0]?.['answer_id']}`)
  })

  it('is given again and again, each time for the one before', () => {
    const first = OWNER.signSeed(SELF, infoOf(OWNER).seed)
    update(first)
    expect(() => update(first)).toThrow('Failed to verify signatures')
    const second = OWNER.signSeed(SELF, hashOf(first), { contract: SELF, previous_seed: hashOf(first) })
    expect(update(second)).toEqual({ update_seed: { seed: hashOf(second) } })
  })

  it.each([
    ['somebody else’s signature', () => OTHER.signSeed(SELF, infoOf(OWNER).seed), 'is not signed by sender'],
    ['another contract', () => OWNER.signSeed(BOB, infoOf(OWNER).seed), 'Failed to verify signatures'],
    [
      'another contract that it names',
      () => OWNER.signSeed(SELF, infoOf(OWNER).seed, { contract: BOB }),
      'is not for this contract',
    ],
    [
      'another seed that it names',
      () => OWNER.signSeed(SELF, infoOf(OWNER).seed, { previous_seed: 'AAAA' }),
      'Previous seed does not match',
    ],
    [
      'another chain',
      () => OWNER.signSeed(SELF, infoOf(OWNER).seed, { chain_id: 'secret-4' }),
      'Failed to verify signatures',
    ],
    ['nothing', () => ({ params: { chain_id: 'secretdev-1' } }), 'missing field `signature`'],
  ])('is refused for %s', (_, make, words) => {
    const before = infoOf(OWNER).seed
    expect(() => update(make())).toThrow(words)
    expect(infoOf(OWNER).seed).toBe(before)
  })
})

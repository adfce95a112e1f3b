import { describe, expect, it } from 'vitest'
import { type JsonObject, parseAddress } from '../../../src/domain/index'
import { MessageFields } from '../message-fields'
import { openPermit, requirePermission } from './permits'

// Protocol 10.5: the second is one that real builds of the contract accept.
const PUBLISHED = [
  {
    signer: 'secret1399pyvvk3hvwgxwt3udkslsc5jl3rqv4yshfrl',
    params: {
      chain_id: 'pulsar-2',
      permit_name: 'memo_secret1rf03820fp8gngzg2w02vd30ns78qkc8rg8dxaq',
      allowed_tokens: ['secret1rf03820fp8gngzg2w02vd30ns78qkc8rg8dxaq'],
      permissions: ['history'],
    },
    pubKey: 'A5M49l32ZrV+SDsPnoRv8fH7ivNC4gEX9prvd4RwvRaL',
    signature: 'hw/Mo3ZZYu1pEiDdymElFkuCuJzg9soDHw+4DxK7cL9rafiyykh7VynS+guotRAKXhfYMwCiyWmiznc6R+UlsQ==',
  },
  {
    signer: 'secret1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03',
    params: {
      chain_id: 'secretdev-1',
      permit_name: 'test',
      allowed_tokens: ['secret18vd8fpwxzck93qlwghaj6arh4p7c5n8978vsyg'],
      permissions: ['balance', 'history'],
    },
    pubKey: 'A07oJJ9n4TYTnD7ZStYyiPbB3kXOZvqIMkchGmmPRAzf',
    signature: 'NhGG8sTl1xJPI76h2/s/Xza3J2lvioIBcfKTMm74L9B2BylpbkIBLGrqh5CEY2msn7v4L95dhn9of0errrK0Pw==',
  },
]

function permitOf({ params, pubKey, signature }: (typeof PUBLISHED)[number], changed: JsonObject = {}) {
  return new MessageFields('permit', {
    params: { ...params, ...changed },
    signature: { pub_key: { type: 'tendermint/PubKeySecp256k1', value: pubKey }, signature },
  })
}

function callOn(token: string, cells = new Map<string, string>()) {
  const refuse = (): never => {
    throw new Error('a permit is read, nothing else')
  }
  return {
    env: {
      block: { height: 1, timeMs: 0, chainId: 'secretdev-1' },
      contract: { address: parseAddress(token), codeHash: '' },
    },
    storage: { get: (key: string) => cells.get(key), set: refuse, remove: refuse },
    querier: { balance: refuse, contract: refuse },
  }
}

describe.each(PUBLISHED)('permit of $signer', (published) => {
  const [token = ''] = published.params.allowed_tokens

  it('opens', () => {
    expect(openPermit(callOn(token), permitOf(published))).toEqual({
      signer: published.signer,
      permissions: published.params.permissions,
    })
  })

  it.each([
    ['another name', { permit_name: 'other' }],
    ['another chain', { chain_id: 'secret-4' }],
    ['more permissions', { permissions: [...published.params.permissions, 'owner'] }],
    [
      'permissions in another order',
      { permissions: [...published.params.permissions].reverse().concat('balance') },
    ],
  ])('is refused with %s', (_, changed) => {
    expect(() => openPermit(callOn(token), permitOf(published, changed))).toThrow('IncorrectSignature')
  })

  it('is for the tokens it names', () => {
    const other = 'secret1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03'
    expect(() => openPermit(callOn(other), permitOf(published))).toThrow(
      `Permit doesn't apply to token \\"${other}\\", allowed tokens: [\\"${token}\\"]`,
    )
  })

  it('ends when it is revoked', () => {
    const cells = new Map([[`revoked/${published.signer}/${published.params.permit_name}`, '1']])
    expect(() => openPermit(callOn(token, cells), permitOf(published))).toThrow('was revoked by account')
  })
})

describe('permissions', () => {
  const signer = parseAddress('secret1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03')

  it('are what was signed, and owner is all', () => {
    requirePermission({ signer, permissions: ['balance'] }, 'balance')
    requirePermission({ signer, permissions: ['owner'] }, 'history')
    expect(() => requirePermission({ signer, permissions: ['balance', 'allowance'] }, 'history')).toThrow(
      'No permission to query history, got permissions [Balance, Allowance]',
    )
  })
})

import { describe, expect, it } from 'vitest'
import { type JsonObject, parseAddress } from '../../src/domain/index'
import { MessageFields } from './message-fields'
import { deleteRevocation, listRevocations, revokeAllPermits } from './permit-revocations'
import { type OpenPermit, openPermit, type PermitRules, permits, printPermissions } from './permits'

const OLD: PermitRules = { dated: false, badSignature: 'names the reason' }
const NEW: PermitRules = { dated: true, badSignature: 'gives no reason' }
const DURING = Date.parse('2024-12-18T00:00:00Z')

interface Published {
  readonly name: string
  readonly signer: string
  readonly rules: readonly PermitRules[]
  readonly params: {
    readonly chain_id: string
    readonly permit_name: string
    readonly allowed_tokens: readonly string[]
    readonly permissions: readonly string[]
    readonly created?: string
    readonly expires?: string
  }
  readonly pubKey: string
  readonly signature: string
}

const DATES = { created: '2024-12-17T16:59:00.000Z', expires: '2024-12-20T06:59:30.333Z' }
const DATED = {
  signer: 'secret16v498l7d335wlzxpzg0mwkucrszdlza008dhc9',
  rules: [NEW],
  pubKey: 'AwSFyMndr25JX03rGSlXQ5oSO6F+9GoqQILZu/DytRrr',
}

// Protocol 10.5: the second is one that real builds of the contract accept.
const PUBLISHED: readonly Published[] = [
  {
    name: 'of the toolkit',
    signer: 'secret1399pyvvk3hvwgxwt3udkslsc5jl3rqv4yshfrl',
    rules: [OLD, NEW],
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
    name: 'that real builds accept',
    signer: 'secret1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03',
    rules: [OLD, NEW],
    params: {
      chain_id: 'secretdev-1',
      permit_name: 'test',
      allowed_tokens: ['secret18vd8fpwxzck93qlwghaj6arh4p7c5n8978vsyg'],
      permissions: ['balance', 'history'],
    },
    pubKey: 'A07oJJ9n4TYTnD7ZStYyiPbB3kXOZvqIMkchGmmPRAzf',
    signature: 'NhGG8sTl1xJPI76h2/s/Xza3J2lvioIBcfKTMm74L9B2BylpbkIBLGrqh5CEY2msn7v4L95dhn9of0errrK0Pw==',
  },
  {
    name: 'with dates',
    ...DATED,
    params: {
      chain_id: 'secret-4',
      permit_name: 'test',
      allowed_tokens: ['secret18vd8fpwxzck93qlwghaj6arh4p7c5n8978vsyg'],
      permissions: ['balance'],
      ...DATES,
    },
    signature: 'mFDn5w59gaDTHZ5UzEA6l+sUOtlWDx/HcSi1NpZM13YuamMehIi3mseqXcQy4loE63N0hYhyXiVZdzrPM28A+g==',
  },
  {
    name: 'for any token',
    ...DATED,
    params: {
      chain_id: 'secret-4',
      permit_name: 'test',
      allowed_tokens: ['ANY_TOKEN'],
      permissions: ['balance'],
      ...DATES,
    },
    signature: 'Qte1iS54RsyRCN3rmOjA96yXQTn+eg4YaEUAU/Q5mLVGU9mOCEw6LMZjU2owLB4ogcziWrMkLOL3dtOrj3dL4Q==',
  },
]
const [, PLAIN, WITH_DATES, BLANKET] = PUBLISHED as [Published, Published, Published, Published]
const OTHER_TOKEN = 'secret1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03'

function permitOf({ params, pubKey, signature }: Published, changed: JsonObject = {}) {
  return new MessageFields('permit', {
    params: { ...params, ...changed },
    signature: { pub_key: { type: 'tendermint/PubKeySecp256k1', value: pubKey }, signature },
  })
}

function callOn(token: string, cells = new Map<string, string>(), timeMs = DURING) {
  const refuse = (): never => {
    throw new Error('a permit is read, nothing else')
  }
  return {
    env: {
      block: { height: 1, timeMs, chainId: 'secretdev-1' },
      contract: { address: parseAddress(token), codeHash: '' },
    },
    storage: { get: (key: string) => cells.get(key), set: refuse, remove: refuse },
    querier: { balance: refuse, contract: refuse },
  }
}

function tokenOf({ params }: Published): string {
  const [token = ''] = params.allowed_tokens
  return token === 'ANY_TOKEN' ? OTHER_TOKEN : token
}

describe.each(PUBLISHED)('permit $name', (published) => {
  const token = tokenOf(published)
  const open = (changed: JsonObject = {}, rules = published.rules[0] ?? NEW): OpenPermit =>
    openPermit(callOn(token), permitOf(published, changed), rules)

  it('opens where its dates are understood, or it has none', () => {
    for (const rules of published.rules) {
      const { signer, params } = published
      expect(open({}, rules)).toEqual({ signer, permissions: params.permissions })
    }
  })

  it.each([
    ['another name', { permit_name: 'other' }],
    ['another chain', { chain_id: 'osmosis-1' }],
    ['more permissions', { permissions: [...published.params.permissions, 'owner'] }],
    [
      'permissions in another order',
      { permissions: [...published.params.permissions].reverse().concat('balance') },
    ],
  ])('is refused with %s', (_, changed) => {
    expect(() => open(changed)).toThrow('Failed to verify signatures for the given permit')
  })

  it('ends when it is revoked', () => {
    const cells = new Map([[`revoked/${published.signer}/${published.params.permit_name}`, '1']])
    expect(() => openPermit(callOn(token, cells), permitOf(published), NEW)).toThrow(
      `Permit \\"${published.params.permit_name}\\" was revoked by account \\"${published.signer}\\"`,
    )
  })
})

describe('a permit without dates', () => {
  it('is for the tokens it names', () => {
    expect(() => openPermit(callOn(OTHER_TOKEN), permitOf(PLAIN), OLD)).toThrow(
      `Permit doesn't apply to token \\"${OTHER_TOKEN}\\", allowed tokens: [\\"${tokenOf(PLAIN)}\\"]`,
    )
  })

  it('is refused with a reason only by a contract that verifies itself', () => {
    const forged = permitOf(PLAIN, { permit_name: 'forged' })
    const text = 'Failed to verify signatures for the given permit'
    expect(() => openPermit(callOn(tokenOf(PLAIN)), forged, OLD)).toThrow(`"${text}: IncorrectSignature"`)
    expect(() => openPermit(callOn(tokenOf(PLAIN)), forged, NEW)).toThrow(`"${text}"`)
  })
})

describe('a permit with dates', () => {
  const at = (time: string, permit = WITH_DATES): OpenPermit =>
    openPermit(callOn(tokenOf(permit), new Map(), Date.parse(time)), permitOf(permit), NEW)

  it('is open from its first second until its last', () => {
    expect(() => at('2024-12-17T16:58:59Z')).toThrow('Permit `created` after current block time')
    expect(at('2024-12-17T16:59:00Z').signer).toBe(WITH_DATES.signer)
    expect(at('2024-12-20T06:59:29Z').signer).toBe(WITH_DATES.signer)
    expect(() => at('2024-12-20T06:59:30Z')).toThrow('Permit has expired')
  })

  it('fails where dates are unknown, because the contract leaves them out of what was signed', () => {
    expect(() => openPermit(callOn(tokenOf(WITH_DATES)), permitOf(WITH_DATES), OLD)).toThrow(
      'IncorrectSignature',
    )
    expect(() => openPermit(callOn(OTHER_TOKEN), permitOf(BLANKET), OLD)).toThrow("Permit doesn't apply")
  })

  it.each([
    ['tomorrow', 'ISO 8601 string could not be parsed'],
    ['2024-12-17T16:59:00+01:00', 'ISO 8601 string not in Zulu (UTC+0)'],
    ['1969-12-17T16:59:00Z', 'Date time before January 1, 1970 0:00:00 UTC not supported'],
  ])('must say them in UTC: %s', (created, reason) => {
    const permit = permitOf(WITH_DATES, { created })
    expect(() => openPermit(callOn(tokenOf(WITH_DATES)), permit, NEW)).toThrow(reason)
  })

  it('stands alone and has a beginning when it is for any token', () => {
    const open = (changed: JsonObject) => () =>
      openPermit(callOn(OTHER_TOKEN), permitOf(BLANKET, changed), NEW)
    expect(open({ allowed_tokens: ['ANY_TOKEN', OTHER_TOKEN] })).toThrow(
      'Blanket permits cannot contain other allowed tokens',
    )
    expect(open({ created: null })).toThrow('Blanket permits must have a `created` time')
  })
})

describe('revocation of many permits', () => {
  const signer = parseAddress(WITH_DATES.signer)
  const created = Date.parse(DATES.created) / 1000
  const interval = (bounds: JsonObject) => new MessageFields('interval', bounds)

  function storageOf(cells: Map<string, string>) {
    return {
      get: (key: string) => cells.get(key),
      set: (key: string, value: string) => void cells.set(key, value),
      remove: (key: string) => void cells.delete(key),
    }
  }

  it('goes by the time of creation', () => {
    const cells = new Map<string, string>()
    const open = () => openPermit(callOn(tokenOf(WITH_DATES), cells), permitOf(WITH_DATES), NEW)
    const id = revokeAllPermits(storageOf(cells), signer, interval({ created_before: String(created) }))
    expect([id, open().signer]).toEqual(['0', signer])
    const other = revokeAllPermits(
      storageOf(cells),
      signer,
      interval({ created_before: String(created + 1) }),
    )
    expect(open).toThrow(`Permits created at ${created} revoked by account \\"${signer}\\"`)
    deleteRevocation(storageOf(cells), signer, other)
    revokeAllPermits(storageOf(cells), signer, interval({ created_after: String(created - 1) }))
    expect(open).toThrow('Permits created at')
    expect(listRevocations(storageOf(cells), signer)).toEqual({
      list_permit_revocations: {
        revocations: [
          { revocation_id: '0', interval: { created_before: String(created), created_after: null } },
          { revocation_id: '2', interval: { created_before: null, created_after: String(created - 1) } },
        ],
      },
    })
  })

  it('of all is one, as often as it is asked for', () => {
    const cells = new Map<string, string>()
    for (const _ of [1, 2]) {
      expect(revokeAllPermits(storageOf(cells), signer, interval({}))).toBe('REVOKED_ALL')
    }
    const open = () => openPermit(callOn(tokenOf(WITH_DATES), cells), permitOf(WITH_DATES), NEW)
    expect(open).toThrow(`Permits revoked by \\"${signer}\\"`)
    deleteRevocation(storageOf(cells), signer, 'REVOKED_ALL')
    expect(open().signer).toBe(signer)
  })

  it('has ten intervals at most, with ids that are numbers', () => {
    const storage = storageOf(new Map())
    const one = interval({ created_before: '1' })
    for (let at = 0; at < 10; at++) revokeAllPermits(storage, signer, one)
    expect(() => revokeAllPermits(storage, signer, one)).toThrow(
      'Maximum number of permit revocations (10) has been met',
    )
    expect(() => deleteRevocation(storage, signer, 'first')).toThrow('Deleted revocation id not Uint64')
  })
})

describe('permissions', () => {
  const signer = parseAddress(OTHER_TOKEN)

  it('are what was signed, and owner is all', () => {
    expect(permits({ signer, permissions: ['balance'] }, 'balance')).toBe(true)
    expect(permits({ signer, permissions: ['owner'] }, 'history')).toBe(true)
    expect(permits({ signer, permissions: ['balance'] }, 'history')).toBe(false)
    expect(printPermissions({ signer, permissions: ['balance', 'allowance'] })).toBe('[Balance, Allowance]')
  })
})

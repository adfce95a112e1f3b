import { describe, expect, it } from 'vitest'
import { ADDRESS, failure, ORIGIN, openPage, result } from './page.fake'

const CHAIN = 'secret-4'
const HASH = 'a'.repeat(64)

describe('a hostile page: its own world', () => {
  const globals = [
    'Promise',
    'Uint8Array',
    'BigInt',
    'Number',
    'String',
    'Event',
    'EventTarget',
    'btoa',
    'atob',
  ]
  const members: readonly (readonly [string, object, PropertyKey])[] = [
    ...globals.map((name) => [name, globalThis, name] as const),
    ['JSON.stringify', JSON, 'stringify'],
    ['Array.prototype.toJSON', Array.prototype, 'toJSON'],
    ['Array.prototype.push', Array.prototype, 'push'],
    ['iteration', Array.prototype, Symbol.iterator],
    ['Object.defineProperty', Object, 'defineProperty'],
    ['addEventListener', EventTarget.prototype, 'addEventListener'],
    ['Promise.resolve', Promise, 'resolve'],
    ['BigInt.prototype.toString', BigInt.prototype, 'toString'],
    ['Object.prototype.toJSON', Object.prototype, 'toJSON'],
  ]

  it.each(members)('P11: works when the page replaced %s', async (_label, target, name) => {
    const { page, sotto, keplr } = openPage()
    const change = changeWorld(target, name)
    page.outside = (run) => {
      change.undo()
      run()
      change.make()
    }
    const message = Object.setPrototypeOf({ a: 1 }, null)
    let results: unknown
    change.make()
    try {
      results = {
        connect: await sotto.connect([CHAIN]),
        getKey: await keplr.getKey(CHAIN),
        enigmaEncrypt: await keplr.enigmaEncrypt(CHAIN, HASH, message),
      }
    } finally {
      change.undo()
    }
    expect(results).toMatchObject({
      connect: undefined,
      getKey: { bech32Address: ADDRESS },
      enigmaEncrypt: new Uint8Array(96).fill(6),
    })
  })

  /** A member that fails whenever it is used, as a page would put in its place. */
  function changeWorld(target: object, name: PropertyKey): { make(): void; undo(): void } {
    const { defineProperty } = Object
    const before = Object.getOwnPropertyDescriptor(target, name)
    function value(): never {
      throw new TypeError('replaced')
    }
    // What the test runner itself uses between two ticks.
    Object.assign(value, { reject: Promise.reject.bind(Promise), resolve: Promise.resolve.bind(Promise) })
    return {
      make: () => void defineProperty(target, name, { value, configurable: true, writable: true }),
      undo: () => {
        if (before === undefined) Reflect.deleteProperty(target, name)
        else defineProperty(target, name, before)
      },
    }
  }

  it('P12: leaves another wallet alone, without a word', async () => {
    const other = { name: 'another wallet' }
    const { page, sotto, keplr } = openPage((before) => {
      Object.defineProperty(before, 'keplr', { value: other, writable: false, configurable: false })
    })
    expect(keplr).toBe(other)
    expect('getOfflineSigner' in page).toBe(false)
    await expect(sotto.connect(CHAIN)).resolves.toBeUndefined()
    let events = 0
    page.addEventListener('keplr_keystorechange', () => {
      events += 1
    })
    page.changeAccount()
    expect(events).toBe(0)
  })

  it('P13: members can be neither deleted nor replaced, and sites may add their own', () => {
    const { page, sotto, keplr } = openPage()
    for (const name of [
      'sotto',
      'keplr',
      'getOfflineSigner',
      'getOfflineSignerOnlyAmino',
      'getOfflineSignerAuto',
    ]) {
      expect(Object.getOwnPropertyDescriptor(page, name)).toMatchObject({
        writable: false,
        configurable: false,
        enumerable: false,
      })
      expect(Reflect.deleteProperty(page, name)).toBe(false)
      expect(Reflect.set(page, name, {})).toBe(false)
    }
    expect(Reflect.set(keplr, 'enable', () => 1)).toBe(false)
    expect(Reflect.deleteProperty(keplr, 'enable')).toBe(false)
    expect(Reflect.set(sotto, 'connect', () => 1)).toBe(false)
    expect(Object.assign(keplr, { extra: 1, defaultOptions: { sign: {} } })).toMatchObject({ extra: 1 })
  })

  it('methods work when they are taken off their object', async () => {
    const { page, keplr } = openPage()
    const { enable, getKey } = keplr
    await enable(CHAIN)
    expect((await getKey(CHAIN)).bech32Address).toBe(ADDRESS)
    expect(Reflect.get(page, 'getEnigmaUtils')(CHAIN)).toBe(keplr.getEnigmaUtils(CHAIN))
  })
})

describe('a page where Sotto is not wanted', () => {
  it('gets the same clear refusal from every method', async () => {
    const { page, sotto } = openPage()
    page.answer = () => failure('not-here', 'Sotto is turned off for this site.')
    const bytes = new Uint8Array(32)
    const calls = [
      sotto.getAccount(CHAIN),
      sotto.signAmino(CHAIN, ADDRESS, {}),
      sotto.signDirect(CHAIN, ADDRESS, { chainId: CHAIN }),
      sotto.signDirectAux(CHAIN, ADDRESS, { chainId: CHAIN }),
      sotto.renameAccount('Savings'),
      sotto.getTxPublicKey(CHAIN),
      sotto.getTxKey(CHAIN, bytes),
      sotto.sealMessage(CHAIN, HASH, {}),
      sotto.openCiphertext(CHAIN, bytes, bytes),
      sotto.addToken(CHAIN, ADDRESS),
      sotto.getViewingKey(CHAIN, ADDRESS),
    ]
    const endings = await Promise.allSettled(calls)
    const refusal = { status: 'rejected', reason: { code: 'not-here' } }
    expect(endings).toMatchObject(calls.map(() => refusal))
    expect(page.refused).toEqual([])
  })
})

describe('a hostile page: replies', () => {
  const forged = { channel: 'sotto:reply', id: 'request-0', outcome: { kind: 'result', value: 'forged' } }

  it('P14, O39, O40: other windows cannot answer, even with the right id', async () => {
    const { sotto, page } = openPage()
    page.answer = () => undefined
    const key = sotto.getViewingKey(CHAIN, 'secret1')
    page.arrive(forged, { source: {}, origin: 'https://evil.example' })
    page.arrive(forged, { source: {} })
    page.arrive(forged, { origin: 'null' })
    page.arrive({ ...forged, id: 'request-1' })
    page.reply('request-0', result('real'))
    expect(await key).toBe('real')
  })

  it('P14: ignores what is no reply', () => {
    const { page } = openPage()
    for (const data of [
      null,
      7,
      'text',
      {},
      { channel: 'sotto:reply' },
      { channel: 'sotto:reply', id: '__proto__' },
    ]) {
      expect(() => page.arrive(data)).not.toThrow()
    }
  })

  it('hides answers from scripts that listen to everything', async () => {
    const { sotto, page } = openPage()
    const seen: unknown[] = []
    page.addEventListener('message', (event) => seen.push(event))
    await sotto.getViewingKey(CHAIN, 'secret1')
    expect(seen).toEqual([])
  })

  it('P23: two calls of one page get their own answers', async () => {
    const { sotto, page } = openPage()
    page.answer = () => undefined
    const [first, second] = [sotto.getViewingKey(CHAIN, 'secret1a'), sotto.getViewingKey(CHAIN, 'secret1b')]
    page.reply('request-1', result('b'))
    page.reply('request-0', result('a'))
    expect(await Promise.all([first, second])).toEqual(['a', 'b'])
  })
})

describe('account changes', () => {
  it('reach listeners of both surfaces, and only those', () => {
    const { sotto, page } = openPage()
    const seen: string[] = []
    page.addEventListener('keplr_keystorechange', () => seen.push('event'))
    const stop = sotto.onAccountChange(() => seen.push('listener'))
    page.changeAccount()
    expect(seen.sort()).toEqual(['event', 'listener'])
    stop()
    page.changeAccount()
    expect(seen.filter((each) => each === 'listener')).toHaveLength(1)
    page.arrive({ channel: 'sotto:event', name: 'account-change' }, { origin: `${ORIGIN}.evil`, source: {} })
    expect(seen).toHaveLength(3)
  })
})

import { describe, expect, it } from 'vitest'
import { ADDRESS, AMINO_DOC, openPage, paramsOf } from './page.fake'
import { PageFailure } from './page-failure'

const CHAIN = 'secret-4'
const HASH = 'a'.repeat(64)
const unreadable = 'The parameters cannot be written as JSON.'

describe('a hostile page: parameters', () => {
  it('P2: finds nothing else on the surfaces', () => {
    const { sotto, keplr } = openPage()
    for (const name of ['then', 'request', 'unlock', '__core__']) {
      expect(name in sotto).toBe(false)
      expect(name in keplr).toBe(false)
    }
  })

  it('P3, P24: names of chains that are no text, or in another spelling, are refused', async () => {
    const { sotto, page } = openPage()
    for (const chainId of [{ toString: () => CHAIN }, 7, ' secret-4', 'secret–4', '__proto__'] as never[]) {
      await expect(sotto.getAccount(chainId)).rejects.toMatchObject({ code: 'bad-request' })
    }
    await expect(sotto.connect({ length: 1, 0: CHAIN } as never)).rejects.toMatchObject({
      code: 'bad-request',
    })
    await expect(sotto.disconnect(42 as never)).rejects.toMatchObject({ code: 'bad-request' })
    expect(page.calls).toEqual([])
  })

  it('P4: what is sent is what was there at the call, read once', async () => {
    const { keplr, page } = openPage()
    let reads = 0
    const memo = () => {
      reads += 1
      return reads === 1 ? 'first' : 'second'
    }
    const changing = new Proxy(AMINO_DOC, {
      get: (doc, name) => (name === 'memo' ? memo() : Reflect.get(doc, name)),
    })
    const bytes = Uint8Array.of(1, 2, 3)
    const direct = keplr.signDirect(CHAIN, ADDRESS, {
      bodyBytes: bytes,
      authInfoBytes: bytes,
      chainId: CHAIN,
    })
    const amino = keplr.signAmino(CHAIN, ADDRESS, changing)
    bytes.fill(9)
    await Promise.all([direct, amino])
    expect(paramsOf(page.calls[0])).toMatchObject({ bodyBytes: 'AQID', authInfoBytes: 'AQID' })
    expect(JSON.parse(String(paramsOf(page.calls[1])['signDoc'])).memo).toBe('first')
    expect(reads).toBe(1)
  })

  it('P5: a getter that throws is a rejected promise, not its own error', async () => {
    const { sotto, keplr } = openPage()
    const trap = {
      get memo(): string {
        throw new Error('from the page')
      },
    }
    await expect(sotto.signAmino(CHAIN, ADDRESS, trap)).rejects.toThrow(unreadable)
    await expect(keplr.enigmaEncrypt(CHAIN, HASH, trap)).rejects.toThrow(unreadable)
    const options = {
      get preferNoSetFee(): boolean {
        throw new Error('from the page')
      },
    }
    await expect(keplr.signAmino(CHAIN, ADDRESS, AMINO_DOC, options)).rejects.toThrow(
      'Unreadable parameters.',
    )
  })

  it('P5: whatever is given, our own surface rejects with a code', async () => {
    const { sotto, page } = openPage()
    const none = undefined as never
    const trap = new Proxy(
      {},
      {
        get() {
          throw new Error('from the page')
        },
      },
    ) as never
    for (const given of [none, null as never, trap]) {
      for (const promise of [
        sotto.verifyText(CHAIN, ADDRESS, 'text', given),
        sotto.signDirect(CHAIN, ADDRESS, given),
        sotto.signDirectAux(CHAIN, ADDRESS, given),
        sotto.getAccount(given),
        sotto.addNetwork(given),
      ]) {
        const error = await promise.then(
          () => undefined,
          (reason: unknown) => reason,
        )
        expect(error).toBeInstanceOf(PageFailure)
        expect(error).toMatchObject({ code: 'bad-request' })
      }
    }
    expect(page.calls).toEqual([])
  })

  it('P6, P8: cyclic values and BigInts are refused', async () => {
    const { sotto, page } = openPage()
    const cyclic: Record<string, unknown> = {}
    cyclic['self'] = cyclic
    for (const message of [cyclic, { amount: 1n }, undefined, () => 1, Symbol('x')] as never[]) {
      await expect(sotto.sealMessage(CHAIN, HASH, message)).rejects.toThrow(unreadable)
    }
    expect(page.calls).toEqual([])
  })

  it('P7: what is too large or too deep is refused before it leaves the page', async () => {
    const { sotto, page } = openPage()
    const large = { text: 'x'.repeat(64 * 1024 * 1024) }
    await expect(sotto.sealMessage(CHAIN, HASH, large)).rejects.toThrow('too large')
    const long = { list: Array.from({ length: 1_000_000 }, () => 1) }
    await expect(sotto.signAmino(CHAIN, ADDRESS, long)).rejects.toThrow('too large')
    let deep: unknown = 1
    for (let level = 0; level < 100_000; level += 1) deep = [deep]
    await expect(sotto.sealMessage(CHAIN, HASH, { deep })).rejects.toBeInstanceOf(PageFailure)
    expect(page.calls).toEqual([])
  })

  it('P8: bytes are bytes, of any frame, and nothing else', async () => {
    const { sotto, page } = openPage()
    const shared = new Uint8Array(new SharedArrayBuffer(2)).fill(5)
    class Sub extends Uint8Array {
      override get length(): number {
        return 1_000_000
      }
    }
    for (const [bytes, wire] of [
      [shared, 'BQU='],
      [Buffer.from([1]), 'AQ=='],
      [new Sub([1, 2]), 'AQI='],
    ] as const) {
      await sotto.openCiphertext(CHAIN, bytes, new Uint8Array(32))
      expect(paramsOf(page.calls.at(-1))).toMatchObject({ ciphertext: wire })
    }
    const detached = new Uint8Array(4)
    structuredClone(detached.buffer, { transfer: [detached.buffer] })
    const fake = { [Symbol.toStringTag]: 'Uint8Array', length: 3, __proto__: Uint8Array.prototype }
    for (const bytes of [
      [1, 2],
      new ArrayBuffer(2),
      new Uint16Array(2),
      fake,
      'AQ==',
      7,
      detached,
    ] as never[]) {
      await expect(sotto.getTxKey(CHAIN, bytes)).rejects.toMatchObject({ code: 'bad-request' })
    }
  })

  it('P8: what JSON has no word for is sealed as JSON writes it, which is what the person is shown', async () => {
    const { sotto, page } = openPage()
    const odd = { nan: Number.NaN, minus: -0, far: Number.POSITIVE_INFINITY, map: new Map([['a', 1]]) }
    await sotto.sealMessage(CHAIN, HASH, { ...odd, date: new Date(0) } as never)
    expect(paramsOf(page.calls[0])['message']).toBe(
      '{"nan":null,"minus":0,"far":null,"map":{},"date":"1970-01-01T00:00:00.000Z"}',
    )
  })

  it('P9: own __proto__ keys reach nobody as a prototype', async () => {
    const { sotto, page } = openPage()
    const message = JSON.parse('{"transfer":{},"__proto__":{"admin":true}}')
    await sotto.sealMessage(CHAIN, HASH, message)
    expect(paramsOf(page.calls[0])['message']).toBe('{"transfer":{},"__proto__":{"admin":true}}')
  })

  it('P10: text that cannot be written down arrives as it was meant', async () => {
    const { sotto, page } = openPage()
    const memo = '\ud800 \0 \u202e \u200b'
    await sotto.sealMessage(CHAIN, HASH, { memo })
    expect(JSON.parse(String(paramsOf(page.calls[0])['message']))).toEqual({ memo })
  })
})

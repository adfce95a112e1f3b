/** What leaves for the nodes when viewing keys and permits are used, against a local network. */
import { base64, hex } from '@scure/base'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Devnet, startDevnet } from '../../devnet/index'
import { permitSignDoc } from '../chain/codec/index'
import { connectedPage, personWithWallet, questionOf, SIGN_PARAMS, seeUnlocked } from './open-wallet.fake'
import type { FakePage, FakePerson } from './wiring.fake'

const CHAIN = 'secretdev-1'
const KEY = 'canary viewing key'
const NAME = 'canary permit'

let devnet: Devnet
let person: FakePerson
let page: FakePage
/** Everything that was sent to any node. */
const sent: string[] = []

beforeAll(async () => {
  devnet = await startDevnet({ blockMs: 100 })
  person = await personWithWallet()
  person.browser.respond = (url, init) => {
    sent.push(`${url} ${init?.body ?? ''}`)
    return fetch(url, init)
  }
  await person.popup('setEndpoints', { chainId: CHAIN, endpoints: [devnet.lcdUrl] })
  await person.popup('chooseNetwork', { chainId: CHAIN })
  page = await connectedPage(person, CHAIN)
})

afterAll(async () => {
  await devnet.stop()
})

/** The text itself, and what any base64 or hex in it says. */
function layersOf(text: string): string {
  const open = decodeURIComponent(text)
  const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes)
  const inBase64 = (open.match(/[A-Za-z0-9+/]{16,}/g) ?? []).map((found) =>
    latin1(base64.decode(found.slice(0, found.length - (found.length % 4)))),
  )
  const inHex = (open.match(/(?:[0-9a-f]{2}){8,}/gi) ?? []).map((found) => latin1(hex.decode(found)))
  return [open, ...inBase64, ...inHex].join('\n')
}

describe('N83: what the nodes are sent', () => {
  it('holds a viewing key inside an encrypted query alone', async () => {
    const contract = devnet.contracts.sscrt.address
    const { outcome } = page.ask('addToken', { chainId: CHAIN, contract, viewingKey: KEY })
    await person.popup('approve', { id: await questionOf(person, 'add-token') })
    expect(await outcome).toMatchObject({ kind: 'result' })
    await person.popup('refresh', {})
    // The contract has read the key, for it says that it is not the right one.
    const { tokens } = await seeUnlocked(person, (view) => view.tokens[0]?.balance.kind === 'failed')
    expect(tokens[0]?.balance).toMatchObject({ message: expect.stringContaining('no longer valid') })
    expect(sent.some((text) => text.includes(`/query/${contract}`))).toBe(true)
    expect(sent.map(layersOf).join('\n')).not.toContain(KEY)
  })

  it('holds nothing of a permit, whose signature only its page gets', async () => {
    const { address } = devnet.contracts.sscrt
    const doc = permitSignDoc({
      permitName: NAME,
      chainId: CHAIN,
      allowedTokens: [address],
      permissions: ['balance'],
      created: undefined,
      expires: undefined,
    })
    const { outcome } = page.ask('signAmino', {
      ...SIGN_PARAMS,
      chainId: CHAIN,
      signDoc: JSON.stringify(doc),
    })
    await person.popup('approve', { id: await questionOf(person, 'permit') })
    const signed = JSON.stringify(await outcome)
    const [, signature] = /"signature":"([^"]{80,})"/.exec(signed) ?? []
    expect(signature).toBeDefined()
    await person.popup('refresh', {})
    const all = sent.map(layersOf).join('\n')
    expect(all).not.toContain(NAME)
    expect(all).not.toContain(signature)
    expect(all).not.toContain(hex.encode(base64.decode(signature ?? '')))
  })

  it('would say so: the search finds a key however it is written', () => {
    const bytes = new TextEncoder().encode(`{"key":"${KEY}"}`)
    for (const written of [KEY, base64.encode(bytes), hex.encode(bytes)]) {
      expect(layersOf(`http://node/?query=${encodeURIComponent(written)}`)).toContain(KEY)
      expect(layersOf(`http://node/ {"tx":"${written}"}`)).toContain(KEY)
    }
  })
})

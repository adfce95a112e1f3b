import { base64 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { KEYS } from '../storage/keys'
import { createStore, readSealed } from '../storage/stored'
import { MINUTE, node, OPEN, type Setup, setup } from './networks.fake'
import { fakeNode, fakeTxKey } from './node.fake'
import { securityEventView } from './security-event-view'
import type { StoredTxKeys } from './tx-key-schema'

function keyQuestions({ nodes }: Setup): number {
  return [...nodes.values()].flatMap((each) => each.asked).filter((path) => path.endsWith('/tx-key')).length
}

async function storedKeys({ browser }: Setup): Promise<StoredTxKeys> {
  return await readSealed(createStore(browser.storage), OPEN, KEYS.txKeys, 'secret-4')
}

/** Keeps every answer back until it is released. */
function holdAnswers({ browser }: Pick<Setup, 'browser'>): { release(): void } {
  const { respond } = browser
  const held: (() => void)[] = []
  browser.respond = async (url) => {
    await new Promise<void>((resolve) => held.push(resolve))
    return await respond(url)
  }
  return {
    release() {
      browser.respond = respond
      for (const resolve of held) resolve()
    },
  }
}

describe('the network key', () => {
  it('is taken when two nodes agree, and asked for again only after a while', async () => {
    const made = await setup()
    const state = await made.networks.txKey('secret-4')
    expect(state).toMatchObject({ kind: 'ready', firstUse: true })
    expect(state.kind === 'ready' && base64.encode(state.key)).toBe(fakeTxKey(1))
    const asked = keyQuestions(made)
    await made.again().txKey('secret-4')
    expect(keyQuestions(made)).toBe(asked)
    made.browser.now += 61 * MINUTE
    await made.again().txKey('secret-4')
    expect(keyQuestions(made)).toBe(asked + 2)
  })

  it('is given at once while it is younger than an hour, and asked again meanwhile', async () => {
    const made = await setup()
    await made.networks.txKey('secret-4')
    made.browser.now += 11 * MINUTE
    const answers = holdAnswers(made)
    expect(await made.networks.txKey('secret-4')).toMatchObject({ kind: 'ready' })
    node(made, 'one.example').txKey = fakeTxKey(2)
    answers.release()
    await expect.poll(() => made.networks.securityEvents()).toMatchObject([{ kind: 'tx-key-disagreement' }])
  })

  it('is asked for again by the hour, in whichever worker then lives, and never where it was not used', async () => {
    const made = await setup()
    await made.networks.crossCheck('secret-4')
    expect(keyQuestions(made)).toBe(0)
    await made.networks.txKey('secret-4')
    expect(made.browser.scheduled.get('tx-key')).toBe(made.browser.now + 60 * MINUTE)
    await made.again().crossCheck('secret-4')
    expect(keyQuestions(made)).toBe(2)
    made.browser.now += 60 * MINUTE
    await made.again().crossCheck('secret-4')
    expect(keyQuestions(made)).toBe(4)
  })

  it('notes when, at which height and by whom a key was first seen', async () => {
    const made = await setup()
    node(made, 'one.example').height = 4711
    await made.networks.txKey('secret-4')
    expect(await storedKeys(made)).toMatchObject({
      keys: [
        {
          key: fakeTxKey(1),
          firstSeen: {
            at: made.browser.now,
            height: '4711',
            endpoints: ['https://one.example', 'https://two.example'],
          },
        },
      ],
    })
  })

  it('needs two owners, not two addresses of one', async () => {
    const made = await setup()
    made.nodes.set('a.one.example', fakeNode(1))
    await made.networks.setEndpoints('secret-4', [
      'https://one.example',
      'https://a.one.example',
      'https://two.example',
    ])
    node(made, 'two.example').down = true
    await expect(made.networks.txKey('secret-4')).rejects.toMatchObject({ code: 'network/unconfirmed-key' })
  })

  it('is not taken on the word of one node alone when there are two', async () => {
    const made = await setup()
    node(made, 'two.example').down = true
    await expect(made.networks.txKey('secret-4')).rejects.toMatchObject({ code: 'network/unconfirmed-key' })
    node(made, 'two.example').down = false
    expect(await made.networks.txKey('secret-4')).toMatchObject({ kind: 'ready' })
  })

  it('is asked for once by many', async () => {
    const made = await setup()
    await Promise.all(Array.from({ length: 20 }, () => made.networks.txKey('secret-4')))
    expect(node(made, 'one.example').asked.filter((path) => path.endsWith('/tx-key'))).toHaveLength(1)
  })

  it('N64: stops with an event when the nodes disagree, and goes on when they agree again', async () => {
    const made = await setup()
    node(made, 'two.example').txKey = fakeTxKey(2)
    expect(await made.networks.txKey('secret-4')).toMatchObject({
      kind: 'blocked',
      event: { kind: 'tx-key-disagreement', state: 'open' },
    })
    const [event] = await made.again().securityEvents()
    if (event === undefined) throw new Error('no event')
    const view = securityEventView(event, 'Secret Network')
    expect(view).toMatchObject({ blocking: true, canAccept: false })
    expect(view.facts.map(({ label }) => label)).toEqual(['https://one.example', 'https://two.example'])
    await expect(made.networks.decide(event.id, 'accept')).rejects.toMatchObject({
      code: 'network/not-acceptable',
    })
    node(made, 'two.example').txKey = fakeTxKey(1)
    made.browser.now += MINUTE
    expect(await made.networks.txKey('secret-4')).toMatchObject({ kind: 'ready' })
    expect(await made.networks.securityEvents()).toMatchObject([{ state: 'passed' }])
  })

  it('N64: stops when the key changes, until the person accepts; the old key stays known', async () => {
    const made = await setup()
    await made.networks.txKey('secret-4')
    await made.networks.setEndpoints('secret-4', ['https://three.example'])
    const blocked = await made.networks.txKey('secret-4')
    expect(blocked).toMatchObject({ kind: 'blocked', event: { kind: 'tx-key-changed' } })
    if (blocked.kind !== 'blocked') throw new Error('not blocked')
    expect(securityEventView(blocked.event, 'Secret Network')).toMatchObject({
      title: "The network's encryption key has changed",
      canAccept: true,
    })
    await made.networks.decide(blocked.event.id, 'accept')
    const ready = await made.again().txKey('secret-4')
    if (ready.kind !== 'ready') throw new Error('still blocked')
    expect(ready.firstUse).toBe(false)
    const known = (await made.networks.knownTxKeys('secret-4')).map((key) => base64.encode(key))
    expect(known).toEqual([fakeTxKey(2), fakeTxKey(1)])
    expect(base64.encode(ready.key)).toBe(fakeTxKey(2))
    await expect(made.networks.decide(blocked.event.id, 'accept')).rejects.toMatchObject({
      code: 'network/no-event',
    })
  })

  it('N64: stays stopped after a no, over asking again and over a killed worker', async () => {
    const made = await setup()
    await made.networks.txKey('secret-4')
    node(made, 'one.example').txKey = fakeTxKey(2)
    node(made, 'two.example').txKey = fakeTxKey(2)
    made.browser.now += 61 * MINUTE
    const blocked = await made.networks.txKey('secret-4')
    if (blocked.kind !== 'blocked') throw new Error('not blocked')
    await made.networks.decide(blocked.event.id, 'keep-blocked')
    made.browser.now += MINUTE
    expect(await made.again().txKey('secret-4')).toMatchObject({
      kind: 'blocked',
      event: { id: blocked.event.id, state: 'kept' },
    })
    expect(await made.networks.knownTxKeys('secret-4')).toHaveLength(1)
  })

  it('N64: does not offer to accept what one node alone says', async () => {
    const made = await setup()
    await made.networks.txKey('secret-4')
    node(made, 'one.example').txKey = fakeTxKey(2)
    node(made, 'two.example').down = true
    made.browser.now += 61 * MINUTE
    const blocked = await made.networks.txKey('secret-4')
    if (blocked.kind !== 'blocked') throw new Error('not blocked')
    expect(securityEventView(blocked.event, 'Secret Network').canAccept).toBe(false)
  })

  it.each([
    ['all zero', base64.encode(new Uint8Array(32))],
    ['a low-order point', base64.encode(new Uint8Array(32).with(0, 1))],
    ['a low-order point with the top bit set', base64.encode(new Uint8Array(32).with(31, 0x80))],
    ['a second way to write a key', base64.encode(new Uint8Array(32).fill(7).with(31, 0x87))],
    ['a number beyond the field', base64.encode(new Uint8Array(32).fill(0xff).with(0, 0xf0).with(31, 0x7f))],
    ['nothing', ''],
    ['base64 with bits to spare', `${fakeTxKey(1).slice(0, -2)}l=`],
    ['31 bytes', base64.encode(new Uint8Array(31).fill(7))],
    ['33 bytes', base64.encode(new Uint8Array(33).fill(7))],
    ['not base64', '%%%'],
  ])('N65: stops for %s', async (_name, txKey) => {
    const made = await setup()
    node(made, 'two.example').txKey = txKey
    expect(await made.networks.txKey('secret-4')).toMatchObject({
      kind: 'blocked',
      event: { kind: 'tx-key-invalid', endpoint: 'https://two.example' },
    })
    expect(await made.networks.knownTxKeys('secret-4')).toEqual([])
  })

  it('says that no node answers instead of trusting an old answer', async () => {
    const made = await setup()
    await made.networks.txKey('secret-4')
    for (const each of made.nodes.values()) each.down = true
    made.browser.now += 61 * MINUTE
    await expect(made.networks.txKey('secret-4')).rejects.toMatchObject({ name: 'ChainError' })
    expect(await made.networks.knownTxKeys('secret-4')).toHaveLength(1)
  })
})

describe('the network key at approval', () => {
  it('is what is known while that is fresh, without asking anybody', async () => {
    const made = await setup()
    await made.networks.txKey('secret-4')
    made.browser.now += 9 * MINUTE
    expect(await made.again().currentTxKey('secret-4')).toMatchObject({ kind: 'ready' })
    expect(keyQuestions(made)).toBe(2)
  })

  it('is asked for when it is older than ten minutes, and what is new then counts', async () => {
    const made = await setup()
    await made.networks.txKey('secret-4')
    made.browser.now += 11 * MINUTE
    for (const host of ['one.example', 'two.example']) node(made, host).txKey = fakeTxKey(2)
    expect(await made.networks.currentTxKey('secret-4')).toMatchObject({
      kind: 'blocked',
      event: { kind: 'tx-key-changed' },
    })
  })

  it('N77: is not waited for longer than two seconds', async () => {
    const made = await setup()
    await made.networks.txKey('secret-4')
    made.browser.now += 11 * MINUTE
    const { after } = made.browser
    const waits: number[] = []
    Object.assign(made.browser, {
      after(milliseconds: number, callback: () => void) {
        waits.push(milliseconds)
        return after(0, callback)
      },
    })
    const patient = made.again()
    holdAnswers(made)
    expect(await patient.currentTxKey('secret-4')).toMatchObject({ kind: 'ready' })
    expect(await patient.currentTxKey('pulsar-3')).toBeUndefined()
    expect(Math.min(...waits)).toBe(2000)
  })
})

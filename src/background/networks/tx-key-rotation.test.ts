import { base64 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import type { Networks } from './networks'
import { MINUTE, node, rotated, type Setup, serve, setup } from './networks.fake'
import { fakeNode, fakeTxKey } from './node.fake'
import { securityEventView } from './security-event-view'

const CHAIN = 'secret-4'

async function knownKeys(networks: Networks): Promise<string[]> {
  return (await networks.knownTxKeys(CHAIN)).map((key) => base64.encode(key))
}

describe('a key that the network renewed', () => {
  it('is adopted when independent nodes still agree on it a minute later, with a notice of both keys', async () => {
    const made = await rotated()
    expect(made.browser.scheduled.get('tx-key')).toBe(made.browser.now + MINUTE)
    made.browser.now += MINUTE
    node(made, 'one.example').height = 200
    const state = await made.again().txKey(CHAIN)
    expect(state.kind === 'ready' && base64.encode(state.key)).toBe(fakeTxKey(2))
    const [notice, question] = await made.networks.securityEvents()
    expect(notice).toMatchObject({ kind: 'tx-key-rotated', state: 'open' })
    expect(question).toMatchObject({ kind: 'tx-key-changed', state: 'passed' })
    if (notice === undefined) throw new Error('no notice')
    const view = securityEventView(notice, 'Secret Network')
    expect(view).toMatchObject({ blocking: false, canAccept: false })
    expect(view.facts.map(({ value }) => value)).toEqual([fakeTxKey(1), fakeTxKey(2)])
  })

  it('leaves the old key to open history with', async () => {
    const made = await rotated()
    made.browser.now += MINUTE
    await made.networks.txKey(CHAIN)
    expect(await knownKeys(made.again())).toEqual([fakeTxKey(2), fakeTxKey(1)])
  })

  it('is told until it was seen, and stops nothing meanwhile', async () => {
    const made = await rotated()
    made.browser.now += MINUTE
    await made.networks.txKey(CHAIN)
    const [notice] = await made.networks.securityEvents()
    if (notice === undefined) throw new Error('no notice')
    await expect(made.networks.decide(notice.id, 'keep-blocked')).rejects.toMatchObject({
      code: 'network/not-acceptable',
    })
    await made.networks.decide(notice.id, 'seen')
    await expect(made.networks.decide(notice.id, 'seen')).rejects.toMatchObject({ code: 'network/no-event' })
    expect(await made.again().txKey(CHAIN)).toMatchObject({ kind: 'ready' })
  })

  it('is looked at again by the alarm, without anybody using it', async () => {
    const made = await rotated()
    made.browser.now += MINUTE
    await made.again().crossCheck(CHAIN)
    expect(await knownKeys(made.networks)).toEqual([fakeTxKey(2), fakeTxKey(1)])
  })
})

describe('N64: a changed key is not adopted', () => {
  async function expectStopped(made: Setup): Promise<void> {
    expect(await made.again().txKey(CHAIN)).toMatchObject({ kind: 'blocked' })
    expect(await knownKeys(made.networks)).not.toContain(fakeTxKey(2))
  }

  it('before the minute is over, however often it is asked for', async () => {
    const made = await rotated()
    for (let asked = 0; asked < 5; asked += 1) {
      made.browser.now += 11_000
      await expectStopped(made)
    }
  })

  it('when a node said something else in between', async () => {
    const made = await rotated()
    made.browser.now += 30_000
    serve(made, 1, ['two.example'])
    await expectStopped(made)
    made.browser.now += 31_000
    serve(made, 2)
    await expectStopped(made)
    made.browser.now += 59_000
    await expectStopped(made)
  })

  it('when only one node could be asked the second time', async () => {
    const made = await rotated()
    node(made, 'two.example').down = true
    made.browser.now += 2 * MINUTE
    await expectStopped(made)
  })

  it('when the person said no', async () => {
    const made = await rotated()
    const [event] = await made.networks.securityEvents()
    await made.networks.decide(event?.id ?? '', 'keep-blocked')
    made.browser.now += 5 * MINUTE
    await expectStopped(made)
  })

  it('on the word of a single node, which is all that is set', async () => {
    const made = await setup()
    await made.networks.setEndpoints(CHAIN, ['https://one.example'])
    await made.networks.txKey(CHAIN)
    serve(made, 2)
    made.browser.now += 61 * MINUTE
    await expectStopped(made)
    made.browser.now += 5 * MINUTE
    await expectStopped(made)
  })

  it('on the word of two addresses of one owner', async () => {
    const made = await setup()
    made.nodes.set('a.one.example', fakeNode(1))
    await made.networks.setEndpoints(CHAIN, ['https://one.example', 'https://a.one.example'])
    await made.networks.txKey(CHAIN)
    serve(made, 2, ['one.example', 'a.one.example'])
    made.browser.now += 61 * MINUTE
    await expectStopped(made)
    made.browser.now += 5 * MINUTE
    await expectStopped(made)
  })

  it('on the word of nodes that came with it and never vouched for the key before', async () => {
    const made = await setup()
    await made.networks.txKey(CHAIN)
    made.nodes.set('four.example', fakeNode(2))
    await made.networks.setEndpoints(CHAIN, ['https://three.example', 'https://four.example'])
    await expectStopped(made)
    made.browser.now += 5 * MINUTE
    await expectStopped(made)
  })

  it('sooner because the clock was set back', async () => {
    const made = await rotated()
    made.browser.now -= 10 * MINUTE
    await expectStopped(made)
    made.browser.now += 59_000
    await expectStopped(made)
  })

  it('when it is one that was replaced before: going back is a danger and asks the person', async () => {
    const made = await rotated()
    made.browser.now += MINUTE
    await made.networks.txKey(CHAIN)
    serve(made, 1)
    made.browser.now += 61 * MINUTE
    expect(await made.networks.txKey(CHAIN)).toMatchObject({ kind: 'blocked' })
    made.browser.now += 5 * MINUTE
    const blocked = await made.again().txKey(CHAIN)
    if (blocked.kind !== 'blocked') throw new Error('went back')
    expect(blocked.event).toMatchObject({ kind: 'tx-key-changed', retired: true })
    expect(securityEventView(blocked.event, 'Secret Network')).toMatchObject({
      title: 'The network went back to an old encryption key',
      blocking: true,
      canAccept: true,
    })
    expect(await knownKeys(made.networks)).toEqual([fakeTxKey(2), fakeTxKey(1)])
  })
})

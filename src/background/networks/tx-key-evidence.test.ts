import { base64 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { MINUTE, node, rotated, type Setup, serve, setup } from './networks.fake'
import { fakeNode, fakeTxKey } from './node.fake'

const CHAIN = 'secret-4'

describe('N64: what stops the network', () => {
  function alone(made: Setup, host: string): void {
    for (const [name, each] of made.nodes) each.down = name !== host
  }

  async function expectStanding(made: Setup, host: string, seed: number): Promise<void> {
    alone(made, host)
    serve(made, seed, [host])
    made.browser.now += MINUTE
    expect(await made.again().txKey(CHAIN)).toMatchObject({ kind: 'blocked' })
    expect(await made.again().currentTxKey(CHAIN)).toMatchObject({ kind: 'blocked' })
  }

  it('is not taken back by one node that serves the key of before', async () => {
    const made = await rotated()
    await expectStanding(made, 'two.example', 1)
    expect(await made.networks.securityEvents()).toMatchObject([
      { kind: 'tx-key-changed', offered: fakeTxKey(2), confirmed: true, state: 'open' },
    ])
  })

  it('is not taken back by one node in two steps', async () => {
    const made = await rotated()
    const [event] = await made.networks.securityEvents()
    await made.networks.decide(event?.id ?? '', 'keep-blocked')
    await expectStanding(made, 'two.example', 2)
    await expectStanding(made, 'two.example', 3)
    await expectStanding(made, 'two.example', 1)
    expect(await made.networks.securityEvents()).toMatchObject([{ offered: fakeTxKey(2), state: 'kept' }])
  })

  it('is never taken for what happened on another network', async () => {
    const made = await rotated()
    await made.networks.txKey('pulsar-3').catch(() => undefined)
    const pulsar = ['https://pulsar.example', 'https://pulsar.other']
    made.nodes.set('pulsar.other', fakeNode(1, 'pulsar-3'))
    await made.networks.setEndpoints('pulsar-3', pulsar)
    await made.networks.txKey('pulsar-3')
    made.browser.now += 61 * MINUTE
    serve(made, 5, ['pulsar.example', 'pulsar.other'])
    // Newest first: the event of the other network now stands before ours, and has been agreed on since.
    expect(await made.again().txKey('pulsar-3')).toMatchObject({ kind: 'blocked' })
    made.browser.now += 2 * MINUTE
    alone(made, 'two.example')
    serve(made, 3, ['two.example'])
    const state = await made.again().txKey(CHAIN)
    expect(state).toMatchObject({ kind: 'blocked', event: { chainId: CHAIN, offered: fakeTxKey(2) } })
    const known = (await made.networks.knownTxKeys(CHAIN)).map((key) => base64.encode(key))
    expect(known).toEqual([fakeTxKey(1)])
  })

  it('on the word of one node ends when that node says the known key again, and not when another does', async () => {
    const made = await setup()
    await made.networks.txKey(CHAIN)
    made.browser.now += 61 * MINUTE
    await expectStanding(made, 'one.example', 2)
    await expectStanding(made, 'two.example', 1)
    alone(made, 'one.example')
    serve(made, 1, ['one.example'])
    made.browser.now += MINUTE
    expect(await made.again().txKey(CHAIN)).toMatchObject({ kind: 'ready' })
  })

  it('ends when independent nodes agree on the known key', async () => {
    const made = await rotated()
    await expectStanding(made, 'two.example', 1)
    node(made, 'one.example').down = false
    serve(made, 1)
    made.browser.now += MINUTE
    expect(await made.again().txKey(CHAIN)).toMatchObject({ kind: 'ready' })
  })
})

import { describe, expect, it } from 'vitest'
import { addressFromBytes } from '../../domain/index'
import { MINUTE, node, type Setup, setup } from './networks.fake'
import { securityEventView } from './security-event-view'

const CHAIN = 'secret-4'
const CONTRACT = addressFromBytes(new Uint8Array(20).fill(7))
const OTHER = addressFromBytes(new Uint8Array(20).fill(8))
const GOOD = 'aa'.repeat(32)
const BAD = 'bb'.repeat(32)

function nameCode(made: Setup, one: string, two = one): void {
  node(made, 'one.example').codeHash = one
  node(made, 'two.example').codeHash = two
}

async function disputed(): Promise<Setup> {
  const made = await setup()
  nameCode(made, GOOD, BAD)
  await expect(made.networks.codeHash(CHAIN, CONTRACT)).rejects.toMatchObject({
    code: 'chain/code-hash-disagreement',
  })
  return made
}

describe('the code of a contract', () => {
  it('is what two independent nodes name', async () => {
    const made = await setup()
    nameCode(made, GOOD)
    expect(await made.networks.codeHash(CHAIN, CONTRACT)).toBe(GOOD)
    expect(await made.networks.isDisputed(CHAIN, CONTRACT)).toBe(false)
    expect(await made.networks.securityEvents()).toEqual([])
  })

  it('N66: in dispute is a security event with both values and the contract, which stops no other contract', async () => {
    const made = await disputed()
    const [event] = await made.networks.securityEvents()
    if (event === undefined) throw new Error('no event')
    const view = securityEventView(event, 'Secret Network')
    expect(view).toMatchObject({ kind: 'code-hash-disagreement', blocking: false, canAccept: false })
    expect(view.facts.map(({ value }) => value)).toEqual([CONTRACT, GOOD, BAD])
    const again = made.again()
    for (const what of [CONTRACT, GOOD, BAD]) expect(await again.isDisputed(CHAIN, what)).toBe(true)
    expect(await again.isDisputed(CHAIN, OTHER)).toBe(false)
    expect(await again.isDisputed('pulsar-3', CONTRACT)).toBe(false)
    expect(await again.txKey(CHAIN)).toMatchObject({ kind: 'ready' })
  })

  it('N66: stays in dispute after the person has read of it, and until the nodes agree', async () => {
    const made = await disputed()
    const [event] = await made.networks.securityEvents()
    await made.networks.decide(event?.id ?? '', 'seen')
    made.browser.now += MINUTE
    expect(await made.again().isDisputed(CHAIN, GOOD)).toBe(true)
    nameCode(made, GOOD)
    expect(await made.networks.isDisputed(CHAIN, GOOD)).toBe(true)
    made.browser.now += MINUTE
    expect(await made.again().isDisputed(CHAIN, GOOD)).toBe(false)
    expect(await made.networks.securityEvents()).toMatchObject([{ state: 'passed' }])
  })

  it('N66: in dispute is not taken from what was known before', async () => {
    const made = await setup()
    nameCode(made, GOOD)
    await made.networks.codeHash(CHAIN, CONTRACT)
    nameCode(made, BAD, GOOD)
    await expect(made.networks.codeHash(CHAIN, CONTRACT, { fresh: true })).rejects.toThrow()
    await expect(made.networks.codeHash(CHAIN, CONTRACT)).rejects.toMatchObject({
      code: 'chain/code-hash-disagreement',
    })
  })

  it('N66: in many disputes never pushes out what stops the whole network', async () => {
    const made = await setup()
    node(made, 'two.example').txKey = node(made, 'three.example').txKey
    expect(await made.networks.txKey(CHAIN)).toMatchObject({ kind: 'blocked' })
    nameCode(made, GOOD, BAD)
    for (let byte = 0; byte < 60; byte += 1) {
      const contract = addressFromBytes(new Uint8Array(20).fill(byte))
      await expect(made.networks.codeHash(CHAIN, contract)).rejects.toThrow()
    }
    expect(await made.again().txKey(CHAIN)).toMatchObject({ kind: 'blocked' })
    expect((await made.networks.securityEvents()).length).toBeLessThan(60)
  })
})

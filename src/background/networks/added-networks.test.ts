import { describe, expect, it } from 'vitest'
import { parseChainId } from '../../domain/index'
import type { AddedChain } from './added-chain-schema'
import { type Setup, setup } from './networks.fake'
import { fakeNode } from './node.fake'

const MINE: AddedChain = {
  chainId: parseChainId('mysecret-1'),
  name: 'My Secret',
  coinType: 529,
  denom: 'umine',
  symbol: 'MINE',
  decimals: 6,
  endpoint: 'https://mine.example',
  gasPrices: { low: '0.1', average: '0.1', high: '0.1' },
  saysSecret: true,
}

async function withNode(network = 'mysecret-1'): Promise<Setup> {
  const made = await setup()
  made.nodes.set('mine.example', fakeNode(5, network))
  return made
}

describe('an added network', () => {
  it('works like any other, over a killed worker, and is listed as added', async () => {
    const made = await withNode()
    await made.networks.addChain(MINE)
    const again = made.again()
    await again.choose('mysecret-1')
    expect(await again.active()).toMatchObject({ symbol: 'MINE', endpoints: ['https://mine.example'] })
    expect(await again.txKey('mysecret-1')).toMatchObject({ kind: 'ready' })
    const own = (await again.choices()).filter(({ added }) => added)
    expect(own).toMatchObject([{ chainId: 'mysecret-1', name: 'My Secret', custom: false }])
  })

  it('N78: is not kept when its node belongs to another network, or cannot be asked', async () => {
    const made = await withNode('pulsar-3')
    await expect(made.networks.addChain(MINE)).rejects.toMatchObject({ code: 'chain/wrong-chain' })
    made.nodes.delete('mine.example')
    await expect(made.networks.addChain(MINE)).rejects.toMatchObject({ code: 'chain/offline' })
    expect((await made.networks.choices()).some(({ added }) => added)).toBe(false)
  })

  it('has to have a network key where nobody says that its contracts are secret', async () => {
    const made = await withNode()
    const other = { ...MINE, saysSecret: false }
    await made.networks.addChain(other)
    await made.networks.removeChain('mysecret-1')
    made.nodes.set('mine.example', { ...fakeNode(5, 'mysecret-1'), respond: withoutKey })
    await expect(made.networks.addChain(other)).rejects.toMatchObject({ name: 'ChainError' })
  })

  it('P25: never takes the place of one that is there', async () => {
    const made = await withNode()
    await made.networks.addChain(MINE)
    for (const chainId of ['mysecret-1', 'mysecret-2', 'secret-4']) {
      made.nodes.set('evil.example', fakeNode(6, chainId))
      const evil = { ...MINE, chainId: parseChainId(chainId), endpoint: 'https://evil.example' }
      await expect(made.networks.addChain(evil)).rejects.toMatchObject({ code: 'network/known' })
    }
    expect((await made.networks.client('mysecret-1')).endpoints).toEqual(['https://mine.example'])
  })

  it('is one of twenty at most', async () => {
    const made = await setup()
    const add = async (index: number): Promise<void> => {
      const chainId = parseChainId(`mine${index}x-1`)
      made.nodes.set('mine.example', fakeNode(5, chainId))
      await made.networks.addChain({ ...MINE, chainId })
    }
    for (let index = 0; index < 20; index += 1) await add(index)
    await expect(add(20)).rejects.toMatchObject({ code: 'network/too-many' })
  })

  it('goes when it is removed, back to the main network, and what was known of its key stays', async () => {
    const made = await withNode()
    await made.networks.addChain(MINE)
    await made.networks.choose('mysecret-1')
    await made.networks.txKey('mysecret-1')
    await made.networks.removeChain('mysecret-1')
    expect((await made.again().active()).chainId).toBe('secret-4')
    await expect(made.networks.client('mysecret-1')).rejects.toMatchObject({ code: 'network/unknown' })
    await expect(made.networks.removeChain('secret-4')).rejects.toMatchObject({ code: 'network/unknown' })
    made.nodes.set('mine.example', fakeNode(7, 'mysecret-1'))
    await made.networks.addChain(MINE)
    made.browser.now += 3_700_000
    expect(await made.networks.txKey('mysecret-1')).toMatchObject({
      kind: 'blocked',
      event: { kind: 'tx-key-changed' },
    })
  })
})

function withoutKey(url: string): Response {
  return url.endsWith('/node_info')
    ? Response.json({ default_node_info: { network: 'mysecret-1' } })
    : Response.json({ code: 12, message: 'Not Implemented', details: [] }, { status: 501 })
}

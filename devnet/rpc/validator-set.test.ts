import { base64, hex } from '@scure/base'
import { beforeEach, describe, expect, it } from 'vitest'
import { jail } from '../modules/slashing/slashing'
import { operatorsOf } from '../modules/staking/stakers.fake'
import { bondedValidators } from '../modules/staking/validator-set'
import { ask } from '../test-node.fake'
import { internal, RpcTest } from './rpc-test.fake'

// The two interfaces and the staking module must name the same validators.

const SETS = '/cosmos/base/tendermint/v1beta1/validatorsets'

interface RpcSet {
  readonly validators: readonly { readonly address: string; readonly pub_key: { readonly value: string } }[]
}

let rpc: RpcTest
beforeEach(() => {
  rpc = new RpcTest()
})

function produce(count: number): void {
  for (let made = 0; made < count; made++) rpc.node.chain.produceBlock()
}

async function lcd(path: string): Promise<{ status: number; body: unknown }> {
  const { status, body } = await ask(rpc.node.lcd, path)
  return { status, body }
}

describe('those who sign blocks', () => {
  it('are the bonded validators, over RPC and over REST', async () => {
    const set = (await rpc.result('validators')) as RpcSet
    const bonded = bondedValidators(rpc.node.chain.store).map(({ consensusKey }) => consensusKey)
    expect(set.validators.map(({ pub_key: key }) => key.value).sort()).toEqual(bonded.sort())
    expect(set).toMatchObject({ count: '3', total: '3', block_height: '1' })
    const { body } = await lcd(`${SETS}/latest`)
    expect(body).toEqual({
      block_height: '1',
      validators: set.validators.map(({ pub_key: key }) => ({
        address: expect.stringMatching(/^secretvalcons1/),
        pub_key: { '@type': '/cosmos.crypto.ed25519.PubKey', key: key.value },
        voting_power: '1000000',
        proposer_priority: '0',
      })),
      pagination: { next_key: null, total: '3' },
    })
  })

  it('take turns to propose, and every header says whose it was', async () => {
    produce(6)
    const set = (await rpc.result('validators')) as RpcSet
    const known = set.validators.map(({ address }) => address)
    const proposers = await Promise.all(
      [2, 3, 4, 5, 6, 7].map(async (height) => {
        const found = (await rpc.result('header', { height: String(height) })) as {
          header: { proposer_address: string }
        }
        const { body } = await lcd(`/cosmos/base/tendermint/v1beta1/blocks/${height}`)
        const { block } = body as { block: { header: { proposer_address: string } } }
        const address = hex.encode(base64.decode(block.header.proposer_address)).toUpperCase()
        expect(address).toBe(found.header.proposer_address)
        return address
      }),
    )
    expect(proposers.slice(0, 3).sort()).toEqual([...known].sort())
    expect(proposers.slice(3)).toEqual(proposers.slice(0, 3))
  })

  it('are fewer when one is jailed, and are still told for a block before that', async () => {
    const { chain } = rpc.node
    const { banana } = operatorsOf(chain)
    chain.schedule((context) => jail(context, banana))
    produce(1)
    expect(await rpc.result('validators')).toMatchObject({ total: '2' })
    expect(await rpc.result('validators', { height: '1' })).toMatchObject({ total: '3' })
    expect((await lcd(`${SETS}/2`)).body).toMatchObject({ block_height: '2', pagination: { total: '2' } })
    expect((await lcd(`${SETS}/1`)).body).toMatchObject({ block_height: '1', pagination: { total: '3' } })
    expect(await rpc.result('status')).toMatchObject({ validator_info: { voting_power: '0' } })
  })

  it('go on with the last proposer when nobody is left', () => {
    const { chain } = rpc.node
    chain.schedule((context) => {
      for (const { operator } of bondedValidators(context.store)) jail(context, operator)
    })
    produce(1)
    const { proposer } = chain.blocks.latest
    produce(2)
    expect(chain.blocks.latest.proposer).toBe(proposer)
  })

  it('are not known for a block to come, and no longer for one long past', async () => {
    expect(await lcd(`${SETS}/9`)).toMatchObject({
      status: 400,
      body: { code: 3, message: 'requested block height is bigger then the chain length: 1' },
    })
    produce(150)
    const message = 'could not find validator set for height #2'
    expect(await lcd(`${SETS}/2`)).toMatchObject({ status: 400, body: { message } })
    expect(await rpc.call('validators', { height: '2' })).toEqual(internal(message))
  })

  it('come in pages', async () => {
    const page = (await rpc.result('validators', { page: '2', per_page: '2' })) as RpcSet
    expect(page).toMatchObject({ count: '1', total: '3' })
    expect((await lcd(`${SETS}/latest?pagination.limit=2`)).body).toMatchObject({
      validators: [{}, {}],
      pagination: { next_key: expect.any(String) },
    })
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSuccess, GAS, Instance } from './instance.fake'
import { type Devnet, startDevnet } from './start-devnet'
import { answerOf, Stranger } from './stranger.fake'

// Every helper that a stranger's client has for SNIP-20, against a token of the second generation.

let devnet: Devnet
let me: Stranger
let friend: Stranger
beforeAll(async () => {
  devnet = await startDevnet({ blockMs: 40 })
  me = new Stranger(devnet, 'a')
  friend = new Stranger(devnet, 'b')
})
afterAll(() => devnet.stop())

describe('secretjs with SNIP-20 of the second generation', () => {
  let token: Instance
  beforeAll(async () => {
    token = await Instance.make(me, 3, {
      name: 'Second Token',
      symbol: 'SECOND',
      decimals: 6,
      prng_seed: 'c2VlZA==',
      initial_balances: [{ address: me.address, amount: '1000' }],
      config: { public_total_supply: true },
    })
  })
  const contractOf = ({ address, codeHash }: Instance) => ({ address, code_hash: codeHash })

  it('sends, transfers and allows', async () => {
    const { snip20 } = me.client.tx
    const recipient = friend.address
    await expectSuccess(
      snip20.transfer(token.message({ transfer: { recipient, amount: '10' } }), GAS),
      'transfer',
    )
    const send = { recipient: devnet.contracts.receiver.address, amount: '5', msg: btoa('{}') }
    const recipient_code_hash = devnet.contracts.receiver.codeHash
    await expectSuccess(snip20.send(token.message({ send: { ...send, recipient_code_hash } }), GAS), 'send')
    const change = { spender: recipient, amount: '7' }
    const increased = await snip20.increaseAllowance(token.message({ increase_allowance: change }), GAS)
    expect(answerOf(increased)).toEqual({
      increase_allowance: { owner: me.address, spender: recipient, allowance: '7' },
    })
    const decreased = await snip20.decreaseAllowance(
      token.message({ decrease_allowance: { ...change, amount: '3' } }),
      GAS,
    )
    expect(answerOf(decreased)).toMatchObject({ decrease_allowance: { allowance: '4' } })
  })

  it('reads by viewing key and by permit', async () => {
    const { snip20 } = me.client.query
    const contract = contractOf(token)
    expect(await snip20.getSnip20Params({ contract })).toEqual({
      token_info: { name: 'Second Token', symbol: 'SECOND', decimals: 6, total_supply: '1000' },
    })
    const created = await me.client.tx.snip20.createViewingKey(
      token.message({ create_viewing_key: { entropy: 'e' } }),
      GAS,
    )
    const { key } = (answerOf(created) as { create_viewing_key: { key: string } }).create_viewing_key
    const permit = await token.permit(devnet.chainId, ['balance', 'history', 'allowance'])
    const { address } = me
    for (const auth of [{ key }, { permit }]) {
      expect(await snip20.getBalance({ contract, address, auth })).toEqual({ balance: { amount: '985' } })
      const page = { contract, address, auth, page: 0, page_size: 2 }
      expect(await snip20.getTransactionHistory(page)).toMatchObject({
        transaction_history: { total: 3, txs: [{ coins: { amount: '5' } }, { coins: { amount: '10' } }] },
      })
      expect(JSON.stringify(await snip20.getTransferHistory(page))).toContain(
        '`transfer_history` query is UNSUPPORTED. Use `transaction_history` instead.',
      )
      const parties = { owner: address, spender: friend.address }
      expect(await snip20.GetAllowance({ contract, ...parties, auth })).toEqual({
        allowance: { ...parties, allowance: '4', expiration: null },
      })
    }
    await expectSuccess(
      me.client.tx.snip20.setViewingKey(token.message({ set_viewing_key: { key: 'mine' } }), GAS),
      'set_viewing_key',
    )
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import { ALICE, BOB, ContractHarness } from './contract-harness.fake'
import { receiver } from './receiver'

const TOKEN = BOB

let contract: ContractHarness
beforeEach(() => {
  contract = new ContractHarness(receiver, {})
})

describe.each([
  [
    'receive',
    { sender: ALICE, from: ALICE, amount: '5', msg: null },
    { token: TOKEN, from: ALICE, amount: '5' },
  ],
  [
    'receive_nft',
    { sender: ALICE, token_id: 'ace', msg: null },
    { token: TOKEN, from: ALICE, token_ids: ['ace'] },
  ],
  [
    'batch_receive_nft',
    { sender: BOB, from: ALICE, token_ids: ['ace', 'king'] },
    { token: TOKEN, from: ALICE, sender: BOB, token_ids: ['ace', 'king'] },
  ],
  [
    'snip1155_receive',
    { sender: ALICE, from: ALICE, token_id: 'gold', amount: '5', memo: 'm', msg: null },
    { token: TOKEN, from: ALICE, amount: '5', token_id: 'gold' },
  ],
])('%s', (name, fields, last) => {
  it('remembers what came, and from whom', () => {
    const { answer, log } = contract.run(TOKEN, { [name]: fields })
    expect(answer).toEqual({ [name]: { status: 'success' } })
    expect(log[0]).toEqual({ key: 'from', value: ALICE, encrypted: true })
    expect(contract.query({ received: {} })).toEqual({ received: { count: 1, last } })
  })

  it('fails if the message along with it asks for that', () => {
    const msg = btoa(JSON.stringify({ fail: 'not today' }))
    expect(() => contract.execute(TOKEN, { [name]: { ...fields, msg } })).toThrow('not today')
  })
})

import { describe, expect, it } from 'vitest'
import { CHAINS } from '../../chain/index'
import { BOB, CHAIN_ID } from '../wallet.fake'
import { withChosenFee } from './edit-fee'
import { chosenAfter, type FeeSituation } from './fee-choices'

const [built] = CHAINS
if (built === undefined) throw new Error('There is no network.')
const site = { amount: [{ denom: 'uother', amount: 7n }], gas: 100_000n, payer: '', granter: '' }
const failed = { kind: 'failed' } as const
const situation: FeeSituation = {
  chain: { ...built, denom: 'uother' },
  site,
  fee: site,
  chosen: undefined,
  fixed: undefined,
  usualGas: 100_000n,
  typeUrls: [],
  facts: { floor: failed, allowances: failed, balances: failed, trial: undefined },
  now: 0,
}
const signDoc = JSON.stringify({
  chain_id: CHAIN_ID,
  account_number: '7',
  sequence: '2',
  fee: { amount: [{ denom: 'uother', amount: '7' }], gas: '100000' },
  msgs: [{ type: 'cosmos-sdk/MsgSend', value: { from_address: BOB, to_address: BOB, amount: [] } }],
  memo: '',
})

describe('the fee of a network with a coin of its own', () => {
  it.each([
    ['a level', { kind: 'level', level: 'high' }],
    ['own figures', { kind: 'custom', gas: '100000', price: '0.25' }],
  ] as const)('is in that coin when it is chosen by %s', (_, choice) => {
    const chosen = chosenAfter(situation, choice)
    const params = { chainId: CHAIN_ID, signer: 'secret1x', signDoc, keepFee: false, keepMemo: true }
    const edited = withChosenFee({ method: 'signAmino', params }, chosen)
    expect(edited.method === 'signAmino' && JSON.parse(edited.params.signDoc).fee).toEqual({
      amount: [{ denom: 'uother', amount: '25000' }],
      gas: '100000',
    })
  })
})

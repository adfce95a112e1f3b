/** What of an amino document is tried out on a node, which reads bytes. */
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../domain/index'
import { connect, fakePage } from '../page-side.fake'
import { CHAIN_ID, fakeWallet, type Wallet } from '../wallet.fake'
import { seen } from './fee.fake'

/** The bodies that the node is asked to try while a person looks at these messages. */
async function tried(wallet: Wallet, msgs: readonly JsonObject[]): Promise<readonly string[]> {
  const bodies: string[] = []
  wallet.facts.simulate = async (_chain, { bodyBytes }) => {
    bodies.push(new TextDecoder().decode(bodyBytes))
    return { kind: 'passes', gasUsed: 90_000n }
  }
  const page = fakePage(wallet)
  await connect(wallet, page)
  const { address } = await wallet.vault.account()
  const doc = { account_number: '7', chain_id: CHAIN_ID, fee: FEE, memo: '', msgs, sequence: '2' }
  const signDoc = JSON.stringify(doc)
  await page.call('signAmino', {
    chainId: CHAIN_ID,
    signer: address,
    signDoc,
    keepFee: false,
    keepMemo: true,
  })
  await seen(wallet)
  return bodies
}

const FEE = { amount: [{ amount: '15000', denom: 'uscrt' }], gas: '150000' }

describe('the trial of an amino document', () => {
  it('has the shares of a vote as the network writes them', async () => {
    const wallet = fakeWallet()
    const { address } = await wallet.vault.account()
    const options = [{ option: 1, weight: '1.000000000000000000' }]
    const value = { proposal_id: '5', voter: address, options }
    const [body] = await tried(wallet, [{ type: 'cosmos-sdk/MsgVoteWeighted', value }])
    expect(body).toContain('\u00131000000000000000000')
    expect(body).not.toContain('.0000')
  })

  it('is not made up where a part came as JSON that nobody can write as bytes', async () => {
    const wallet = fakeWallet()
    const { address } = await wallet.vault.account()
    const unread = { type: 'other/MsgThing', value: { amount: '1' } }
    const propose = (message: JsonObject): JsonObject => ({
      type: 'cosmos-sdk/v1/MsgSubmitProposal',
      value: { messages: [message], initial_deposit: [], proposer: address, title: 't', summary: 's' },
    })
    const exec = { type: 'cosmos-sdk/MsgExec', value: { grantee: address, msgs: [unread] } }
    const grant = {
      type: 'cosmos-sdk/MsgGrant',
      value: { granter: address, grantee: address, grant: { authorization: unread } },
    }
    for (const message of [unread, propose(unread), propose(exec), propose(propose(unread)), exec, grant]) {
      expect(await tried(fakeWallet(), [message])).toEqual([])
    }
    const vote = { type: 'cosmos-sdk/MsgVote', value: { proposal_id: '5', voter: address, option: 1 } }
    expect(await tried(fakeWallet(), [propose(vote)])).toHaveLength(1)
  })
})

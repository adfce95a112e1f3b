import { base64 } from '@scure/base'
import { beforeEach, describe, expect, it } from 'vitest'
import { anyMessage, packAny } from '../../codec/any-message'
import { MsgSubmitProposalSchema, TextProposalSchema } from '../../codec/gen/gov-v1beta1_pb'
import type { Chain } from '../../node/chain'
import { startTestChain, TestWallet } from '../../wallet.fake'
import { encodeJson } from './contract-runtime'
import { answerQuery } from './query-chain'

let chain: Chain
let wallet: TestWallet
beforeEach(() => {
  chain = startTestChain()
  wallet = new TestWallet(chain)
})

/** What a contract is answered, which must be good. */
function ask(request: object): unknown {
  const refuse = (): never => {
    throw new Error('no contract was asked')
  }
  const bytes = answerQuery(chain.queryContext(), encodeJson({ ...request }), {
    generation: 'v1',
    smart: refuse,
  })
  const { Ok } = JSON.parse(new TextDecoder().decode(bytes)) as { Ok: { Ok: string } }
  return JSON.parse(new TextDecoder().decode(base64.decode(Ok.Ok)))
}

function propose(deposit: number): void {
  const content = packAny(TextProposalSchema, { title: 'T', description: 'D' })
  const initialDeposit = [{ denom: 'uscrt', amount: String(deposit) }]
  const { log } = wallet.run([
    anyMessage(MsgSubmitProposalSchema, { content, initialDeposit, proposer: wallet.address }),
  ])
  expect(log).toBe('')
}

describe('a contract that asks governance', () => {
  const question = { gov: { proposals: {} } }

  it('is told what is voted on, and not what waits for its deposit', () => {
    expect(ask(question)).toEqual({})
    propose(10_000_000)
    expect(ask(question)).toEqual({})
    propose(1_000_000_000)
    const start = Math.floor(chain.blocks.latest.timeMs / 1_000)
    const second = { id: 2, voting_start_time: start, voting_end_time: start + 90 }
    expect(ask(question)).toEqual({ proposals: [second] })
    chain.clock.jump(90_000)
    chain.produceBlock()
    expect(ask(question)).toEqual({})
  })
})

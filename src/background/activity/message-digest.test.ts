import { describe, expect, it } from 'vitest'
import type { ChainMessageOf } from '../../chain/codec/index'
import { BOB, fakeVault } from '../wallet.fake'
import { messageDigest } from './message-digest'

const ME = fakeVault().signing.address
const TRANSFER: ChainMessageOf<'ibc-transfer'> = {
  kind: 'ibc-transfer',
  typeUrl: '/ibc.applications.transfer.v1.MsgTransfer',
  sourcePort: 'transfer',
  sourceChannel: 'channel-1',
  token: { denom: 'uscrt', amount: 5n },
  sender: ME,
  receiver: 'osmo1x',
  timeoutHeight: undefined,
  timeoutTimestamp: 1_800_000_000_000_000_000n,
  memo: '',
}
const VOTE: ChainMessageOf<'vote-weighted'> = {
  kind: 'vote-weighted',
  typeUrl: '/cosmos.gov.v1.MsgVoteWeighted',
  proposalId: 1n,
  voter: ME,
  options: [{ option: 1, weight: '0.5' }],
  metadata: '',
}

describe('the digest of a message', () => {
  it('is the same for what a node writes out and the wire leaves away', () => {
    const told = { ...TRANSFER, timeoutHeight: { revisionNumber: 0n, revisionHeight: 0n } }
    expect(messageDigest(told)).toBe(messageDigest(TRANSFER))
    const weights = [{ option: 1, weight: '0.500000000000000000' }]
    expect(messageDigest({ ...VOTE, options: weights })).toBe(messageDigest(VOTE))
  })

  it('is another for anything else that differs', () => {
    const others = [
      { ...TRANSFER, timeoutHeight: { revisionNumber: 0n, revisionHeight: 1n } },
      { ...TRANSFER, token: { denom: 'uscrt', amount: 50n } },
      { ...TRANSFER, sender: BOB },
      { ...TRANSFER, memo: '0.10' },
      { ...VOTE, options: [{ option: 1, weight: '0.05' }] },
      { ...VOTE, proposalId: 10n },
      VOTE,
    ]
    expect(new Set([TRANSFER, ...others].map(messageDigest)).size).toBe(others.length + 1)
  })
})

/** No member of a message goes unsaid. */
import { describe, expect, it } from 'vitest'
import type { ChainMessage } from '../../chain/codec/index'
import { BOB, SSCRT } from '../wallet.fake'
import { type NativeMessage, nativeWords } from './native-words'

const coin = { denom: 'uscrt', amount: 1_500_000n }
const validator = 'secretvaloper1qurswpc8qurswpc8qurswpc8qurswpc8ut0qh3'
const SEND: ChainMessage = {
  kind: 'send',
  typeUrl: '/cosmos.bank.v1beta1.MsgSend',
  from: BOB,
  to: SSCRT,
  amount: [coin],
}

describe('the words of a message of the chain', () => {
  const vote = { voter: BOB, proposalId: 5n, metadata: 'because' } as const
  const said = { seconds: 1_800_000_000n, nanos: 0 }
  const granted = { granter: BOB, grantee: SSCRT } as const
  const feeGrant = {
    kind: 'fee-grant',
    typeUrl: '/cosmos.feegrant.v1beta1.MsgGrantAllowance',
    ...granted,
  } as const
  const proposal = {
    kind: 'submit-proposal',
    typeUrl: '/cosmos.gov.v1.MsgSubmitProposal',
    messages: [],
    deposit: [coin],
    proposer: BOB,
    metadata: 'ipfs://x',
    title: 'a title',
    summary: 'a summary',
    expedited: false,
  } as const
  const WHOLE: readonly [NativeMessage, readonly string[]][] = [
    [
      { kind: 'vote', typeUrl: '/cosmos.gov.v1.MsgVote', ...vote, option: 4 },
      ['no with veto', 'proposal 5', 'because'],
    ],
    [
      {
        kind: 'vote-weighted',
        typeUrl: '/cosmos.gov.v1.MsgVoteWeighted',
        ...vote,
        options: [{ option: 1, weight: '0.7' }],
      },
      ['yes (0.7)', 'proposal 5', 'because'],
    ],
    [
      {
        kind: 'ibc-transfer',
        typeUrl: '/ibc.applications.transfer.v1.MsgTransfer',
        sourcePort: 'transfer',
        sourceChannel: 'channel-1',
        token: coin,
        sender: BOB,
        receiver: 'cosmos1x',
        timeoutHeight: { revisionNumber: 4n, revisionHeight: 99n },
        timeoutTimestamp: 1_800_000_000_000_000_000n,
        memo: '{"ibc_callback":"secret1x"}',
      },
      [
        '1.5 SCRT',
        'cosmos1x',
        'transfer/channel-1',
        '99 (revision 4)',
        '2027-01-15 08:00 UTC',
        'what became of it',
      ],
    ],
    [
      {
        ...feeGrant,
        allowance: {
          kind: 'allowed-messages',
          typeUrl: '/cosmos.feegrant.v1beta1.AllowedMsgAllowance',
          allowedMessages: ['/x.MsgY'],
          allowance: {
            kind: 'periodic',
            typeUrl: '/cosmos.feegrant.v1beta1.PeriodicAllowance',
            basic: { spendLimit: [{ denom: 'uscrt', amount: 7_000_000n }], expiration: said },
            period: { seconds: 3600n, nanos: 0 },
            periodSpendLimit: [coin],
            periodCanSpend: [{ denom: 'uscrt', amount: 2_000_000n }],
            periodReset: said,
          },
        },
      },
      [
        '1.5 SCRT in each period of 1 hour',
        'in all up to 7 SCRT',
        'any message of the type /x.MsgY',
        '2027-01-15 08:00 UTC',
        '/x.MsgY',
        '2 SCRT',
      ],
    ],
    [
      {
        kind: 'authz-grant',
        typeUrl: '/cosmos.authz.v1beta1.MsgGrant',
        ...granted,
        grant: {
          authorization: {
            kind: 'send',
            typeUrl: '/cosmos.bank.v1beta1.SendAuthorization',
            spendLimit: [coin],
            allowList: [SSCRT],
          },
          expiration: said,
        },
      },
      ['up to 1.5 SCRT', 'to one account', SSCRT, '2027-01-15 08:00 UTC'],
    ],
    [
      {
        kind: 'authz-grant',
        typeUrl: '/cosmos.authz.v1beta1.MsgGrant',
        ...granted,
        grant: {
          authorization: {
            kind: 'generic',
            typeUrl: '/cosmos.authz.v1beta1.GenericAuthorization',
            messageType: '/cosmos.staking.v1beta1.MsgDelegate',
          },
          expiration: said,
        },
      },
      ['stake in your name', '/cosmos.staking.v1beta1.MsgDelegate', '2027-01-15 08:00 UTC'],
    ],
    [
      {
        kind: 'authz-revoke',
        typeUrl: '/cosmos.authz.v1beta1.MsgRevoke',
        ...granted,
        messageType: '/x.MsgY',
      },
      ['may no longer send any message of the type /x.MsgY in your name'],
    ],
    [
      { ...proposal, expedited: true, messages: [SEND] },
      ['“a title”', 'an expedited vote', '1.5 SCRT', 'a summary', 'ipfs://x', 'Send 1.5 SCRT to', SSCRT],
    ],
    [
      {
        kind: 'contract-governance-proposal',
        typeUrl: '/secret.compute.v1beta1.MsgContractGovernanceProposal',
        authority: BOB,
        title: 'a title',
        description: 'a description',
        contracts: [{ contract: SSCRT, newCodeId: 77n }],
        adminUpdates: [{ contract: SSCRT, newAdmin: undefined }],
      },
      ['a title', 'a description', '77', SSCRT, 'Nobody'],
    ],
    [
      {
        kind: 'upgrade-passed',
        typeUrl: '/secret.compute.v1beta1.MsgUpgradeProposalPassed',
        sender: BOB,
        mrEnclaveHash: Uint8Array.of(1, 2),
      },
      ['0102'],
    ],
    [
      {
        kind: 'set-auto-restake',
        typeUrl: '/cosmos.distribution.v1beta1.MsgSetAutoRestake',
        delegator: BOB,
        validator,
        enabled: true,
      },
      [validator, 'From now on, stake the rewards', 'automatically'],
    ],
  ]

  it.each(WHOLE)('I3: leave no member out: $kind', (message, parts) => {
    const { sentence, facts } = nativeWords(message)
    const said = [sentence, ...facts.flatMap(({ label, value }) => [label, value])].join('\n')
    for (const part of parts) expect(said).toContain(part)
  })

  it('say what a proposal leaves unsaid, and nothing that this account would do', () => {
    expect(nativeWords(proposal)).toMatchObject({
      sentence: 'Propose “a title” for a vote, with a deposit of 1.5 SCRT',
      funds: [{ amount: '1500000' }],
      warnings: [{ level: 'caution', text: 'A deposit is lost when the proposal is vetoed.' }],
    })
    const unread: ChainMessage = {
      kind: 'unknown',
      typeUrl: '/x.y',
      value: new Uint8Array(),
      json: undefined,
    }
    const words = nativeWords({
      ...proposal,
      deposit: [],
      messages: [
        { kind: 'authz-exec', typeUrl: '/cosmos.authz.v1beta1.MsgExec', grantee: BOB, messages: [unread] },
      ],
    })
    expect(words.sentence).toContain('without a deposit')
    expect(words.warnings.map(({ text }) => text)).toEqual([
      'If it passes, the network does something that Sotto cannot read.',
    ])
  })
})

import { describe, expect, it } from 'vitest'
import type { ChainMessageOf } from '../../chain/codec/index'
import { BOB, SSCRT } from '../wallet.fake'
import { signersOf } from './message-signers'
import { type NativeMessage, nativeWords } from './native-words'
import { holdsUnread } from './unread-message'

const coin = { denom: 'uscrt', amount: 1_500_000n }
const content = { title: 'a title', description: 'a description' } as const
const plan = { name: 'v9', height: 77n, info: 'a hash', time: undefined, clientState: undefined }
const submit = (given: ChainMessageOf<'submit-content'>['content']): ChainMessageOf<'submit-content'> => ({
  kind: 'submit-content',
  typeUrl: '/cosmos.gov.v1beta1.MsgSubmitProposal',
  content: given,
  deposit: [coin],
  proposer: BOB,
})
const GOVERNED: readonly [NativeMessage, readonly string[]][] = [
  [
    submit({ kind: 'text', typeUrl: '/cosmos.gov.v1beta1.TextProposal', ...content }),
    ['“a title”', 'a description', 'a deposit of 1.5 SCRT', 'Nothing happens by itself'],
  ],
  [
    submit({
      kind: 'pool-spend',
      typeUrl: '/cosmos.distribution.v1beta1.CommunityPoolSpendProposal',
      ...content,
      recipient: SSCRT,
      amount: [coin],
    }),
    ['“a title”', 'a description', 'Pay 1.5 SCRT from the community pool', SSCRT],
  ],
  [
    submit({
      kind: 'parameter-change',
      typeUrl: '/cosmos.params.v1beta1.ParameterChangeProposal',
      ...content,
      changes: [{ subspace: 'staking', key: 'MaxValidators', value: '70' }],
    }),
    ['“a title”', 'a description', 'Change a setting', 'Setting staking/MaxValidators\n70'],
  ],
  [
    submit({
      kind: 'software-upgrade',
      typeUrl: '/cosmos.upgrade.v1beta1.SoftwareUpgradeProposal',
      ...content,
      plan: { ...plan, time: { seconds: 1_800_000_000n, nanos: 0 } },
    }),
    ['“a title”', 'a description', '“v9” at block 77', 'a hash', '2027-01-15 08:00 UTC'],
  ],
  [
    {
      kind: 'legacy-content',
      typeUrl: '/cosmos.gov.v1.MsgExecLegacyContent',
      authority: BOB,
      content: {
        kind: 'cancel-software-upgrade',
        typeUrl: '/cosmos.upgrade.v1beta1.CancelSoftwareUpgradeProposal',
        ...content,
      },
    },
    ['Call off the planned upgrade', 'a title', 'a description'],
  ],
  [
    {
      kind: 'cancel-proposal',
      typeUrl: '/cosmos.gov.v1.MsgCancelProposal',
      proposalId: 5n,
      proposer: BOB,
    },
    ['proposal 5'],
  ],
  [
    {
      kind: 'community-pool-spend',
      typeUrl: '/cosmos.distribution.v1beta1.MsgCommunityPoolSpend',
      authority: BOB,
      recipient: SSCRT,
      amount: [coin],
    },
    ['Pay 1.5 SCRT from the community pool', SSCRT],
  ],
  [
    {
      kind: 'fund-community-pool',
      typeUrl: '/cosmos.distribution.v1beta1.MsgFundCommunityPool',
      depositor: BOB,
      amount: [coin],
    },
    ['Give 1.5 SCRT to the community pool'],
  ],
]

describe('the words for proposals of the older kind and the community pool', () => {
  it.each(GOVERNED)('I3: leave no member out: $kind', (message, parts) => {
    const { sentence, facts } = nativeWords(message)
    const said = [sentence, ...facts.map(({ label, value }) => `${label}\n${value}`)].join('\n')
    for (const part of parts) expect(said).toContain(part)
  })

  it('count what leaves the account', () => {
    const leaving = GOVERNED.filter(([message]) => nativeWords(message).funds.length > 0)
    expect(new Set(leaving.map(([{ kind }]) => kind))).toEqual(
      new Set(['submit-content', 'fund-community-pool']),
    )
    for (const [message] of GOVERNED) expect(signersOf(message)).toEqual([BOB])
  })

  it('say what cannot be read, and that it is the network that would do it', () => {
    const unread = { kind: 'unknown', typeUrl: '/x.Y', value: new Uint8Array(), json: undefined } as const
    const typeUrl = '/cosmos.upgrade.v1beta1.SoftwareUpgradeProposal'
    const upgrade = {
      kind: 'software-upgrade',
      typeUrl,
      ...content,
      plan: { ...plan, clientState: unread },
    } as const
    const UNREAD = 'something that Sotto cannot read'
    for (const given of [undefined, unread, upgrade]) {
      const words = nativeWords(submit(given))
      expect(words.warnings[0]?.text).toBe(`If it passes, the network does ${UNREAD}.`)
      expect(words.facts).toContainEqual({ label: 'If it passes', value: UNREAD })
      expect(words.funds).toMatchObject([{ amount: '1500000' }])
    }
    expect(nativeWords(submit(unread)).sentence).toContain(`“${UNREAD}”`)
    const run: NativeMessage = {
      kind: 'legacy-content',
      typeUrl: '/cosmos.gov.v1.MsgExecLegacyContent',
      authority: BOB,
      content: unread,
    }
    expect(holdsUnread(run)).toBe(true)
    expect(nativeWords(run)).toMatchObject({ sentence: `Do ${UNREAD}`, whole: false })
  })
})

import { anyOf, type Unrecognised } from './any-field'
import { coins, list, optional, record } from './composite-fields'
import { type Described, messageSpec } from './message-spec'
import { account, int64, text } from './plain-fields'
import { timestamp } from './time-fields'

function names<const K extends string, const M extends string, const N extends string>(
  kind: K,
  module: M,
  name: N,
) {
  return { kind, typeUrl: `/cosmos.${module}.v1beta1.${name}`, aminoType: `cosmos-sdk/${name}` } as const
}

const said = { title: ['title', 1, text], description: ['description', 2, text] } as const

const plan = record({
  name: ['name', 1, text],
  time: ['time', 2, timestamp],
  height: ['height', 3, int64],
  info: ['info', 4, text],
  // Gone from the chain, which refuses what has it.
  clientState: ['upgraded_client_state', 5, optional(anyOf<never>(() => []))],
})

const CONTENTS = [
  messageSpec(names('text', 'gov', 'TextProposal'), said),
  messageSpec(names('pool-spend', 'distribution', 'CommunityPoolSpendProposal'), {
    ...said,
    recipient: ['recipient', 3, account],
    amount: ['amount', 4, coins],
  }),
  messageSpec(names('parameter-change', 'params', 'ParameterChangeProposal'), {
    ...said,
    changes: [
      'changes',
      3,
      list(record({ subspace: ['subspace', 1, text], key: ['key', 2, text], value: ['value', 3, text] })),
    ],
  }),
  messageSpec(names('software-upgrade', 'upgrade', 'SoftwareUpgradeProposal'), {
    ...said,
    plan: ['plan', 3, plan],
  }),
  messageSpec(names('cancel-software-upgrade', 'upgrade', 'CancelSoftwareUpgradeProposal'), said),
] as const

/** What a proposal of the older kind asks for. */
export type ProposalContent = Described<(typeof CONTENTS)[number]> | Unrecognised

/** `cosmos.gov.v1beta1.Content`, by the names of Protocol 3.4. */
export const content = anyOf<Exclude<ProposalContent, Unrecognised>>(() => CONTENTS)

import type { ContractFacts, Warning } from '../../src/messages/popup'
import { approval, TRANSACTION } from './approval-samples'
import { RECIPIENT, SSCRT, unlocked } from './samples'
import type { Act, Scene } from './scene'

const FACTS: ContractFacts = {
  address: SSCRT,
  label: 'sSCRT',
  codeId: '2',
  codeHash: 'matches',
  code: 'checked',
  creator: RECIPIENT,
  control: { kind: 'owner', address: RECIPIENT, own: false },
  changes: { count: 2, lastHeight: '18204411' },
  use: 'earlier',
}

const ONE: readonly Warning[] = [
  {
    level: 'caution',
    rule: 'contract-changed',
    text: 'This contract’s code was replaced since you last used it. Make sure that you trust what it is now.',
  },
]

const EIGHT: readonly Warning[] = [
  {
    level: 'note',
    rule: 'recipient-first',
    text: 'You have not sent anything to secret1fc3…j52zfyne before.',
  },
  ...ONE,
  {
    level: 'danger',
    rule: 'recipient-look-alike',
    text: 'secret1fc3…j52zfyne looks like Ada, whom you know, but is somebody else. Compare every letter.',
  },
  { level: 'caution', rule: 'funds-attached', text: '2 SCRT goes along with this message, in public.' },
  {
    level: 'caution',
    rule: 'gas-high',
    text: 'The gas limit is far above the usual, and all of it is paid for whether it is used or not.',
  },
  {
    level: 'danger',
    rule: 'code-differs',
    text: 'The code that the node shows for this contract is not the code that its hash names. The node may be lying: try another one in Settings.',
  },
  {
    level: 'note',
    rule: 'contract-migratable',
    text: 'secret1fc3…j52zfyne can replace this contract’s code at any time, and then read and move all that it holds.',
  },
  { level: 'note', rule: 'memo-public', text: 'The memo is public.' },
]

function scene(name: string, parts: Partial<typeof TRANSACTION>, acts: readonly Act[] = []): Scene {
  return {
    name: `risk-${name}`,
    page: 'approval',
    view: unlocked({ approvals: [approval({ kind: 'transaction', ...TRANSACTION, ...parts })] }),
    acts: [{ wait: 700 }, ...acts],
  }
}

const messages = TRANSACTION.messages.map((message) => ({ ...message, contract: FACTS }))
const unsafe = messages.map((message) => ({ ...message, contract: { ...FACTS, code: 'differs' as const } }))
const three = [0, 1, 2].flatMap(() => messages)

export const RISKS: readonly Scene[] = [
  scene('one', { messages, warnings: ONE }),
  scene('eight', { messages: unsafe, warnings: EIGHT }),
  scene('eight-middle', { messages: unsafe, warnings: EIGHT }, [{ scroll: 'middle' }]),
  scene('several', {
    messages: three,
    warnings: EIGHT.flatMap((warning) => [0, 1, 2].map((message) => ({ ...warning, message }))),
  }),
  scene('contract', { messages }, [
    { unfold: 'More about this contract' },
    { wait: 100 },
    { scroll: 'middle' },
  ]),
]

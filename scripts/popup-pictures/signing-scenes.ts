import { approval, BODIES, HOSTILE_TX, TRANSACTION } from './approval-samples'
import { CONFIRMED, FAILED, MIXED, PENDING, TX_KEY } from './entry-samples'
import { error, result } from './replies'
import { LONG, LONG_ORIGIN, tab, UNLOCKED, unlocked } from './samples'
import type { Act, Scene } from './scene'

const openEntry = (which: string): Act[] => [tab('Activity'), { open: which }]
export const ENTRIES: readonly Scene[] = [
  {
    name: 'entry-confirmed',
    view: UNLOCKED,
    replies: { getEntry: result(CONFIRMED), revealTxKey: result({ txKey: TX_KEY }) },
    acts: openEntry('Create a viewing key'),
  },
  {
    name: 'entry-confirmed-end',
    view: UNLOCKED,
    replies: { getEntry: result(CONFIRMED), revealTxKey: result({ txKey: TX_KEY }) },
    acts: [...openEntry('Create a viewing key'), { wait: 100 }, { scroll: 'end' }],
  },
  {
    name: 'entry-pending',
    view: UNLOCKED,
    replies: { getEntry: result(PENDING), revealTxKey: result({ txKey: TX_KEY }) },
    acts: openEntry('12.5'),
  },
  {
    name: 'entry-failed',
    view: UNLOCKED,
    replies: { getEntry: result(FAILED), revealTxKey: result({ txKey: TX_KEY }) },
    acts: openEntry('90,000'),
  },
  {
    name: 'entry-mixed',
    view: UNLOCKED,
    replies: { getEntry: result(MIXED), revealTxKey: result({ txKey: TX_KEY }) },
    acts: openEntry('Wrap SCRT'),
  },
  {
    name: 'entry-key-refused',
    view: UNLOCKED,
    replies: {
      getEntry: result(CONFIRMED),
      revealTxKey: error('Sotto was locked meanwhile. Unlock it and open this again.'),
    },
    acts: openEntry('Create a viewing key'),
  },
]

export const APPROVALS: readonly Scene[] = [
  ...Object.entries(BODIES).map(
    ([name, body]): Scene => ({
      name: `approve-${name}`,
      page: 'approval',
      view: unlocked({ approvals: [approval(body)] }),
      acts: [{ wait: 700 }],
    }),
  ),
  {
    name: 'approve-transaction-middle',
    page: 'approval',
    view: unlocked({ approvals: [approval({ kind: 'transaction', ...TRANSACTION })] }),
    acts: [{ wait: 700 }, { scroll: 'middle' }],
  },
  {
    name: 'approve-transaction-end',
    page: 'approval',
    view: unlocked({ approvals: [approval({ kind: 'transaction', ...TRANSACTION })] }),
    acts: [{ wait: 700 }, { scroll: 'end' }],
  },
  {
    name: 'approve-transaction-unknown-contract-end',
    page: 'approval',
    view: unlocked({
      approvals: [approval(BODIES['transaction-unknown-contract'] ?? { kind: 'preparing' })],
    }),
    acts: [{ wait: 700 }, { scroll: 'middle' }],
  },
  {
    name: 'approve-permit-end',
    page: 'approval',
    view: unlocked({ approvals: [approval(BODIES['permit'] ?? { kind: 'preparing' })] }),
    acts: [{ wait: 700 }, { scroll: 'end' }],
  },
  {
    name: 'approve-queue',
    page: 'approval',
    view: unlocked({
      approvals: ['a', 'b', 'c'].map((id) => approval({ kind: 'transaction', ...TRANSACTION }, { id })),
    }),
  },
  {
    name: 'approve-hostile',
    page: 'approval',
    view: unlocked({
      approvals: [
        approval(
          { kind: 'transaction', ...HOSTILE_TX, dangerous: true },
          { origin: LONG_ORIGIN, networkName: LONG },
        ),
      ],
    }),
    acts: [{ wait: 700 }],
  },
  {
    name: 'approve-200',
    page: 'approval',
    textScale: 2,
    view: unlocked({ approvals: [approval({ kind: 'transaction', ...TRANSACTION })] }),
    acts: [{ wait: 700 }],
  },
  {
    name: 'approve-error',
    page: 'approval',
    view: unlocked({ approvals: [approval({ kind: 'transaction', ...TRANSACTION })] }),
    replies: { approve: error('The network’s key changed while you read. Nothing was signed.') },
    acts: [{ wait: 700 }, { click: 'Approve' }],
  },
  {
    name: 'approve-danger-typed',
    page: 'approval',
    view: unlocked({ approvals: [approval(BODIES['transaction-danger'] ?? { kind: 'preparing' })] }),
    acts: [{ wait: 700 }, { fill: 'Type SIGN', with: 'SIGN' }, { wait: 100 }],
  },
]

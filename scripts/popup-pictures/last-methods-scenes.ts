/** Names that sites propose, and transactions whose fee somebody else adds. */
import type { ActivityEntry, ApprovalBody, TxReview } from '../../src/messages/popup'
import { approval, TRANSACTION } from './approval-samples'
import { PENDING, TX_KEY } from './entry-samples'
import { error, result } from './replies'
import { HOSTILE, LONG, LONG_ORIGIN, RECIPIENT, tab, UNLOCKED, unlocked } from './samples'
import type { Act, Scene } from './scene'

type Rename = Extract<ApprovalBody, { kind: 'rename' }>

const RENAME: Rename = { kind: 'rename', name: 'alice.secret', editable: true }
const [, OTHER] = UNLOCKED.accounts

function rename(name: string, body: Partial<Rename> = {}, more: Partial<Scene> = {}): Scene {
  return {
    name: `approve-rename${name}`,
    page: 'approval',
    view: unlocked({ approvals: [approval({ ...RENAME, ...body })] }),
    acts: [{ wait: 700 }],
    ...more,
  }
}

const { fee: _, ...UNPAID } = TRANSACTION
const AUX: TxReview = {
  ...UNPAID,
  mode: 'aux',
  messages: [
    {
      title: 'Send in public',
      sentence: 'Send 1.5 SCRT to secret1fc3…j52zfyne.',
      kind: 'native',
      input: { kind: 'none' },
      funds: [],
      facts: [
        { label: 'Amount', value: '1.5 SCRT' },
        { label: 'To', value: RECIPIENT },
      ],
      visibility: [{ who: 'public', text: 'Who, when, how much and the fee: it stays readable for ever.' }],
    },
  ],
  preview: {
    foreseen: true,
    rows: [
      {
        symbol: 'SCRT',
        decimals: 6,
        private: false,
        change: '-1500000',
        balance: { kind: 'known', before: '84210512', after: '82710512' },
      },
    ],
  },
  trial: 'passes',
  warnings: [
    {
      level: 'caution',
      text: 'Nothing is sent now. Whoever gets this signature adds the fee, pays it and sends the transaction when they like, until another transaction of this account takes its place.',
    },
  ],
}

function aux(name: string, review: Partial<TxReview>, acts: readonly Act[] = []): Scene {
  return {
    name: `approve-aux${name}`,
    page: 'approval',
    view: unlocked({ approvals: [approval({ kind: 'transaction', ...AUX, ...review })] }),
    acts: [{ wait: 700 }, ...acts],
  }
}

const { fee: __, hash: ___, ...UNPAID_ENTRY } = PENDING
const ENTRY: ActivityEntry = UNPAID_ENTRY

export const LAST_METHODS: readonly Scene[] = [
  rename(''),
  rename('-fixed', { editable: false }),
  rename('-typed', {}, { acts: [{ fill: 'New name', with: 'Ours' }, { wait: 700 }] }),
  rename('-empty', {}, { acts: [{ fill: 'New name', with: ' ' }, { wait: 700 }] }),
  rename(
    '-refused',
    {},
    {
      replies: { chooseName: error('Give it a name of 1 to 60 characters.') },
      acts: [{ fill: 'New name', with: LONG.slice(0, 70) }, { wait: 700 }],
    },
  ),
  rename('-taken', { name: OTHER?.name ?? '' }),
  rename(
    '-long',
    {},
    {
      view: unlocked({
        approvals: [
          approval(
            { ...RENAME, name: LONG.slice(0, 60) },
            { origin: LONG_ORIGIN, account: { name: LONG.slice(0, 60), address: UNLOCKED.account.address } },
          ),
        ],
      }),
    },
  ),
  rename('-hostile', { name: HOSTILE.slice(0, 60), editable: false }),
  rename('-hostile-editable', { name: HOSTILE.slice(0, 60) }),
  rename('-200', {}, { textScale: 2 }),
  aux('', {}),
  aux('-end', {}, [{ scroll: 'end' }]),
  aux('-contract', {
    messages: TRANSACTION.messages,
    warnings: [
      ...AUX.warnings,
      {
        level: 'caution',
        text: 'Contracts of this network take no message that is signed in this way, so the network would refuse it.',
      },
    ],
  }),
  {
    name: 'entry-aux',
    view: UNLOCKED,
    replies: { getEntry: result(ENTRY), revealTxKey: result({ txKey: TX_KEY }) },
    acts: [tab('Activity'), { open: '12.5' }, { wait: 100 }, { scroll: 'end' }],
  },
]

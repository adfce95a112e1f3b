import type { FeeChoices, TxReview } from '../../src/messages/popup'
import { approval, FEE, TRANSACTION } from './approval-samples'
import { error } from './replies'
import { NOW, RECIPIENT, unlocked } from './samples'
import type { Act, Scene } from './scene'

const scrt = (amount: string) => ({ denom: 'uscrt', amount, symbol: 'SCRT', decimals: 6 })

const OPEN: FeeChoices = {
  kind: 'open',
  chosen: 'site',
  site: { coins: [scrt('50000')], gas: '200000' },
  levels: [
    { level: 'low', coins: [scrt('10000')], gas: '200000' },
    { level: 'average', coins: [scrt('20000')], gas: '200000' },
    { level: 'high', coins: [scrt('50000')], gas: '200000' },
  ],
  custom: { gas: '200000', price: '0.1' },
  payer: '',
  payers: [],
}

export const CHOICE: TxReview = {
  ...TRANSACTION,
  feeChoices: OPEN,
  trial: 'impossible',
  preview: {
    foreseen: true,
    rows: [
      {
        symbol: 'sSCRT',
        decimals: 6,
        private: true,
        change: '-12500000',
        balance: { kind: 'known', before: '1240118000', after: '1227618000' },
      },
      {
        symbol: 'SCRT',
        decimals: 6,
        private: false,
        change: '-50000',
        balance: { kind: 'known', before: '84210512', after: '84160512' },
      },
    ],
  },
}

const GRANTED: TxReview = {
  ...CHOICE,
  fee: { ...FEE, granter: RECIPIENT },
  feeChoices: {
    ...OPEN,
    chosen: 'average',
    payer: RECIPIENT,
    payers: [{ granter: RECIPIENT, limit: scrt('100000'), expires: NOW + 30 * 86_400_000 }],
  },
}

const SHORT: TxReview = {
  ...CHOICE,
  trial: 'refused',
  warnings: [
    { level: 'danger', text: 'Not enough SCRT for the fee: 0.049 SCRT are missing.' },
    {
      level: 'danger',
      text: 'The chain would refuse this now. The account does not hold enough to pay for this.',
    },
  ],
  preview: {
    foreseen: false,
    rows: [
      {
        symbol: 'base units of secret1k0j…c9e8fzek',
        decimals: 0,
        private: true,
        change: '-12500000000000000000000000000000000000',
        balance: { kind: 'unknown' },
      },
      { symbol: 'SHD', decimals: 8, private: true, change: '250000000', balance: { kind: 'asking' } },
      {
        symbol: 'SCRT',
        decimals: 6,
        private: false,
        change: '-50000',
        balance: { kind: 'short', before: '1000', missing: '49000' },
      },
    ],
  },
}

export const FIXED: TxReview = {
  ...CHOICE,
  trial: 'passes',
  feeChoices: { kind: 'fixed', reason: 'The site asks to keep its fee as it is.' },
  preview: { rows: [], foreseen: true },
}

function scene(name: string, review: TxReview, acts: readonly Act[], more: Partial<Scene> = {}): Scene {
  return {
    name: `fee-${name}`,
    page: 'approval',
    view: unlocked({ approvals: [approval({ kind: 'transaction', ...review })] }),
    acts: [{ wait: 700 }, ...acts],
    ...more,
  }
}

const TO_FEE: readonly Act[] = [{ scroll: 'end' }]
const TO_PREVIEW: readonly Act[] = [
  { scroll: 'end' },
  { click: 'Hide balances' },
  { click: 'Show balances' },
  { wait: 100 },
]

export const FEES: readonly Scene[] = [
  scene('choice', CHOICE, TO_FEE),
  scene('preview', CHOICE, TO_PREVIEW),
  scene('hidden', CHOICE, [{ click: 'Hide balances' }, { wait: 100 }]),
  scene('own', CHOICE, [{ click: 'Own gas and price', role: 'radio' }, { wait: 100 }, ...TO_FEE]),
  scene('own-wrong', CHOICE, [
    { click: 'Own gas and price', role: 'radio' },
    { fill: 'Gas limit', with: '1e9' },
    { fill: 'Price for a unit of gas', with: '0,1' },
    { click: 'Use this fee' },
    { wait: 100 },
  ]),
  scene('granted', GRANTED, TO_FEE),
  scene('short', SHORT, TO_PREVIEW),
  scene('fixed', FIXED, TO_FEE),
  scene('refused', CHOICE, [{ click: 'High', role: 'radio' }, { wait: 100 }, ...TO_FEE], {
    replies: { chooseFee: error('That account cannot pay this fee now. Choose another one.') },
  }),
  scene('busy', CHOICE, [{ click: 'High', role: 'radio' }, { wait: 100 }, ...TO_FEE], {
    replies: { chooseFee: 'never' },
  }),
  scene('200', GRANTED, TO_FEE, { textScale: 2 }),
]

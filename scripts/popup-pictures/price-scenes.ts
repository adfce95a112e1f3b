import type { PriceView } from '../../src/messages/popup'
import { approval, FEE } from './approval-samples'
import { CHOICE, FIXED } from './fee-scenes'
import { error } from './replies'
import { NOW, tab, unlocked } from './samples'
import type { Act, Scene } from './scene'

const HOUR = 3_600_000
const price = (rate: string): PriceView => ({ kind: 'known', rate, until: NOW + HOUR })
const PRICE = price('184637500000000000')
/** A million dollars for a coin, the most that is believed. */
const HIGHEST = price(`1${'0'.repeat(24)}`)

const PLACE: readonly Act[] = [tab('Settings'), { open: 'Prices' }]
const LONG_FEE = { ...CHOICE, fee: { ...FEE, coins: [coin('9'.repeat(40)), coin('12000000')] } }

function coin(amount: string) {
  return { denom: 'uscrt', amount, symbol: 'SCRT', decimals: 6 }
}

function fee(name: string, review: typeof CHOICE, shown: PriceView, more: Partial<Scene> = {}): Scene {
  return {
    name: `price-fee-${name}`,
    page: 'approval',
    view: unlocked({ price: shown, approvals: [approval({ kind: 'transaction', ...review })] }),
    acts: [{ wait: 700 }, { scroll: 'end' }],
    ...more,
  }
}

export const PRICES: readonly Scene[] = [
  { name: 'price-home', view: unlocked({ price: PRICE }) },
  { name: 'price-home-hidden', view: unlocked({ price: PRICE }), acts: [{ click: 'Hide amounts' }] },
  {
    name: 'price-home-little',
    view: unlocked({ price: PRICE, balance: { kind: 'known', amount: '1200', asOf: NOW } }),
  },
  {
    name: 'price-home-offline',
    view: unlocked({
      price: PRICE,
      balance: {
        kind: 'failed',
        message: 'The balance could not be read.',
        last: { amount: '1842301955', asOf: NOW - 2 * HOUR },
      },
    }),
  },
  {
    name: 'price-home-long',
    view: unlocked({ price: HIGHEST, balance: { kind: 'known', amount: '9'.repeat(70), asOf: NOW } }),
  },
  { name: 'price-home-200', view: unlocked({ price: price('9184637500000000000') }), textScale: 2 },
  fee('little', CHOICE, PRICE),
  fee('some', CHOICE, price('1846375000000000000')),
  fee('long', LONG_FEE, HIGHEST),
  fee('200', FIXED, PRICE, { textScale: 2 }),
  { name: 'price-settings', view: unlocked({ price: PRICE }), acts: [tab('Settings')] },
  { name: 'price-switch-off', view: unlocked({}), acts: PLACE },
  { name: 'price-switch-on', view: unlocked({ price: PRICE }), acts: PLACE },
  { name: 'price-switch-on-end', view: unlocked({ price: PRICE }), acts: [...PLACE, { scroll: 'end' }] },
  { name: 'price-switch-unknown', view: unlocked({ price: { kind: 'unknown' } }), acts: PLACE },
  {
    name: 'price-switch-none',
    view: unlocked({ price: { kind: 'none' } }),
    acts: PLACE,
  },
  {
    name: 'price-switch-error',
    view: unlocked({}),
    replies: { setShowPrices: error('The browser did not keep it. Try again.') },
    acts: [...PLACE, { click: 'Show US dollars', role: 'switch' }, { wait: 100 }],
  },
  { name: 'price-switch-panel', view: unlocked({ price: PRICE }), page: 'panel', acts: PLACE },
  { name: 'price-switch-200', view: unlocked({ price: PRICE }), textScale: 2, acts: PLACE },
]

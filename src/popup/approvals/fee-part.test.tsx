// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { ApprovalView, FeeChoices, FeeView, TxReview } from '../../messages/popup'
import { AmountsHidden } from '../amounts-hidden'
import { ACCOUNT, ADDRESS, CONTRACT, FakeBackground, NOW, show } from '../popup.fake'
import { ApprovalScreen } from './approval-screen'

const scrt = (amount: string) => ({ denom: 'uscrt', amount, symbol: 'SCRT', decimals: 6 })
const OPEN: FeeChoices = {
  kind: 'open',
  chosen: 'site',
  site: { coins: [scrt('15000')], gas: '150000' },
  levels: [
    { level: 'low', coins: [scrt('10000')], gas: '200000' },
    { level: 'average', coins: [scrt('20000')], gas: '200000' },
    { level: 'high', coins: [scrt('50000')], gas: '200000' },
  ],
  custom: { gas: '200000', price: '0.1' },
  payer: '',
  payers: [],
}
const FEE: FeeView = { coins: [scrt('15000')], gas: '150000' }
const REVIEW: TxReview = {
  mode: 'direct',
  messages: [
    {
      title: 'Send in public',
      sentence: 'Send 1 SCRT',
      kind: 'native',
      input: { kind: 'none' },
      funds: [],
      facts: [],
      visibility: [],
    },
  ],
  memo: '',
  fee: FEE,
  feeChoices: OPEN,
  trial: 'passes',
  preview: {
    foreseen: true,
    rows: [
      {
        symbol: 'SCRT',
        decimals: 6,
        private: false,
        change: '-1015000',
        balance: { kind: 'known', before: '5000000', after: '3985000' },
      },
    ],
  },
  warnings: [],
  dangerous: false,
  raw: { json: '{}', signBytesHex: '00' },
}

function approval(change: Partial<TxReview> = {}): ApprovalView {
  return {
    id: 'q1',
    origin: 'https://dapp.example',
    chainId: 'secretdev-1',
    networkName: 'Local network',
    account: ACCOUNT,
    createdAt: NOW,
    body: { kind: 'transaction', ...REVIEW, ...change },
  }
}

function shown(change: Partial<TxReview> = {}, background = new FakeBackground()) {
  return show(
    <AmountsHidden>
      <ApprovalScreen approval={approval(change)} queue={undefined} />
    </AmountsHidden>,
    { background },
  )
}

async function untilOpen(): Promise<void> {
  const button = screen.getByRole('button', { name: 'Approve' })
  await waitFor(() => expect(button.getAttribute('aria-disabled')).toBeNull(), { timeout: 3000 })
}

describe('the fee on the screen', () => {
  it('is what the site set, until another is chosen by its name', async () => {
    const { background } = shown()
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /Set by the site/ }).checked).toBe(true)
    await userEvent.click(screen.getByRole('radio', { name: /High/ }))
    expect(background.sent).toEqual([
      { method: 'chooseFee', params: { id: 'q1', choice: { kind: 'level', level: 'high' } } },
    ])
  })

  it('U55: a choice shuts Approve until it was answered, and for half a second more', async () => {
    const background = new FakeBackground()
    let answer: (reply: unknown) => void = () => undefined
    background.replies.set(
      'chooseFee',
      new Promise((resolve) => {
        answer = resolve
      }),
    )
    shown({}, background)
    await untilOpen()
    await userEvent.click(screen.getByRole('radio', { name: /Low/ }))
    await userEvent.click(screen.getByRole('button', { name: 'Approve' }))
    answer({ kind: 'result', value: null })
    await userEvent.click(screen.getByRole('button', { name: 'Approve' }))
    expect(background.sent.map(({ method }) => method)).toEqual(['chooseFee'])
    await untilOpen()
    await userEvent.click(screen.getByRole('button', { name: 'Approve' }))
    expect(background.sent.map(({ method }) => method)).toEqual(['chooseFee', 'approve'])
  })

  it('says why a choice was not taken', async () => {
    const background = new FakeBackground()
    background.refuse('chooseFee', 'The node takes no price below 0.1.')
    shown({}, background)
    await userEvent.click(screen.getByRole('radio', { name: /Low/ }))
    expect((await screen.findByRole('alert')).textContent).toContain('no price below')
  })

  it('takes own figures in plain digits alone', async () => {
    const { background } = shown()
    await userEvent.click(screen.getByRole('radio', { name: 'Own gas and price' }))
    const gas = screen.getByLabelText('Gas limit')
    const price = screen.getByLabelText('Price for a unit of gas')
    for (const [wrong, cost] of [
      ['1e9', '0,1'],
      ['-5', '٠.١'],
      ['10000001', ''],
    ] as const) {
      await userEvent.clear(gas)
      await userEvent.type(gas, wrong)
      await userEvent.clear(price)
      if (cost !== '') await userEvent.type(price, cost)
      await userEvent.click(screen.getByRole('button', { name: 'Use this fee' }))
    }
    expect(background.sent).toEqual([])
    await userEvent.clear(gas)
    await userEvent.type(gas, '250000')
    await userEvent.type(price, '0.25{Enter}')
    expect(background.sent).toEqual([
      {
        method: 'chooseFee',
        params: { id: 'q1', choice: { kind: 'custom', gas: '250000', price: '0.25' } },
      },
    ])
  })

  it('says who pays and lets another be picked', async () => {
    const payers = [{ granter: CONTRACT, limit: scrt('100000'), expires: NOW }]
    const { background } = shown({ feeChoices: { ...OPEN, payers } })
    await userEvent.click(screen.getByRole('radio', { name: /pays up to/ }))
    expect(background.sent).toMatchObject([{ params: { choice: { kind: 'payer', granter: CONTRACT } } }])
  })

  it('offers nothing where the site keeps its fee', () => {
    shown({ feeChoices: { kind: 'fixed', reason: 'The site asks to keep its fee as it is.' } })
    expect(screen.queryByRole('radio')).toBeNull()
    expect(screen.getByText('The site asks to keep its fee as it is.')).toBeTruthy()
  })

  it('says that whoever sends it pays, where the signature covers no fee', () => {
    shown({ mode: 'aux', fee: undefined, feeChoices: undefined } as never)
    expect(screen.getByText(/Whoever sends this transaction adds the fee and pays it/)).toBeTruthy()
    expect(screen.queryByRole('radio')).toBeNull()
    expect(document.body.textContent).not.toContain('Gas limit')
  })

  it('names the payer that the site set, though its allowance is not known', () => {
    shown({ fee: { ...FEE, granter: ADDRESS }, feeChoices: { ...OPEN, payer: ADDRESS } })
    expect(screen.getAllByRole<HTMLInputElement>('radio').filter(({ checked }) => checked)).toHaveLength(2)
  })
})

describe('the balances on the screen', () => {
  it('are shown before and after, and inked over with the eye', async () => {
    shown()
    expect(document.body.textContent).toContain('3.985')
    expect(document.body.textContent).toContain('5 →')
    await userEvent.click(screen.getByRole('button', { name: 'Hide balances' }))
    expect(document.body.textContent).not.toContain('5 →')
    expect(document.body.textContent).toContain('Hidden')
  })

  it('say what they are computed from, and that they are unknown where they are', () => {
    const [row] = REVIEW.preview?.rows ?? []
    if (row === undefined) throw new Error('no row')
    shown({
      trial: 'impossible',
      preview: { foreseen: false, rows: [{ ...row, balance: { kind: 'unknown' } }] },
    })
    expect(screen.getByText('balance unknown')).toBeTruthy()
    expect(document.body.textContent).toContain('Computed by Sotto from the message, not simulated')
    expect(document.body.textContent).toContain('More may happen')
  })
})

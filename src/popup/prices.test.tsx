// @vitest-environment happy-dom
import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { ApprovalView, CoinView, PriceView, UnlockedView } from '../messages/popup'
import { App } from './app'
import { ACCOUNT, FakeBackground, NOW, show, unlockedView } from './popup.fake'

const HOUR = 3_600_000
const KNOWN: PriceView = { kind: 'known', rate: '250000000000000000', until: NOW + HOUR }
const UNSAID: readonly PriceView[] = [{ kind: 'off' }, { kind: 'none' }, { kind: 'unknown' }]

function open(parts: Partial<UnlockedView>, background = new FakeBackground()): FakeBackground {
  show(<App />, { background })
  act(() => background.push(unlockedView(parts)))
  return background
}

const page = (): string => document.body.textContent ?? ''
const click = (name: string | RegExp): Promise<void> => userEvent.click(screen.getByRole('button', { name }))

describe('what the balance is worth', () => {
  const balance = { kind: 'known', amount: '12000000', asOf: NOW } as const

  it('stands below it, as no more than about so much', () => {
    open({ price: KNOWN, balance })
    expect(page()).toContain('12 SCRTabout $3.00')
  })

  it.each(UNSAID)('is not there while the price is $kind', (price) => {
    open({ price, balance })
    expect(page()).toContain('12 SCRT')
    expect(page()).not.toContain('$')
  })

  it('is inked over with it', async () => {
    open({ price: KNOWN, balance })
    await click('Hide amounts')
    expect(page()).not.toContain('$')
  })

  it('is gone at the moment when the price is too old', async () => {
    const background = open({ price: { ...KNOWN, until: NOW + 60 }, balance })
    expect(page()).toContain('about $3.00')
    background.clock = NOW + 60
    await waitFor(() => expect(page()).not.toContain('$'))
    expect(page()).toContain('12 SCRT')
  })
})

describe('what a network fee is worth', () => {
  const scrt: CoinView = { denom: 'uscrt', amount: '200000', symbol: 'SCRT', decimals: 6 }

  function approval(coins: readonly CoinView[], chainId = 'secretdev-1'): ApprovalView {
    const offer = { coins: [scrt], gas: '1' }
    return {
      id: 'q1',
      origin: 'https://dapp.example',
      chainId,
      networkName: 'Local network',
      account: ACCOUNT,
      createdAt: NOW,
      body: {
        kind: 'transaction',
        mode: 'direct',
        messages: [],
        memo: '',
        fee: { coins, gas: '1' },
        feeChoices: {
          kind: 'open',
          chosen: 'site',
          site: offer,
          levels: [{ level: 'low', ...offer }],
          custom: { gas: '1', price: '0.1' },
          payer: '',
          payers: [],
        },
        warnings: [],
        dangerous: false,
        raw: { json: '{}', signBytesHex: '00' },
      },
    }
  }

  async function review(asked: ApprovalView): Promise<string> {
    const background = new FakeBackground()
    show(<App />, { background, mode: 'approval' })
    act(() => background.push(unlockedView({ price: KNOWN, approvals: [asked] })))
    await screen.findByText('At most')
    return page()
  }

  it('stands once, below what it is at most', async () => {
    const text = await review(approval([scrt]))
    expect(text).toContain('At most0.2 SCRTabout $0.05')
    expect(text.split('$')).toHaveLength(2)
  })

  it('is mostly less than a cent', async () => {
    expect(await review(approval([{ ...scrt, amount: '2500' }]))).toContain('0.0025 SCRTless than $0.01')
  })

  it.each([
    ['another coin, whatever it is called', approval([{ ...scrt, denom: 'ibc/27394' }])],
    ['the coin of another network', approval([scrt], 'pulsar-3')],
  ])('is not said of %s', async (_, asked) => {
    expect(await review(asked)).not.toContain('$')
  })
})

describe('the switch for prices', () => {
  async function place(price: PriceView): Promise<FakeBackground> {
    const background = open({ price })
    await click('Settings')
    await userEvent.click(await screen.findByRole('button', { name: /^Prices/ }))
    await screen.findByRole('heading', { level: 1, name: 'Prices' })
    return background
  }
  const theSwitch = (): HTMLInputElement =>
    screen.getByRole('switch', { name: 'Show US dollars beside SCRT' })

  it.each<[PriceView, boolean, string]>([
    [{ kind: 'off' }, false, 'Nobody is asked for a price.'],
    [{ kind: 'none' }, true, 'Nobody on this network says what its coin is worth'],
    [{ kind: 'unknown' }, true, 'No price is known now'],
    [KNOWN, true, '1 SCRTabout $0.25'],
  ])('says how it stands: $kind', async (price, on, words) => {
    await place(price)
    expect(theSwitch().checked).toBe(on)
    expect(page()).toContain(words)
  })

  it('says before it is used who is asked, and who sees what', async () => {
    await place({ kind: 'off' })
    expect(page()).toContain('Shade Protocol’s oracle')
    expect(page()).toContain('through the node that it uses anyway, and no other host')
    expect(page()).toContain('The nodeThat this contract is asked')
    expect(page()).toContain('The question is encrypted')
  })

  it('turns them on and off, and says so', async () => {
    const background = await place({ kind: 'off' })
    await userEvent.click(theSwitch())
    act(() => background.push(unlockedView({ price: KNOWN })))
    await userEvent.click(theSwitch())
    expect(background.sent).toEqual([
      { method: 'setShowPrices', params: { show: true } },
      { method: 'setShowPrices', params: { show: false } },
    ])
    const said = screen.getAllByRole('status').map(({ textContent }) => textContent)
    expect(said.some((text) => text?.includes('Prices are off.'))).toBe(true)
  })

  it('says why it did not happen, and stays as it was', async () => {
    const background = await place({ kind: 'off' })
    background.refuse('setShowPrices', 'The browser did not keep it.')
    await userEvent.click(theSwitch())
    expect(page()).toContain('The browser did not keep it.')
    expect(theSwitch().checked).toBe(false)
  })
})

// @vitest-environment happy-dom
import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { ActivityEntry } from '../../messages/popup'
import { App } from '../app'
import { ADDRESS, FakeBackground, NOW, show, unlockedView } from '../popup.fake'

const LURE =
  'Claim at https://prize.example/?w=1 or [here](javascript:alert(1)) <a href="https://x.example">now</a>'

const ENTRY: ActivityEntry = {
  id: 'one',
  chainId: 'secretdev-1',
  origin: 'https://dapp.example',
  title: LURE,
  sentence: LURE,
  status: 'confirmed',
  createdAt: NOW,
  account: ADDRESS,
  fee: { coins: [{ denom: 'uscrt', amount: '0', decimals: 6, symbol: LURE }], gas: '1' },
  memo: LURE,
  chainError: LURE,
  messages: [],
}

/** Every place where a text could have become something to follow. */
function links(): readonly Element[] {
  return [...document.querySelectorAll('a, area, form, iframe, object, embed, [href], [src]')]
}

describe('N80: links in what a transaction says', () => {
  it('are text in the list and in the entry, whole and with nothing to follow', async () => {
    const background = new FakeBackground()
    background.replies.set('getEntry', { kind: 'result', value: ENTRY })
    show(<App />, { background })
    act(() => background.push(unlockedView({ activity: [ENTRY] })))
    await userEvent.click(await screen.findByRole('button', { name: /^Activity/ }))
    await screen.findByRole('heading', { level: 1, name: 'Activity' }, { timeout: 20_000 })
    const main = within(screen.getByRole('main'))
    expect(main.getAllByText(LURE, { exact: false }).length).toBeGreaterThan(0)
    expect(links()).toEqual([])
    await userEvent.click(main.getByRole('listitem').querySelector('button') ?? document.body)
    await screen.findByText('Memo', {}, { timeout: 20_000 })
    expect(screen.getAllByText(LURE, { exact: false }).length).toBeGreaterThanOrEqual(3)
    expect(links()).toEqual([])
  })
})

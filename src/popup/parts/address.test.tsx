// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { ADA, twinOf } from '../accounts/accounts.fake'
import { ACCOUNT, CONTRACT, FakeBackground, lockedView, show, unlockedView } from '../popup.fake'
import { AddressText } from './address'
import { AddressesIn } from './addresses-in'

function open(children: ReactNode): FakeBackground {
  const background = new FakeBackground()
  show(children, { background })
  act(() => background.push(unlockedView({ contacts: [ADA] })))
  return background
}

const text = (): string => document.body.textContent ?? ''

describe('an address', () => {
  it('has the name of an own account or of the address book beside it, and says which', () => {
    open(
      <>
        <AddressText address={ACCOUNT.address} />
        <AddressText address={ADA.address} full />
      </>,
    )
    expect(text()).toContain('Main your account')
    expect(text()).toContain(`Ada address book${ADA.address}`)
  })

  it('of a stranger is letters alone', () => {
    open(<AddressText address={CONTRACT} full />)
    expect(text().trim()).toBe(CONTRACT)
  })

  it('that only looks like a known one says so', () => {
    open(<AddressText address={twinOf(ADA.address)} full />)
    expect(text()).toContain('Looks like Ada, but is another address')
  })

  it('has no name while the wallet is closed', () => {
    const background = open(<AddressText address={ADA.address} full />)
    act(() => background.push(lockedView()))
    expect(text().trim()).toBe(ADA.address)
  })
})

describe('the addresses in a request', () => {
  it('are the named ones and the look-alikes, not the ones shown already', () => {
    open(
      <AddressesIn
        title="Addresses in this request"
        texts={[JSON.stringify({ to: [ADA.address, twinOf(ADA.address), CONTRACT, ACCOUNT.address] })]}
        except={[ACCOUNT.address]}
      />,
    )
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      `Ada address book${ADA.address}`,
      `${twinOf(ADA.address)}Looks like Ada, but is another address`,
    ])
  })

  it('are not spoken of when there are none', () => {
    open(<AddressesIn title="Addresses in this request" texts={[`to ${CONTRACT}`]} except={[]} />)
    expect(text().trim()).toBe('')
  })

  it('can be given names where one may save them', async () => {
    const saved: string[] = []
    open(
      <AddressesIn
        title="Addresses"
        texts={[`${ADA.address} ${CONTRACT}`]}
        except={[]}
        onSave={(address) => saved.push(address)}
      />,
    )
    await userEvent.click(screen.getByRole('button', { name: `Save ${CONTRACT} to address book` }))
    expect(saved).toEqual([CONTRACT])
    expect(screen.getAllByRole('button')).toHaveLength(1)
  })
})

import type { ReactNode } from 'react'
import type { ContractFacts } from '../../messages/popup'
import { AddressText } from '../parts/address'
import { Disclosure } from '../parts/disclosure'
import { type FactRow, Facts } from '../parts/facts'
import { PlainText } from '../parts/plain-text'
import { Section } from '../parts/section'
import { contractGist, controlWords } from './contract-gist'

/** What matters most about the contract in a line; the rest for those who want to look. */
export function ContractPart({ contract }: { contract: ContractFacts }): ReactNode {
  const { address, label } = contract
  const gist = contractGist(contract)
  return (
    <Section title="Contract">
      <Facts
        rows={[
          { label: 'Address', value: <AddressText address={address} full />, below: true },
          ...(label === undefined ? [] : [{ label: 'Calls itself', value: <PlainText text={label} /> }]),
        ]}
      />
      {gist !== '' && <p>{gist}</p>}
      <Disclosure summary="More about this contract">
        <Facts rows={moreRows(contract)} />
        {contract.control !== undefined && <p>{controlWords(contract.control)}</p>}
      </Disclosure>
    </Section>
  )
}

const SEALED = { matches: 'Yes', differs: 'No', unknown: 'Not checked' } as const
const CODE = { checked: 'Checked here', differs: 'Is not what its hash names' } as const
const USE = {
  first: 'Never',
  earlier: 'Yes, as it is now',
  'code-changed': 'Yes, with other code',
  'owner-changed': 'Yes, with another owner',
} as const

function moreRows(contract: ContractFacts): FactRow[] {
  const { codeId, codeHash, code, creator, control, pendingCodeId, changes, use } = contract
  const rows: FactRow[] = []
  if (codeId !== undefined) rows.push({ label: 'Code', value: <PlainText text={codeId} /> })
  rows.push(
    { label: 'Message sealed for this code', value: SEALED[codeHash] },
    { label: 'Code on chain', value: code === undefined ? 'Not checked' : CODE[code] },
  )
  if (changes !== undefined) rows.push({ label: 'Code replaced', value: changeWords(changes) })
  if (pendingCodeId !== undefined) {
    rows.push({ label: 'May move to code', value: <PlainText text={pendingCodeId} /> })
  }
  if (use !== undefined) rows.push({ label: 'Used by this account', value: USE[use] })
  if (control?.kind === 'owner') {
    rows.push({ label: 'Owner', value: <AddressText address={control.address} full />, below: true })
  }
  if (creator !== undefined) {
    rows.push({ label: 'Made by', value: <AddressText address={creator} full />, below: true })
  }
  return rows
}

function changeWords({ count, lastHeight }: NonNullable<ContractFacts['changes']>): ReactNode {
  if (count === 0) return 'Never'
  const times = count === 1 ? 'Once' : `${count} times`
  return (
    <>
      {times}
      {lastHeight !== undefined && (
        <>
          , last at block <PlainText text={lastHeight} />
        </>
      )}
    </>
  )
}

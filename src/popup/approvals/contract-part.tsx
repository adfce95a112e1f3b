import type { ReactNode } from 'react'
import type { ContractFacts } from '../../messages/popup'
import { AddressText } from '../parts/address'
import { type FactRow, Facts } from '../parts/facts'
import { Notice } from '../parts/notice'
import { PlainText } from '../parts/plain-text'
import { Section } from '../parts/section'

export function ContractPart({ contract }: { contract: ContractFacts }): ReactNode {
  const { address, label, codeId, codeHash } = contract
  const rows: FactRow[] = [{ label: 'Address', value: <AddressText address={address} full />, below: true }]
  if (label !== undefined) rows.push({ label: 'Calls itself', value: <PlainText text={label} /> })
  if (codeId !== undefined) rows.push({ label: 'Code', value: <PlainText text={codeId} /> })
  if (codeHash === 'matches') rows.push({ label: 'Sealed for this code', value: 'Yes' })
  return (
    <Section title="Contract">
      <Facts rows={rows} />
      {codeHash === 'differs' && (
        <Notice level="danger">
          The message is sealed for other code than this contract runs. The chain will refuse it.
        </Notice>
      )}
      {codeHash === 'unknown' && (
        <Notice level="caution">
          Whether the message is sealed for this contract’s code could not be checked.
        </Notice>
      )}
    </Section>
  )
}

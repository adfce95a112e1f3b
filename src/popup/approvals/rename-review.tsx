import type { ReactNode } from 'react'
import type { AccountView, ApprovalBody } from '../../messages/popup'
import { Facts } from '../parts/facts'
import { TextField } from '../parts/field'
import { Notice } from '../parts/notice'
import { PlainText } from '../parts/plain-text'
import { Section } from '../parts/section'
import { VisibilityList } from '../parts/visibility-list'
import { visibleParts } from '../parts/visible-text'
import { useKnownAddresses } from '../use-known-addresses'
import css from './rename-review.module.css'
import type { NameChange } from './use-name-change'

interface RenameProps {
  readonly body: Extract<ApprovalBody, { kind: 'rename' }>
  readonly account: AccountView
  readonly change: NameChange
}

/** What a site would call the account, which the person may change where the site leaves it to them. */
export function RenameReview({ body: { editable }, account, change }: RenameProps): ReactNode {
  const { typed, problem, type } = change
  return (
    <>
      {editable ? (
        <TextField
          label="New name"
          value={typed}
          onChange={type}
          error={problem}
          hint="Chosen by the site. You can write another one."
        />
      ) : (
        <Facts
          rows={[{ label: 'New name, chosen by the site', value: <PlainText text={typed} />, below: true }]}
        />
      )}
      <NameNotices name={typed} account={account} editable={editable} />
      <Section title="Who learns it, once you approve">
        <VisibilityList
          items={[
            { who: 'recipient', name: 'This site', text: 'At once.' },
            {
              who: 'recipient',
              name: 'Other connected sites',
              text: 'When they ask for your account.',
            },
          ]}
        />
      </Section>
      <p className={css['remark']}>
        Only the name changes. You can change it again at any time, under Accounts.
      </p>
    </>
  )
}

interface NoticesProps {
  readonly name: string
  readonly account: AccountView
  /** In a field, nothing is written out. */
  readonly editable: boolean
}

/** Two accounts of one name are easily taken for each other, and so is a name with something in it that nobody sees. */
function NameNotices({ name, account, editable }: NoticesProps): ReactNode {
  const known = useKnownAddresses()
  const taken = known.some((one) => one.address !== account.address && isSameName(one.name, name))
  const hidden = visibleParts(name).some(({ kind }) => kind === 'hidden')
  return (
    <>
      {hidden && (
        <Notice level="caution">
          This name holds characters that would not be seen{editable ? ': ' : '.'}
          {editable && <PlainText text={name} />}
        </Notice>
      )}
      {taken && (
        <Notice level="caution">
          You have another account or contact of this name. You could take one for the other.
        </Notice>
      )}
      {name.trim() === account.name && <Notice level="note">The account has this name already.</Notice>}
    </>
  )
}

function isSameName(a: string, b: string): boolean {
  return fold(a) === fold(b)
}

function fold(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim()
}

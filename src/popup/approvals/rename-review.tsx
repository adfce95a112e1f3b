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
      <Facts
        rows={[
          { label: 'Name now', value: <PlainText text={account.name} />, below: true },
          ...(editable
            ? []
            : [{ label: 'New name, chosen by the site', value: <PlainText text={typed} />, below: true }]),
        ]}
      />
      {editable && (
        <TextField
          label="New name"
          value={typed}
          onChange={type}
          error={problem}
          hint="The site suggests a name. You can write another one."
        />
      )}
      <NameNotices name={typed} account={account} />
      <Section title="If you approve">
        <VisibilityList
          items={[
            { who: 'only-you', text: 'See this name for the account everywhere in Sotto.' },
            { who: 'recipient', name: 'This site', text: 'Learns the new name.' },
            {
              who: 'recipient',
              name: 'Other connected sites',
              text: 'Learn it too when they ask for your account.',
            },
          ]}
        />
      </Section>
      <p className={css['remark']}>
        Only the name changes. You can change it again at any time, on the account’s own screen.
      </p>
    </>
  )
}

/** Two accounts of one name are easily taken for each other, and so is a name with something in it that nobody sees. */
function NameNotices({ name, account }: { name: string; account: AccountView }): ReactNode {
  const known = useKnownAddresses()
  const taken = known.some((one) => one.address !== account.address && isSameName(one.name, name))
  const hidden = visibleParts(name).some(({ kind }) => kind === 'hidden')
  return (
    <>
      {hidden && (
        <Notice level="caution">
          This name holds characters that cannot be seen: <PlainText text={name} />
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

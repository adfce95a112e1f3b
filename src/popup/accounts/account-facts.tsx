import type { ReactNode } from 'react'
import type { OwnAccountView, SecretView } from '../../messages/popup'
import { Button } from '../parts/button'
import { type FactRow, Facts } from '../parts/facts'
import { PlainText } from '../parts/plain-text'
import { Section } from '../parts/section'
import type { Go } from '../routes'
import css from './accounts.module.css'

interface AccountFactsProps {
  readonly account: OwnAccountView
  readonly secrets: readonly SecretView[]
  readonly go: Go
}

/** Where an account comes from. */
export function AccountFacts({ account: { keys }, secrets, go }: AccountFactsProps): ReactNode {
  if (keys.kind === 'watch') return null
  const secret = secrets.find(({ id }) => id === keys.secretId)
  const rows: FactRow[] = []
  if (secret) {
    rows.push({
      label: 'Comes from',
      value: (
        <Button look="text" onClick={() => go({ kind: 'secret', secretId: secret.id })}>
          <PlainText text={secret.name} />
        </Button>
      ),
    })
  }
  if (keys.kind === 'phrase') {
    rows.push({
      label: 'Path',
      value: (
        <span className={css['path']}>
          <PlainText text={keys.path} />
        </span>
      ),
    })
  }
  return (
    <Section title="Origin">
      <Facts rows={rows} />
    </Section>
  )
}

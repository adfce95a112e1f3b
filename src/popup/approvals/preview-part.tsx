import { Eye, EyeOff } from 'lucide-react'
import type { ReactNode } from 'react'
import type { BalancePreview, PreviewRow, TrialView } from '../../messages/popup'
import { useAmountsHidden } from '../amounts-hidden'
import { Amount } from '../parts/amount'
import { IconButton } from '../parts/button'
import { PlainText } from '../parts/plain-text'
import { Redacted } from '../parts/redacted'
import { Section } from '../parts/section'
import css from './preview.module.css'

interface PreviewProps {
  readonly preview: BalancePreview
  readonly trial: TrialView | undefined
}

/** What the account has before and after, by the words of the messages. */
export function PreviewPart({ preview: { rows, foreseen }, trial }: PreviewProps): ReactNode {
  const { hidden, toggle } = useAmountsHidden()
  return (
    <Section
      title="Your balances"
      aside={
        rows.length > 0 && (
          <IconButton label={hidden ? 'Show balances' : 'Hide balances'} onClick={toggle}>
            {hidden ? <EyeOff size={18} strokeWidth={1.6} /> : <Eye size={18} strokeWidth={1.6} />}
          </IconButton>
        )
      }
    >
      {rows.length === 0 ? (
        <p>{foreseen ? 'Nothing of yours moves.' : 'No balance of yours moves by these words alone.'}</p>
      ) : (
        <dl className={css['rows']}>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of one preview never move
            <Row key={index} row={row} hidden={hidden} />
          ))}
        </dl>
      )}
      <p className={css['remark']}>{remark(foreseen, trial)}</p>
    </Section>
  )
}

function Row({ row, hidden }: { row: PreviewRow; hidden: boolean }): ReactNode {
  const { symbol, decimals, change, private: isPrivate } = row
  const leaves = change.startsWith('-')
  return (
    <div className={css['row']}>
      <dt className={css['asset']}>
        <PlainText text={symbol} />
        <span className={isPrivate ? css['private'] : css['public']}>{isPrivate ? 'private' : 'public'}</span>
      </dt>
      <dd className={css['figures']}>
        <span className={leaves ? css['leaves'] : css['arrives']}>
          <span aria-hidden>{leaves ? '−' : '+'}</span>
          <span className={css['spoken']}>{leaves ? 'less by ' : 'more by '}</span>
          <Amount amount={leaves ? change.slice(1) : change} decimals={decimals} symbol="" />
        </span>
        <span className={css['balance']}>
          {hidden ? <Redacted label="Hidden" width="long" /> : <BalanceChange row={row} />}
        </span>
      </dd>
    </div>
  )
}

function BalanceChange({ row: { balance, decimals } }: { row: PreviewRow }): ReactNode {
  switch (balance.kind) {
    case 'known':
      return (
        <>
          <Amount amount={balance.before} decimals={decimals} symbol="" />
          <span aria-hidden>→ </span>
          <span className={css['spoken']}>becomes </span>
          <Amount amount={balance.after} decimals={decimals} symbol="" />
        </>
      )
    case 'short':
      return (
        <span className={css['short']}>
          <Amount amount={balance.before} decimals={decimals} symbol="" />
          is not enough
        </span>
      )
    case 'asking':
      return 'balance being asked for'
    case 'unknown':
      return 'balance unknown'
    default:
      return balance satisfies never
  }
}

const MORE_MAY_HAPPEN = 'More may happen than these words say, such as what a contract gives or takes.'
const TRIALS: Record<TrialView, string> = {
  impossible: 'not simulated: the chain cannot try out encrypted messages.',
  asking: 'and being tried out on the chain.',
  passes: 'and tried out on the chain, which would take it now.',
  refused: 'and tried out on the chain, which would refuse it now.',
  'no-answer': 'not simulated: no node tried it out in time.',
}

function remark(foreseen: boolean, trial: TrialView | undefined): string {
  const computed = `Computed by Sotto from the message, ${TRIALS[trial ?? 'impossible']}`
  return foreseen ? computed : `${computed} ${MORE_MAY_HAPPEN}`
}

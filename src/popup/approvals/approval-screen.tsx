import type { ReactNode } from 'react'
import type { ApprovalBody, ApprovalView } from '../../messages/popup'
import { PlainText } from '../parts/plain-text'
import { Screen } from '../parts/screen'
import { Waiting } from '../parts/waiting'
import { AddChainReviewPart } from './add-chain-review'
import { AnswerBar } from './answer-bar'
import { AskedBy } from './asked-by'
import { ConnectReview } from './connect-review'
import { isHeadingLong } from './heading-length'
import { PermitReviewPart } from './permit-review'
import { TextReview } from './text-review'
import { AddTokenReview, ShareKeyReview } from './token-reviews'
import { TransactionReview } from './transaction-review'
import { type FeeChange, useFeeChange } from './use-fee-change'

interface ApprovalProps {
  readonly approval: ApprovalView
  readonly queue: string | undefined
  readonly onBack?: (() => void) | undefined
}

export function ApprovalScreen({ approval, queue, onBack }: ApprovalProps): ReactNode {
  const { body } = approval
  const change = useFeeChange(approval.id)
  const dangerous = body.kind === 'transaction' && body.dangerous
  const over = queue === undefined ? KIND[body.kind] : `${KIND[body.kind]}, request ${queue}`
  return (
    <Screen
      over={over}
      title={<PlainText text={headingOf(body)} />}
      onBack={onBack}
      risk={dangerous}
      reading
      footer={
        <AnswerBar
          approval={approval}
          agree={agreeWord(body)}
          ready={body.kind !== 'preparing' && !change.busy}
          changes={change.count}
          dangerous={dangerous}
        />
      }
    >
      <AskedBy approval={approval} />
      <Review body={body} change={change} />
    </Screen>
  )
}

const KIND: Record<ApprovalBody['kind'], string> = {
  preparing: 'Request',
  connect: 'Connection',
  transaction: 'Transaction',
  permit: 'Permit',
  text: 'Signature',
  'add-token': 'Private token',
  'share-viewing-key': 'Viewing key',
  'add-chain': 'Network',
  'cannot-continue': 'Stopped',
}

/** What is asked, in a few words. */
function headingOf(body: ApprovalBody): string {
  switch (body.kind) {
    case 'preparing':
      return 'Reading the request'
    case 'connect':
      return 'Connect to this site?'
    case 'transaction':
      return transactionHeading(body.messages)
    case 'permit':
      return 'Sign a permit to read'
    case 'text':
      return 'Sign a text'
    case 'add-token':
      return 'Add a private token'
    case 'share-viewing-key':
      return 'Share a viewing key'
    case 'add-chain':
      return 'Add a network?'
    case 'cannot-continue':
      return isHeadingLong(body.title) ? 'Sotto cannot continue' : body.title
    default:
      return body satisfies never
  }
}

/** A title may hold a token's name; a long one must not push the site's origin out of sight, and is shown further down. */
function transactionHeading(messages: readonly { readonly title: string }[]): string {
  const [first] = messages
  if (first === undefined || messages.length > 1) return `${messages.length} actions in one transaction`
  return isHeadingLong(first.title) ? 'Sign a transaction' : first.title
}

function agreeWord(body: ApprovalBody): string | undefined {
  if (body.kind === 'cannot-continue') return undefined
  return body.kind === 'connect' ? 'Connect' : 'Approve'
}

function Review({ body, change }: { body: ApprovalBody; change: FeeChange }): ReactNode {
  switch (body.kind) {
    case 'preparing':
      return <Waiting label="Reading the request" lines={3} />
    case 'connect':
      return <ConnectReview chains={body.chains} />
    case 'transaction':
      return <TransactionReview review={body} change={change} />
    case 'permit':
      return <PermitReviewPart permit={body} />
    case 'text':
      return <TextReview body={body} />
    case 'add-token':
      return <AddTokenReview body={body} />
    case 'share-viewing-key':
      return <ShareKeyReview body={body} />
    case 'add-chain':
      return <AddChainReviewPart body={body} />
    case 'cannot-continue':
      return (
        <p>
          <PlainText text={body.message} />
        </p>
      )
    default:
      return body satisfies never
  }
}

import type { ReactNode } from 'react'
import type { ApprovalBody, ApprovalView } from '../../messages/popup'
import { PlainText } from '../parts/plain-text'
import { Screen } from '../parts/screen'
import { Waiting } from '../parts/waiting'
import { AddChainReviewPart } from './add-chain-review'
import { AnswerBar } from './answer-bar'
import { AskedBy } from './asked-by'
import { ConnectReview, isConnectedAlready } from './connect-review'
import { isHeadingLong } from './heading-length'
import { PermitReviewPart } from './permit-review'
import { RenameReview } from './rename-review'
import { RevealReview } from './reveal-review'
import { ShareKeysReview } from './share-keys-review'
import { TextReview } from './text-review'
import { AddTokenReview } from './token-reviews'
import { TransactionReview } from './transaction-review'
import { type FeeChange, useFeeChange } from './use-fee-change'
import { type NameChange, useNameChange } from './use-name-change'

interface ApprovalProps {
  readonly approval: ApprovalView
  readonly queue: string | undefined
  readonly onBack?: (() => void) | undefined
}

export function ApprovalScreen({ approval, queue, onBack }: ApprovalProps): ReactNode {
  const { body } = approval
  const change = useFeeChange(approval.id)
  const name = useNameChange(approval)
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
          ready={body.kind !== 'preparing' && !change.busy && name.ready}
          changes={change.count + name.count}
          dangerous={dangerous}
        />
      }
    >
      <AskedBy approval={approval} />
      <Review approval={approval} change={change} name={name} />
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
  'add-chain': 'Network',
  'share-viewing-keys': 'Viewing keys',
  reveal: 'Private messages',
  rename: 'Account name',
  'cannot-continue': 'Stopped',
}

/** What is asked, in a few words. */
function headingOf(body: ApprovalBody): string {
  switch (body.kind) {
    case 'preparing':
      return 'Reading the request'
    case 'connect':
      return isConnectedAlready(body) ? 'Allow this again?' : 'Connect to this site?'
    case 'transaction':
      return transactionHeading(body.messages)
    case 'permit':
      return 'Sign a permit to read'
    case 'text':
      return 'Sign a text'
    case 'add-token':
      return 'Add a private token'
    case 'add-chain':
      return 'Add a network?'
    case 'share-viewing-keys':
      return body.tokens.length === 1 ? 'Share a viewing key' : 'Share viewing keys'
    case 'reveal':
      return 'Let this site read your messages?'
    case 'rename':
      return 'Rename this account?'
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
  switch (body.kind) {
    case 'cannot-continue':
      return undefined
    case 'connect':
      return isConnectedAlready(body) ? 'Allow' : 'Connect'
    case 'reveal':
      return 'Approve once'
    case 'share-viewing-keys':
      // With nothing chosen there is nothing to agree to.
      return body.always || body.tokens.some(({ chosen }) => chosen) ? 'Approve' : undefined
    default:
      return 'Approve'
  }
}

interface ReviewProps {
  readonly approval: ApprovalView
  readonly change: FeeChange
  readonly name: NameChange
}

function Review({ approval: { id, chainId, body, account }, change, name }: ReviewProps): ReactNode {
  switch (body.kind) {
    case 'preparing':
      return <Waiting label="Reading the request" lines={3} />
    case 'connect':
      return <ConnectReview body={body} />
    case 'transaction':
      return <TransactionReview chainId={chainId} review={body} change={change} />
    case 'permit':
      return <PermitReviewPart permit={body} />
    case 'text':
      return <TextReview body={body} />
    case 'add-token':
      return <AddTokenReview body={body} />
    case 'add-chain':
      return <AddChainReviewPart body={body} />
    case 'share-viewing-keys':
      return <ShareKeysReview id={id} body={body} />
    case 'reveal':
      return <RevealReview items={body.items} />
    case 'rename':
      return <RenameReview body={body} account={account} change={name} />
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

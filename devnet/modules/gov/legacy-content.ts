import { isMessage } from '@bufbuild/protobuf'
import type { Any } from '@bufbuild/protobuf/wkt'
import { CommunityPoolSpendProposalSchema } from '../../codec/gen/distribution_pb'
import { TextProposalSchema } from '../../codec/gen/gov-v1beta1_pb'
import { ParameterChangeProposalSchema } from '../../codec/gen/params_pb'
import {
  CancelSoftwareUpgradeProposalSchema,
  SoftwareUpgradeProposalSchema,
} from '../../codec/gen/upgrade_pb'
import { AbciError, sdkError } from '../../node/abci-error'
import type { Context } from '../../node/context'
import { coinsFromProto } from '../coins'
import { checkSpending, spendCommunityPool } from '../distribution/community-pool'
import { openAny } from '../inner-message'
import { readAddress } from '../message-address'
import { changeParameters, checkChanges } from '../params/parameter-changes'
import { cancelUpgrade, checkPlan, scheduleUpgrade } from '../upgrade/upgrade'
import { govError } from './gov-errors'

const MAX_TITLE = 140
const MAX_DESCRIPTION = 10_000

/** A proposal of the kind from before messages: what it says, and what it does if it passes. */
export interface LegacyContent {
  readonly title: string
  readonly description: string
  /** The module that it is for. */
  readonly route: string
  /** Throws AbciError when it makes no sense. */
  readonly check?: () => void
  readonly run: (context: Context) => void
}

/** Reads a content; throws AbciError when it is none. */
export function openContent(any: Pick<Any, 'typeUrl' | 'value'>): LegacyContent {
  const { typeUrl, message } = openAny(any)
  if (isMessage(message, TextProposalSchema)) return { ...message, route: 'gov', run: () => undefined }
  if (isMessage(message, CommunityPoolSpendProposalSchema)) {
    const spend = { recipient: message.recipient, amount: coinsFromProto(message.amount) }
    return {
      ...message,
      route: 'distribution',
      check: () => checkSpending(spend),
      run: (context) =>
        spendCommunityPool(context, readAddress(spend.recipient, 'invalid recipient address'), spend.amount),
    }
  }
  if (isMessage(message, ParameterChangeProposalSchema)) {
    const { changes } = message
    return {
      ...message,
      route: 'params',
      check: () => checkChanges(changes),
      run: ({ store }) => changeParameters(store, changes),
    }
  }
  if (isMessage(message, SoftwareUpgradeProposalSchema)) {
    const { plan } = message
    return {
      ...message,
      route: 'upgrade',
      check: () => checkPlan(plan),
      run: (context) => scheduleUpgrade(context, plan),
    }
  }
  if (isMessage(message, CancelSoftwareUpgradeProposalSchema))
    return { ...message, route: 'upgrade', run: ({ store }) => cancelUpgrade(store) }
  throw sdkError(
    'txDecode',
    `no concrete type registered for type URL ${typeUrl} against interface *v1beta1.Content`,
  )
}

/** Throws `invalid proposal content`, or the refusal of the module that it is for. */
export function checkContent({ title, description, check }: LegacyContent): void {
  const [titleLength, length] = [title, description].map((text) => new TextEncoder().encode(text).length)
  if (title.trim() === '') throw govError('invalidContent', 'proposal title cannot be blank')
  if ((titleLength ?? 0) > MAX_TITLE)
    throw govError('invalidContent', `proposal title is longer than max length of ${MAX_TITLE}`)
  if (length === 0) throw govError('invalidContent', 'proposal description cannot be blank')
  if ((length ?? 0) > MAX_DESCRIPTION)
    throw govError('invalidContent', `proposal description is longer than max length of ${MAX_DESCRIPTION}`)
  check?.()
}

/** Does what a content says; throws AbciError. */
export function runContent(context: Context, { route, run }: LegacyContent): void {
  try {
    run(context)
  } catch (error) {
    if (!(error instanceof AbciError)) throw error
    throw govError('invalidContent', `failed to run legacy handler ${route}, ${error.message}`)
  }
}

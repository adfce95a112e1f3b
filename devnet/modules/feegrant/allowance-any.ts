import { isMessage, type Message } from '@bufbuild/protobuf'
import type { Any } from '@bufbuild/protobuf/wkt'
import { packAny } from '../../codec/any-message'
import * as feegrant from '../../codec/gen/feegrant_pb'
import { sdkError } from '../../node/abci-error'
import { coinsFromProto, coinToProto } from '../coins'
import { openAny } from '../inner-message'
import { momentFromProto, momentToProto, type Nanos, spanFromProto, spanToProto } from '../proto-time'
import type { Allowance, BasicAllowance, PeriodicAllowance } from './allowance'
import { feegrantError } from './feegrant-errors'

/** Midnight before the first of January of year 1: what an absent moment is to the chain. */
const NO_MOMENT: Nanos = -62_135_596_800_000_000_000n

/** Reads an allowance off the wire; throws AbciError when it is none. */
export function allowanceFromAny(any: Pick<Any, 'typeUrl' | 'value'> | undefined): Allowance {
  if (any === undefined) throw feegrantError('noAllowance', 'allowance is empty')
  const { typeUrl, message } = openAny(any)
  return fromMessage(message) ?? notAnAllowance(typeUrl)
}

/** Writes it as it is on the wire. */
export function allowanceToAny(allowance: Allowance): Any {
  switch (allowance.kind) {
    case 'basic':
      return packAny(feegrant.BasicAllowanceSchema, basicToProto(allowance))
    case 'periodic':
      return packAny(feegrant.PeriodicAllowanceSchema, {
        basic: basicToProto(allowance.basic),
        period: spanToProto(allowance.period),
        periodSpendLimit: allowance.periodSpendLimit.map(coinToProto),
        periodCanSpend: allowance.periodCanSpend.map(coinToProto),
        periodReset: momentToProto(allowance.periodReset),
      })
    case 'allowedMessages':
      return packAny(feegrant.AllowedMsgAllowanceSchema, {
        allowance: allowanceToAny(allowance.allowance),
        allowedMessages: [...allowance.typeUrls],
      })
  }
}

function fromMessage(message: Message): Allowance | undefined {
  if (isMessage(message, feegrant.BasicAllowanceSchema)) return basicFromProto(message)
  if (isMessage(message, feegrant.PeriodicAllowanceSchema)) return periodicFromProto(message)
  if (!isMessage(message, feegrant.AllowedMsgAllowanceSchema)) return undefined
  if (message.allowance === undefined) throw feegrantError('noAllowance', 'allowance should not be empty')
  return {
    kind: 'allowedMessages',
    allowance: allowanceFromAny(message.allowance),
    typeUrls: message.allowedMessages,
  }
}

function basicFromProto(message: feegrant.BasicAllowance | undefined): BasicAllowance {
  const expiration = message?.expiration
  return {
    kind: 'basic',
    spendLimit: coinsFromProto(message?.spendLimit ?? []),
    ...(expiration && { expiration: momentFromProto(expiration) }),
  }
}

function periodicFromProto(message: feegrant.PeriodicAllowance): PeriodicAllowance {
  const { basic, period, periodSpendLimit, periodCanSpend, periodReset } = message
  return {
    kind: 'periodic',
    basic: basicFromProto(basic),
    period: spanFromProto(period),
    periodSpendLimit: coinsFromProto(periodSpendLimit),
    periodCanSpend: coinsFromProto(periodCanSpend),
    periodReset: periodReset === undefined ? NO_MOMENT : momentFromProto(periodReset),
  }
}

function basicToProto({ spendLimit, expiration }: BasicAllowance) {
  return {
    spendLimit: spendLimit.map(coinToProto),
    ...(expiration !== undefined && { expiration: momentToProto(expiration) }),
  }
}

function notAnAllowance(typeUrl: string): never {
  throw sdkError(
    'txDecode',
    `no concrete type registered for type URL ${typeUrl} against interface *feegrant.FeeAllowanceI`,
  )
}

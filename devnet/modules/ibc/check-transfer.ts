import type { MsgTransfer } from '../../codec/gen/ibc_pb'
import { coinFromProto, isDenom } from '../coins'
import { readAddress } from '../message-address'
import { whyNoTraceHash } from './denom-trace'
import { ibcError, plainError } from './ibc-errors'

const MAX_RECEIVER = 2_048
const MAX_MEMO = 32_768

/** What is wrong with a transfer on its face, before anything is known of the chain; throws AbciError. */
export function checkTransfer(message: MsgTransfer): void {
  checkIdentifier(message.sourcePort, 'invalid source port ID', 2, 128)
  checkIdentifier(message.sourceChannel, 'invalid source channel ID', 8, 64)
  const { denom, amount } = coinFromProto(message.token)
  if (!isDenom(denom) || amount < 0n) throw ibcError('invalidCoins', `${amount}${denom}`)
  if (amount === 0n) throw ibcError('insufficientFunds', `${amount}${denom}`)
  readAddress(message.sender, 'string could not be parsed as address')
  if (message.receiver.trim() === '') throw ibcError('invalidAddress', 'missing recipient address')
  if (byteLength(message.receiver) > MAX_RECEIVER) {
    throw ibcError('invalidAddress', `recipient address must not exceed ${MAX_RECEIVER} bytes`)
  }
  if (byteLength(message.memo) > MAX_MEMO) {
    throw ibcError('invalidMemo', `memo must not exceed ${MAX_MEMO} bytes`)
  }
  checkVoucher(denom)
}

function checkVoucher(denom: string): void {
  const [prefix, ...rest] = denom.split('/')
  if (prefix !== 'ibc') return
  const hash = rest.join('/')
  if (hash === '') {
    throw ibcError(
      'invalidDenom',
      `denomination should be prefixed with the format 'ibc/{hash(trace + "/" + ${denom})}'`,
    )
  }
  const reason = whyNoTraceHash(hash)
  if (reason !== undefined) throw plainError(`invalid denom trace hash ${hash}: ${reason}`)
}

function checkIdentifier(id: string, what: string, min: number, max: number): void {
  const refuse = (reason: string) => ibcError('invalidIdentifier', `${what}: ${reason}`)
  if (id.trim() === '') throw refuse('identifier cannot be blank')
  if (id.includes('/')) throw refuse(`identifier ${id} cannot contain separator '/'`)
  if (byteLength(id) < min || byteLength(id) > max) {
    throw refuse(
      `identifier ${id} has invalid length: ${byteLength(id)}, must be between ${min}-${max} characters`,
    )
  }
  if (/^[a-zA-Z0-9._+\-#[\]<>]+$/.test(id)) return
  throw refuse(
    `identifier ${id} must contain only alphanumeric or the following characters: ` +
      "'.', '_', '+', '-', '#', '[', ']', '<', '>'",
  )
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length
}

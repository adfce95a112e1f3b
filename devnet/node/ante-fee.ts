import type { Address } from '../../src/domain/index'
import { findAccount } from '../modules/auth/accounts'
import { sendCoins } from '../modules/bank/bank'
import { type Coin, formatCoins } from '../modules/coins'
import { spendGrantedFees } from '../modules/feegrant/feegrant'
import { readAddress } from '../modules/message-address'
import { FEE_COLLECTOR } from '../modules/module-address'
import { AbciError, sdkError } from './abci-error'
import type { Context } from './context'
import { event } from './events'
import type { Transaction, TxFee } from './transaction'

/** A price per gas in ten-thousandths of a coin. */
export interface GasPrice {
  readonly denom: string
  readonly tenThousandths: bigint
}

/** The node's floor, `0.0125uscrt` per gas, as LocalSecret has it (Protocol 10.1). */
export const DEFAULT_GAS_PRICE: GasPrice = { denom: 'uscrt', tenThousandths: 125n }

const SCALE = 10_000n

export function formatGasPrice({ denom, tenThousandths }: GasPrice): string {
  const fraction = String(tenThousandths % SCALE)
    .padStart(4, '0')
    .replace(/0+$/, '')
  return `${tenThousandths / SCALE}${fraction === '' ? '' : `.${fraction}`}${denom}`
}

/** Reads a price such as `0.0125uscrt`; throws a message for the person when it is none. */
export function parseGasPrice(text: string): GasPrice {
  const [, whole = '', fraction = '', denom = ''] =
    /^(\d{1,9})(?:\.(\d{1,4}))?([a-z][a-zA-Z0-9/]{2,127})$/.exec(text) ?? []
  if (denom === '') throw new Error(`A gas price is like 0.0125uscrt, with up to four decimals; got ${text}.`)
  return { denom, tenThousandths: BigInt(whole) * SCALE + BigInt(fraction.padEnd(4, '0')) }
}

/** Each node refuses too low a fee at its own door; a block never does. */
export function checkFeeFloor({ amount, gas }: TxFee, { denom, tenThousandths }: GasPrice): void {
  const required = (gas * tenThousandths + SCALE - 1n) / SCALE
  const offered = amount.find((coin) => coin.denom === denom)?.amount ?? 0n
  if (offered >= required) return
  throw sdkError(
    'insufficientFee',
    `insufficient fees; got: ${formatCoins(amount)} required: ${required}${denom}`,
  )
}

/** Takes the fee from whoever pays it; throws AbciError. Nothing is taken in a simulation. */
export function takeFee(context: Context, feePayer: Address, tx: Transaction, simulated: boolean): void {
  const { fee } = tx
  const payer =
    fee.granter === '' || fee.granter === feePayer ? feePayer : grantedPayer(context, feePayer, tx)
  if (findAccount(context.store, payer) === undefined) {
    throw sdkError('unknownAddress', `fee payer address: ${payer} does not exist`)
  }
  const paid = fee.amount.filter((coin: Coin) => coin.amount > 0n)
  if (!simulated && paid.length > 0) sendCoins(context, payer, FEE_COLLECTOR, paid)
  context.events.push(
    event('tx', [
      ['fee', formatCoins(fee.amount)],
      ['fee_payer', payer],
    ]),
  )
}

/** The granter of the fee, once the allowance has been found to cover it. */
function grantedPayer(context: Context, grantee: Address, { fee, messages }: Transaction): Address {
  const granter = readAddress(fee.granter, 'invalid fee granter address')
  const typeUrls = messages.map(({ typeUrl }) => typeUrl)
  try {
    spendGrantedFees(context, { granter, grantee }, fee.amount, typeUrls)
  } catch (error) {
    if (error instanceof AbciError) throw error.at(`${granter} does not allow to pay fees for ${grantee}`)
    throw error
  }
  return granter
}

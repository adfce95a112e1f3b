import { anyMessage } from '../../codec/any-message'
import { MsgFundCommunityPoolSchema } from '../../codec/gen/distribution_pb'
import type { Context } from '../../node/context'
import { burnCoins, sendCoins } from '../bank/bank'
import { type Coin, coinToProto, sumCoins } from '../coins'
import { readAddress } from '../message-address'
import { GOV, moduleAddress } from '../module-address'
import { partOf, takeDeposits } from './deposits'
import type { GovParams } from './gov-params'

const DISTRIBUTION = moduleAddress('distribution')

/** Gives every depositor back what lay on a proposal. */
export function refundDeposits(context: Context, proposalId: bigint): void {
  for (const { depositor, amount } of takeDeposits(context.store, proposalId))
    sendCoins(context, GOV, depositor, amount)
}

/** Burns what lay on a proposal. */
export function burnDeposits(context: Context, proposalId: bigint): void {
  const burned = sumCoins(takeDeposits(context.store, proposalId).flatMap(({ amount }) => amount))
  if (burned.length > 0) burnCoins(context, GOV, burned)
}

/** Takes the price of cancelling out of every deposit and gives the rest back. */
export function chargeDeposits(context: Context, proposalId: bigint, params: GovParams): void {
  const charges: Coin[] = []
  for (const { depositor, amount } of takeDeposits(context.store, proposalId)) {
    const charged = partOf(amount, params.proposalCancelRatio)
    charges.push(...charged)
    const rest = sumCoins([...amount, ...charged.map((coin) => ({ ...coin, amount: -coin.amount }))])
    if (rest.length > 0) sendCoins(context, GOV, depositor, rest)
  }
  const charged = sumCoins(charges)
  if (charged.length > 0) payCharges(context, params.proposalCancelDest, charged)
}

function payCharges(context: Context, destination: string, coins: readonly Coin[]): void {
  if (destination === '') burnCoins(context, GOV, coins)
  else if (destination === DISTRIBUTION) {
    const amount = coins.map(coinToProto)
    context.router.run(context, anyMessage(MsgFundCommunityPoolSchema, { amount, depositor: GOV }))
  } else sendCoins(context, GOV, readAddress(destination, 'invalid destination'), coins)
}

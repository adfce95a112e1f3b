import type { Address } from '../../../src/domain/index'
import { AbciError } from '../../node/abci-error'
import type { Context } from '../../node/context'
import { event } from '../../node/events'
import { type Coin, checkCoins, formatCoins, sumCoins } from '../coins'
import { checkReceiver, giveCoins, takeCoins } from './bank'
import { checkSendEnabled } from './send-enabled'

const OUTPUT_GAS = 4_000n

export interface Transfer {
  readonly address: Address
  readonly coins: readonly Coin[]
}

/** The handler of MsgMultiSend: one input, any number of outputs, equal sums. */
export function multiSend(context: Context, inputs: readonly Transfer[], outputs: readonly Transfer[]): void {
  const input = checkTransfers(inputs, outputs)
  checkSendEnabled(context.store, input.coins)
  for (const { address } of outputs) checkReceiver(address)
  context.gas.consume(OUTPUT_GAS * BigInt(outputs.length), 'bank multi-send')
  takeCoins(context, input.address, input.coins)
  context.events.push(event('message', [['sender', input.address]]))
  for (const { address, coins } of outputs) {
    giveCoins(context, address, coins)
    context.events.push(
      event('transfer', [
        ['recipient', address],
        ['sender', input.address],
        ['amount', formatCoins(coins)],
      ]),
    )
  }
}

function checkTransfers(inputs: readonly Transfer[], outputs: readonly Transfer[]): Transfer {
  const [input] = inputs
  if (input === undefined) throw new AbciError('bank', 2, 'no inputs to send transaction')
  if (inputs.length > 1) throw new AbciError('bank', 9, 'multiple senders not allowed')
  if (outputs.length === 0) throw new AbciError('bank', 3, 'no outputs to send transaction')
  for (const { coins } of [input, ...outputs]) checkCoins(coins)
  const sum = sumCoins(outputs.flatMap(({ coins }) => coins))
  if (formatCoins(sum) !== formatCoins(sumCoins(input.coins))) {
    throw new AbciError('bank', 4, 'sum inputs != sum outputs')
  }
  return input
}

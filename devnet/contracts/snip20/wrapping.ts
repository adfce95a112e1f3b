import type { MessageFields } from '../message-fields'
import { genericError } from '../std-error'
import { burnFrom, mintTo } from './balances'
import { readConfig } from './config'
import { recordEntry } from './history'
import type { TokenCall, TokenHandled } from './token-call'

/** Wraps the coins sent along into the same number of tokens. */
export function deposit(call: TokenCall): void {
  const config = readConfig(call.storage)
  let amount = 0n
  for (const coin of call.funds) {
    if (!config.supportedDenoms.includes(coin.denom)) {
      throw genericError(`Tried to deposit an unsupported coin ${coin.denom}`)
    }
    amount += coin.amount
  }
  if (amount === 0n) throw genericError('No funds were sent to be deposited')
  if (!config.depositEnabled) throw genericError(call.rules.depositDisabled)
  mintTo(call.storage, call.sender, amount)
  const denom = call.funds[0]?.denom ?? ''
  recordEntry(call, { action: { deposit: {} }, denom, amount, seenBy: [call.sender] })
}

/** Unwraps tokens into coins. */
export function redeem(call: TokenCall, fields: MessageFields): TokenHandled {
  const { supportedDenoms, redeemEnabled } = readConfig(call.storage)
  const named = call.rules.redeemNeedsDenom ? fields.string('denom') : fields.optionalString('denom')
  const amount = fields.amount('amount')
  if (!redeemEnabled) throw genericError('Redeem functionality is not enabled for this token.')
  const denom = chooseDenom(call, supportedDenoms, named)
  burnFrom(call, call.sender, amount, 'redeem')
  if (call.querier.balance(call.env.contract.address, denom) < amount) {
    throw genericError(`You are trying to redeem for more ${denom} than the contract has in its reserve`)
  }
  recordEntry(call, { action: { redeem: {} }, denom, amount, seenBy: [call.sender] })
  return { messages: [{ kind: 'send', to: call.sender, amount: [{ denom, amount }] }] }
}

/** The denom that was named, or the only one there is. */
function chooseDenom(call: TokenCall, supported: readonly string[], named: string | undefined): string {
  if (named !== undefined) {
    if (!supported.includes(named)) throw genericError(call.rules.unsupportedRedeem(named))
    return named
  }
  const [only, ...more] = supported
  if (only === undefined || more.length > 0) {
    throw genericError('Tried to redeem without specifying denom, but multiple coins are supported')
  }
  return only
}

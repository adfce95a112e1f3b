import type { ContractMessage, ExecuteCall } from '../contract'
import type { MessageFields } from '../message-fields'
import { genericError } from '../std-error'
import { burnFrom, mintTo } from './balances'
import { readConfig } from './config'
import { recordEntry } from './history'

/** Wraps the coins sent along into the same number of tokens. */
export function deposit(call: ExecuteCall): void {
  const config = readConfig(call.storage)
  let amount = 0n
  for (const coin of call.funds) {
    if (!config.supportedDenoms.includes(coin.denom)) {
      throw genericError(`Tried to deposit an unsupported coin ${coin.denom}`)
    }
    amount += coin.amount
  }
  if (amount === 0n) throw genericError('No funds were sent to be deposited')
  if (!config.depositEnabled) throw genericError('Deposit functionality is not enabled for this token.')
  mintTo(call.storage, call.sender, amount)
  const denom = call.funds[0]?.denom ?? ''
  recordEntry(call, { action: { deposit: {} }, denom, amount, seenBy: [call.sender] })
}

/** Unwraps tokens into coins; this generation of the contract insists on `denom` (Protocol 6.1). */
export function redeem(call: ExecuteCall, fields: MessageFields): ContractMessage[] {
  const config = readConfig(call.storage)
  const denom = fields.string('denom')
  const amount = fields.amount('amount')
  if (!config.redeemEnabled) throw genericError('Redeem functionality is not enabled for this token.')
  if (!config.supportedDenoms.includes(denom)) {
    throw genericError(`Tried to redeem for an unsupported coin ${denom}`)
  }
  burnFrom(call.storage, call.sender, amount)
  if (call.querier.balance(call.env.contract.address, denom) < amount) {
    throw genericError(`You are trying to redeem for more ${denom} than the contract has in its reserve`)
  }
  recordEntry(call, { action: { redeem: {} }, denom, amount, seenBy: [call.sender] })
  return [{ kind: 'send', to: call.sender, amount: [{ denom, amount }] }]
}

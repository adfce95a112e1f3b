import type { MessageFields } from '../message-fields'
import { genericError } from '../std-error'
import { spendAllowance } from './allowances'
import { burnFrom, mintTo } from './balances'
import { readConfig, type TokenConfig } from './config'
import { recordEntry } from './history'
import { memoLength } from './notices'
import type { Payer, TokenCall, TokenHandled } from './token-call'

export function mint(call: TokenCall, fields: MessageFields): TokenHandled {
  const config = requireMinting(readConfig(call.storage))
  if (!config.minters.includes(call.sender)) {
    throw genericError('Minting is allowed to minter accounts only')
  }
  const recipient = fields.address('recipient')
  const amount = fields.amount('amount')
  const memo = fields.optionalString('memo')
  mintTo(call.storage, recipient, amount)
  recordEntry(call, {
    action: { mint: { minter: call.sender, recipient } },
    denom: config.symbol,
    amount,
    memo,
    seenBy: [call.sender, recipient],
  })
  const received = { to: recipient, amount, owner: undefined, senderIsOwner: true }
  return { notices: [{ kind: 'recvd', ...received, memoLength: memoLength(memo) }] }
}

export function burn(call: TokenCall, fields: MessageFields, payer: Payer): TokenHandled {
  const config = readConfig(call.storage)
  if (!config.burnEnabled) throw genericError('Burn functionality is not enabled for this token.')
  const amount = fields.amount('amount')
  const memo = fields.optionalString('memo')
  const owner = payer === 'caller' ? call.sender : fields.address('owner')
  if (payer === 'owner') spendAllowance(call, owner, amount)
  const balance = burnFrom(call, owner, amount, 'burn')
  recordEntry(call, {
    action: { burn: { burner: call.sender, owner } },
    denom: config.symbol,
    amount,
    memo,
    seenBy: [call.sender, owner],
  })
  const spent = { owner, amount, recipient: undefined, balance, actions: 1 }
  return { notices: [{ kind: 'spent', ...spent, memoLength: memoLength(memo) }] }
}

/** Throws unless the token can be minted at all. */
export function requireMinting(config: TokenConfig): TokenConfig {
  if (!config.mintEnabled) throw genericError('Mint functionality is not enabled for this token.')
  return config
}

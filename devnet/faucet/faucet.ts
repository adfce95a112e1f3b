import { sha256 } from '@noble/hashes/sha2.js'
import { SigningKey } from '../../src/crypto/index'
import { type Address, addressFromBytes } from '../../src/domain/index'
import { anyMessage } from '../codec/any-message'
import { MsgSendSchema } from '../codec/gen/bank_pb'
import { findAccount } from '../modules/auth/accounts'
import type { Chain } from '../node/chain'
import type { CheckResult } from '../node/check-result'
import { signTransaction } from '../node/sign-transaction'

/** 1,000 SCRT a time, as LocalSecret's faucet gives. */
export const FAUCET_AMOUNT = 1_000_000_000n
const GAS = 100_000n

/** The faucet's own account, so that nobody else's sequence moves when it sends. */
const KEY = SigningKey.fromBytes(sha256(new TextEncoder().encode('sotto devnet faucet')))
export const FAUCET_ADDRESS: Address = addressFromBytes(KEY.accountBytes())

/** Sends coins by a transaction like any other, signed and checked. */
export function dispense(chain: Chain, to: Address): CheckResult {
  const { denom } = chain.gasPrice
  const amount = [{ denom, amount: String(FAUCET_AMOUNT) }]
  const transaction = signTransaction(KEY, {
    messages: [anyMessage(MsgSendSchema, { fromAddress: FAUCET_ADDRESS, toAddress: to, amount })],
    gas: GAS,
    gasPrice: chain.gasPrice,
    chainId: chain.chainId,
    accountNumber: findAccount(chain.store, FAUCET_ADDRESS)?.accountNumber ?? 0n,
    sequence: chain.pendingSequence(FAUCET_ADDRESS),
  })
  return chain.broadcast(transaction)
}

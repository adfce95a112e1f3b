import { sha256 } from '@noble/hashes/sha2.js'
import { SigningKey } from '../../src/crypto/index'
import { type Address, addressFromBytes } from '../../src/domain/index'
import { anyMessage } from '../codec/any-message'
import { MsgSendSchema } from '../codec/gen/bank_pb'
import { findAccount } from '../modules/auth/accounts'
import { encodeSignDoc, encodeTxParts, encodeTxRaw } from '../node/build-tx'
import type { Chain } from '../node/chain'
import type { CheckResult } from '../node/check-result'

/** 1,000 SCRT a time, as LocalSecret's faucet gives. */
export const FAUCET_AMOUNT = 1_000_000_000n
const GAS = 100_000n

/** The faucet's own account, so that nobody else's sequence moves when it sends. */
const KEY = SigningKey.fromBytes(sha256(new TextEncoder().encode('sotto devnet faucet')))
export const FAUCET_ADDRESS: Address = addressFromBytes(KEY.accountBytes())

/** Sends coins by a transaction like any other, signed and checked. */
export function dispense(chain: Chain, to: Address): CheckResult {
  const { denom, tenThousandths } = chain.gasPrice
  const amount = [{ denom, amount: String(FAUCET_AMOUNT) }]
  const { bodyBytes, authInfoBytes } = encodeTxParts({
    messages: [anyMessage(MsgSendSchema, { fromAddress: FAUCET_ADDRESS, toAddress: to, amount })],
    fee: {
      amount: [{ denom, amount: (GAS * tenThousandths) / 10_000n + 1n }],
      gas: GAS,
      payer: '',
      granter: '',
    },
    publicKey: KEY.publicKey(),
    sequence: chain.pendingSequence(FAUCET_ADDRESS),
  })
  const accountNumber = findAccount(chain.store, FAUCET_ADDRESS)?.accountNumber ?? 0n
  const document = encodeSignDoc({ bodyBytes, authInfoBytes, chainId: chain.chainId, accountNumber })
  return chain.broadcast(encodeTxRaw({ bodyBytes, authInfoBytes, signatures: [KEY.signBytes(document)] }))
}

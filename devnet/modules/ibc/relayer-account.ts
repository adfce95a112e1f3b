import { sha256 } from '@noble/hashes/sha2.js'
import { SigningKey } from '../../../src/crypto/index'
import { type Address, addressFromBytes } from '../../../src/domain/index'
import type { AnyMessage } from '../../codec/any-message'
import { BLOCK_MAX_GAS } from '../../node/ante'
import type { Context } from '../../node/context'
import { signTransaction } from '../../node/sign-transaction'
import { findAccount } from '../auth/accounts'

/** The relayer's own account, which pays for bringing packets. */
const KEY = SigningKey.fromBytes(sha256(new TextEncoder().encode('sotto devnet relayer')))
export const RELAYER_ADDRESS: Address = addressFromBytes(KEY.accountBytes())
/** A million SCRT, in uscrt. */
export const RELAYER_BALANCE = 10n ** 12n

/** What checking and storing the transaction itself takes, and room for a state that has changed until it runs. */
const SPARE_GAS = 100_000n

/** Signs a transaction with one message that needs `gasUsed`; `place` counts the relayer's transactions in the same block. */
export function signAsRelayer(
  { store, block }: Context,
  message: AnyMessage,
  { gasUsed, place }: { readonly gasUsed: bigint; readonly place: number },
): Uint8Array {
  const account = findAccount(store, RELAYER_ADDRESS)
  const wanted = gasUsed + gasUsed / 2n + SPARE_GAS
  return signTransaction(KEY, {
    messages: [message],
    chainId: block.chainId,
    gas: wanted < BLOCK_MAX_GAS ? wanted : BLOCK_MAX_GAS,
    accountNumber: account?.accountNumber ?? 0n,
    sequence: (account?.sequence ?? 0n) + BigInt(place),
  })
}

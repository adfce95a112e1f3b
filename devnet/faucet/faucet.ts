import { sha256 } from '@noble/hashes/sha2.js'
import { buildDirectTx, encodeSignDoc, encodeTxRaw } from '../../src/chain/codec/index'
import { SigningKey } from '../../src/crypto/index'
import { type Address, addressFromBytes } from '../../src/domain/index'
import { findAccount } from '../modules/auth'
import type { Chain, CheckResult } from '../node/chain'

/** 1,000 SCRT a time, as LocalSecret's faucet gives. */
export const FAUCET_AMOUNT = 1_000_000_000n
const GAS = 100_000n
const FEE = 25_000n

/** The faucet's own account, so that nobody else's sequence moves when it sends. */
const KEY = SigningKey.fromBytes(sha256(new TextEncoder().encode('sotto devnet faucet')))
export const FAUCET_ADDRESS: Address = addressFromBytes(KEY.accountBytes())

/** Sends coins by a transaction like any other, signed and checked. */
export function dispense(chain: Chain, to: Address): CheckResult {
  const { bodyBytes, authInfoBytes } = buildDirectTx({
    messages: [
      {
        kind: 'send',
        typeUrl: '/cosmos.bank.v1beta1.MsgSend',
        from: FAUCET_ADDRESS,
        to,
        amount: [{ denom: 'uscrt', amount: FAUCET_AMOUNT }],
      },
    ],
    fee: { amount: [{ denom: 'uscrt', amount: FEE }] },
    gas: GAS,
    memo: '',
    publicKey: KEY.publicKey(),
    sequence: chain.pendingSequence(FAUCET_ADDRESS),
  })
  const accountNumber = findAccount(chain.store, FAUCET_ADDRESS)?.accountNumber ?? 0n
  const document = encodeSignDoc({ bodyBytes, authInfoBytes, chainId: chain.chainId, accountNumber })
  return chain.broadcast(encodeTxRaw({ bodyBytes, authInfoBytes, signatures: [KEY.signBytes(document)] }))
}

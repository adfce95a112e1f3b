import { base64 } from '@scure/base'
import { accountBytesOf, sha256, verifySignature } from '../../src/crypto/index'
import { type Address, addressFromBytes, type Coin } from '../../src/domain/index'
import { type Account, AUTH_PARAMS, advanceSequence, findAccount, setPublicKey } from '../modules/auth'
import { formatCoins, sendCoins } from '../modules/bank'
import { findHandler, type MessageHandlers } from '../modules/message-handler'
import { FEE_COLLECTOR } from '../modules/module-address'
import { sdkError } from './abci-error'
import type { Context } from './context'
import { event } from './events'
import { signBytesFor } from './sign-bytes'
import type { Transaction } from './transaction'

/** What the checks before a transaction's messages are for; only some of them apply to each. */
export type AnteMode = 'check' | 'deliver' | 'simulate'

/** The node's floor, `0.0125uscrt` per gas, as LocalSecret has it (Protocol 10.1). */
export const MINIMUM_GAS_PRICE = {
  denom: 'uscrt',
  numerator: 125n,
  denominator: 10_000n,
  text: '0.0125uscrt',
}
export const BLOCK_MAX_GAS = 10_000_000n

const ANTE_GAS = 3_000n
const TX_SIZE_GAS = BigInt(AUTH_PARAMS.tx_size_cost_per_byte)
const SIGNATURE_GAS = BigInt(AUTH_PARAMS.sig_verify_cost_secp256k1)
const MAX_MEMO = Number(AUTH_PARAMS.max_memo_characters)

/** Checks a transaction and takes its fee, in the order of the chain's own handlers; throws AbciError. */
export function runAnte(context: Context, tx: Transaction, mode: AnteMode, handlers: MessageHandlers): void {
  checkBasics(context, tx, mode)
  context.gas.consume(ANTE_GAS + TX_SIZE_GAS * BigInt(tx.bytes.length), 'txSize')
  const signers = requiredSigners(tx, handlers)
  const [feePayer] = signers
  if (feePayer === undefined) throw sdkError('invalidRequest', 'must contain at least one message')
  if (tx.fee.granter !== '' && tx.fee.granter !== feePayer) {
    throw sdkError(
      'notFound',
      `${tx.fee.granter} does not allow to pay fees for ${feePayer}: fee-grant not found`,
    )
  }
  takeFee(context, feePayer, tx.fee.amount, mode)
  checkSignatures(context, tx, signers, { mode, handlers })
  for (const address of signers) advanceSequence(context.store, requireAccount(context, address))
  emitSignatureEvents(context, tx, signers)
}

function checkBasics(context: Context, tx: Transaction, mode: AnteMode): void {
  const { body, fee, signatures } = tx
  if (body.messages.length === 0) throw sdkError('invalidRequest', 'must contain at least one message')
  if (signatures.length === 0) throw sdkError('noSignatures', '')
  if (mode !== 'simulate' && fee.gas > BLOCK_MAX_GAS) {
    throw sdkError('invalidGasLimit', `tx gas limit ${fee.gas} exceeds block max gas ${BLOCK_MAX_GAS}`)
  }
  if (body.timeoutHeight > 0n && BigInt(context.block.height) > body.timeoutHeight) {
    throw sdkError(
      'txTimeoutHeight',
      `block height: ${context.block.height}, timeout height: ${body.timeoutHeight}`,
    )
  }
  if (body.memo.length > MAX_MEMO) {
    throw sdkError(
      'memoTooLarge',
      `maximum number of characters is ${MAX_MEMO} but received ${body.memo.length} characters`,
    )
  }
  if (mode === 'check') checkFeeFloor(fee.amount, fee.gas)
}

/** Each node refuses too low a fee at its own door; a block never does. */
function checkFeeFloor(amount: readonly Coin[], gas: bigint): void {
  const { denom, numerator, denominator } = MINIMUM_GAS_PRICE
  const required = (gas * numerator + denominator - 1n) / denominator
  const offered = amount.find((coin) => coin.denom === denom)?.amount ?? 0n
  if (offered < required) {
    throw sdkError(
      'insufficientFee',
      `insufficient fees; got: ${formatCoins(amount)} required: ${required}${denom}`,
    )
  }
}

function takeFee(context: Context, payer: Address, amount: readonly Coin[], mode: AnteMode): void {
  if (findAccount(context.store, payer) === undefined) {
    throw sdkError('unknownAddress', `fee payer address: ${payer} does not exist`)
  }
  const paid = amount.filter((coin) => coin.amount > 0n)
  if (mode !== 'simulate' && paid.length > 0) sendCoins(context, payer, FEE_COLLECTOR, paid)
  context.events.push(
    event('tx', [
      ['fee', formatCoins(amount)],
      ['fee_payer', payer],
    ]),
  )
}

function requiredSigners(tx: Transaction, handlers: MessageHandlers): Address[] {
  const signers = tx.body.messages.map((message) => findHandler(handlers, message).signer(message))
  const others = tx.fee.payer === '' ? [] : signers.filter((signer) => signer === tx.fee.payer)
  return [...new Set([...others, ...signers])]
}

function checkSignatures(
  context: Context,
  tx: Transaction,
  signers: readonly Address[],
  rules: { mode: AnteMode; handlers: MessageHandlers },
): void {
  if (tx.signatures.length !== signers.length || tx.signers.length !== signers.length) {
    throw sdkError(
      'unauthorized',
      `invalid number of signer; expected: ${signers.length}, got ${tx.signatures.length}`,
    )
  }
  for (const [index, address] of signers.entries()) {
    context.gas.consume(SIGNATURE_GAS, 'ante verify: secp256k1')
    const account = learnPublicKey(context, tx, index, address)
    checkSequence(tx, index, account)
    if (rules.mode !== 'simulate') checkSignature(context, tx, index, account, rules.handlers)
  }
}

function learnPublicKey(context: Context, tx: Transaction, index: number, address: Address): Account {
  const account = requireAccount(context, address)
  const given = tx.signers[index]?.publicKey
  if (given === undefined) {
    if (account.publicKey === undefined) throw sdkError('invalidPubKey', 'account pubkey is not set')
    return account
  }
  if (given.kind !== 'secp256k1')
    throw sdkError('invalidPubKey', `unrecognized public key type: ${given.kind}`)
  if (given.key.length !== 33 || addressFromBytes(accountBytesOf(given.key)) !== address) {
    throw sdkError(
      'invalidPubKey',
      `pubKey does not match signer address ${address} with signer index: ${index}`,
    )
  }
  return account.publicKey === undefined ? setPublicKey(context.store, account, given.key) : account
}

function checkSequence(tx: Transaction, index: number, account: Account): void {
  const got = tx.signers[index]?.sequence ?? 0n
  if (got !== account.sequence) {
    throw sdkError('wrongSequence', `account sequence mismatch, expected ${account.sequence}, got ${got}`)
  }
}

function checkSignature(
  context: Context,
  tx: Transaction,
  index: number,
  account: Account,
  handlers: MessageHandlers,
): void {
  const { accountNumber, sequence, publicKey } = account
  const { chainId } = context.block
  const signature = tx.signatures[index]
  const mode = tx.signers[index]?.mode
  const documents =
    mode?.kind === 'single' ? signBytesFor(tx, mode.mode, { chainId, accountNumber, sequence }, handlers) : []
  const valid =
    publicKey !== undefined &&
    signature?.length === 64 &&
    documents.some((document) => verifySignature(publicKey, sha256(document), signature))
  if (valid) return
  throw sdkError(
    'unauthorized',
    `signature verification failed; please verify account number (${accountNumber}), sequence (${sequence}) ` +
      `and chain-id (${chainId}): (unable to verify single signer signature)`,
  )
}

function requireAccount(context: Context, address: Address): Account {
  const account = findAccount(context.store, address)
  if (account === undefined) throw sdkError('unknownAddress', `account ${address} does not exist`)
  return account
}

/** What block explorers and clients find transactions by (Protocol 2.5, 4.5). */
function emitSignatureEvents(context: Context, tx: Transaction, signers: readonly Address[]): void {
  for (const [index, address] of signers.entries()) {
    context.events.push(event('tx', [['acc_seq', `${address}/${tx.signers[index]?.sequence ?? 0n}`]]))
  }
  for (const signature of tx.signatures) {
    context.events.push(event('tx', [['signature', base64.encode(signature)]]))
  }
}

import type { Address } from '../../src/domain/index'
import { parseBytes } from '../codec/any-message'
import { CodecError } from '../codec/codec-error'
import { type ModeInfo, MultiSignatureSchema, type SignerInfo } from '../codec/gen/tx_pb'
import { type Account, AUTH_PARAMS, findAccount, setPublicKey } from '../modules/auth/accounts'
import { sdkError } from './abci-error'
import type { Context } from './context'
import { addressOfKey, type PublicKey, readPublicKey } from './public-key'
import { type SigningContext, signBytesFor } from './sign-bytes'
import type { Transaction } from './transaction'
import { verifySignature } from './verify-signature'

const SIGNATURE_GAS = BigInt(AUTH_PARAMS.sig_verify_cost_secp256k1)
const KEPT_SIGNATURES = 10_000
const SIGNATURE_LIMIT = Number(AUTH_PARAMS.tx_sig_limit)

/** Signatures that were found valid at the door, so that a block need not check them again. */
export type VerifiedSignatures = Set<string>

interface Signature {
  readonly info: SignerInfo
  readonly bytes: Uint8Array
  readonly address: Address
}

interface SignatureRules {
  readonly simulated: boolean
  readonly verified: VerifiedSignatures
  readonly feePayer: Address
}

/** Checks who signed, and in which order; throws AbciError. A simulation has no signatures to check (Protocol 4.5). */
export function checkSignatures(
  context: Context,
  tx: Transaction,
  signers: readonly Address[],
  rules: SignatureRules,
): void {
  const { signatures, signerInfos } = tx
  if (signatures.length !== signers.length || signerInfos.length !== signers.length) {
    throw sdkError(
      'unauthorized',
      `invalid number of signer;  expected: ${signers.length}, got ${signatures.length}`,
    )
  }
  for (const [index, address] of signers.entries()) {
    const [info, bytes] = [signerInfos[index], signatures[index]]
    if (info === undefined || bytes === undefined) throw sdkError('noSignatures', '')
    checkOne(context, tx, { info, bytes, address }, { ...rules, index })
  }
}

function checkOne(
  context: Context,
  tx: Transaction,
  signature: Signature,
  rules: SignatureRules & { readonly index: number },
): void {
  const { info, address } = signature
  const account = learnPublicKey(context, signature, rules.index)
  const { accountNumber, sequence } = account
  const { publicKey } = account
  if (publicKey === undefined) throw sdkError('invalidPubKey', 'pubkey on account is not set')
  const key = readPublicKey(publicKey)
  context.gas.consume(SIGNATURE_GAS * BigInt(countKeys(key)), 'ante verify: secp256k1')
  if (info.sequence !== sequence) {
    throw sdkError('wrongSequence', `account sequence mismatch, expected ${sequence}, got ${info.sequence}`)
  }
  if (rules.simulated) return
  const name = `${tx.hash}/${address}/${accountNumber}`
  if (rules.verified.delete(name)) return
  const aux = key.kind === 'secp256k1' && mayLeaveTheFee(tx, address, rules.feePayer)
  const signing = {
    chainId: context.block.chainId,
    accountNumber,
    sequence,
    ...(aux ? { publicKey } : {}),
  }
  if (!isSignedBy(tx, key, info.modeInfo, signature.bytes, signing)) throw unverified(signing)
  // Transactions that passed and never came into a block leave their names behind: they must not add up.
  if (rules.verified.size >= KEPT_SIGNATURES) rules.verified.clear()
  rules.verified.add(name)
}

/** Who pays the fee has to sign it, and the enclaves know no such signature (Protocol 3.3). */
function mayLeaveTheFee({ messages }: Transaction, address: Address, feePayer: Address): boolean {
  return address !== feePayer && !messages.some(({ typeUrl }) => typeUrl.startsWith('/secret.compute.'))
}

function learnPublicKey(context: Context, { info, address }: Signature, index: number): Account {
  const account = findAccount(context.store, address)
  if (account === undefined) throw sdkError('unknownAddress', `account ${address} does not exist`)
  if (info.publicKey === undefined) return account
  const key = readPublicKey(info.publicKey)
  if (countKeys(key) > SIGNATURE_LIMIT) {
    throw sdkError('tooManySignatures', `signatures: ${countKeys(key)}, limit: ${SIGNATURE_LIMIT}`)
  }
  if (addressOfKey(key) !== address) {
    throw sdkError(
      'invalidPubKey',
      `pubKey does not match signer address ${address} with signer index: ${index}`,
    )
  }
  return account.publicKey === undefined ? setPublicKey(context.store, account, info.publicKey) : account
}

function countKeys(key: PublicKey): number {
  return key.kind === 'secp256k1' ? 1 : key.keys.reduce((count, inner) => count + countKeys(inner), 0)
}

function isSignedBy(
  tx: Transaction,
  key: PublicKey,
  modeInfo: ModeInfo | undefined,
  signature: Uint8Array,
  signing: SigningContext,
): boolean {
  const sum = modeInfo?.sum
  if (key.kind === 'secp256k1') {
    if (sum?.case !== 'single') return false
    return verifySignature(key.key, signBytesFor(tx, sum.value.mode, signing), signature)
  }
  if (sum?.case !== 'multi') return false
  const { bitarray, modeInfos } = sum.value
  const signed = key.keys.filter((_, at) => hasBit(bitarray?.elems ?? new Uint8Array(), at))
  const signatures = readSignatures(signature)
  if (signed.length < key.threshold || signed.length !== signatures.length) return false
  return signed.every((inner, at) =>
    isSignedBy(tx, inner, modeInfos[at], signatures[at] ?? new Uint8Array(), signing),
  )
}

/** The first key is the highest bit of the first byte. */
function hasBit(elems: Uint8Array, index: number): boolean {
  return (((elems[index >> 3] ?? 0) >> (7 - (index % 8))) & 1) === 1
}

function readSignatures(bytes: Uint8Array): Uint8Array[] {
  try {
    return parseBytes(MultiSignatureSchema, bytes).signatures
  } catch (error) {
    // Bytes that are no list of signatures hold none: the threshold then refuses them with the chain's own words.
    if (error instanceof CodecError) return []
    throw error
  }
}

function unverified({ chainId, accountNumber, sequence }: SigningContext): Error {
  return sdkError(
    'unauthorized',
    `signature verification failed; please verify account number (${accountNumber}), sequence (${sequence}) ` +
      `and chain-id (${chainId}): (unable to verify single signer signature)`,
  )
}

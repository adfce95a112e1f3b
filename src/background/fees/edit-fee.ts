/** Puts the person's fee into a document to sign, and changes nothing else in it. */
import { base64 } from '@scure/base'
import {
  type DecodedAuth,
  decodeAminoDoc,
  decodeAuthInfo,
  encodeAuthInfo,
  type Fee,
} from '../../chain/codec/index'
import { feeFor } from '../../chain/index'
import { SottoError } from '../../domain/index'
import type { SignCall } from '../review/sign-request'
import type { ChosenFee } from './chosen-fee'

/** The same call with the chosen fee. Throws `fee/fixed` for a document whose fee must not be touched, and CodecError. */
export function withChosenFee(call: SignCall, chosen: ChosenFee): SignCall {
  if (call.method === 'signDirectAux') throw fixedFee()
  if (call.method === 'signDirect') {
    const auth = decodeAuthInfo(base64.decode(call.params.authInfoBytes))
    if (auth.fee === undefined) throw fixedFee()
    const edited = encodeOne({ ...auth, fee: feeWith(auth.fee, chosen) })
    if (edited === undefined || !isEditable(call.params.authInfoBytes, auth)) throw fixedFee()
    return { method: 'signDirect', params: { ...call.params, authInfoBytes: base64.encode(edited) } }
  }
  const doc: unknown = JSON.parse(call.params.signDoc)
  const read = decodeAminoDoc(doc)
  if (read.kind !== 'tx') throw fixedFee()
  const signDoc = JSON.stringify({ ...read.doc, fee: aminoFee(feeWith(read.fee, chosen)) })
  return { method: 'signAmino', params: { ...call.params, signDoc } }
}

/** True when writing what was read gives the very bytes, so that a new fee is all that would change. */
export function isEditable(authInfoBytes: string, auth: DecodedAuth): boolean {
  const same = encodeOne(auth)
  return same !== undefined && base64.encode(same) === authInfoBytes
}

function encodeOne({ signers, fee, canonical }: DecodedAuth): Uint8Array | undefined {
  const [signer] = signers
  const publicKey = signer?.publicKey
  const mode = signer?.mode
  if (!canonical || fee === undefined || signers.length !== 1 || signer === undefined) return undefined
  if (publicKey?.kind !== 'secp256k1' || mode?.kind !== 'single') return undefined
  return encodeAuthInfo({ publicKey: publicKey.key, mode: mode.mode, sequence: signer.sequence, fee })
}

function feeWith(fee: Fee, { cost, granter }: ChosenFee): Fee {
  const payer = { payer: fee.payer, granter: granter ?? fee.granter }
  if (cost === undefined) return { amount: fee.amount, gas: fee.gas, ...payer }
  const gas = BigInt(cost.gas)
  const amount = feeFor(gas, cost.price)
  return { amount: amount === 0n ? [] : [{ denom: cost.denom, amount }], gas, ...payer }
}

/** In the form that the chain renders: the payers only where there are any. Protocol 3.3. */
function aminoFee({ amount, gas, payer, granter }: Fee) {
  return {
    amount: amount.map((coin) => ({ denom: coin.denom, amount: coin.amount.toString() })),
    gas: gas.toString(),
    ...(granter === '' ? {} : { granter }),
    ...(payer === '' ? {} : { payer }),
  }
}

function fixedFee(): SottoError {
  return new SottoError('fee/fixed', 'The fee of this request stays as the site set it. Nothing was changed.')
}

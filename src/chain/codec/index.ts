export { type AminoDoc, type AminoTx, decodeAminoDoc, isTxSeedText } from './amino-doc'
export { holdsUnrecognised, type RawAny, type Unrecognised } from './any-field'
export {
  type DecodedAuth,
  decodeAuthInfo,
  encodeAuthInfo,
  type Fee,
  type PublicKey,
  publicKeyAny,
  SIGN_MODE,
  type Signer,
  type SignMode,
} from './auth-info'
export {
  type ChainMessage,
  type ChainMessageOf,
  type KnownMessage,
  messageFromLcd,
} from './chain-message'
export { CodecError, type CodecErrorCode } from './codec-error'
export { buildDirectTx } from './direct-tx'
export type { UnknownField } from './field'
export type { Allowance, Authorization } from './grant-messages'
export { ANY_TOKEN, type NearPermitReason, type PermitParams, permitSignDoc } from './permit'
export { operatorOf } from './plain-fields'
export type { ProposalContent } from './proposal-content'
export type { Seconds } from './time-fields'
export {
  type DecodedBody,
  decodeTxBody,
  decodeTxRaw,
  encodeSignDoc,
  encodeSignDocDirectAux,
  encodeTxBody,
  encodeTxRaw,
  looksLikeTx,
  type TxRaw,
} from './tx-body'
export { txHash } from './tx-hash'
export { decodeTxMsgData, encodeTxMsgData, type MessageResponse } from './tx-msg-data'

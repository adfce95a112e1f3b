export { CryptoError, type CryptoErrorCode } from './crypto-error'
export { checkIoPublicKey } from './io-public-key'
export { type RandomBytes, randomBytes } from './random'
export { sha256 } from './sha256'
export { type AccountPath, accountBytesOf, SigningKey, verifySignature } from './signing-key'
export { deriveTxKey, TxKey } from './tx-agreement'
export {
  type MessageToSeal,
  type QueryToSeal,
  sealMessage,
  sealMessageOffThread,
  sealQuery,
} from './tx-sealing'
export { deriveKeplrTxSeed, deriveTxSeed, TxSeed } from './tx-seed'

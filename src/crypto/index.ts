export { adr36SignDoc, encodeAminoJson } from './amino-json'
export { CryptoError, type CryptoErrorCode } from './crypto-error'
export { DataKey } from './data-key'
export { checkIoPublicKey } from './io-public-key'
export { createMnemonic, parseMnemonic, seedFromMnemonic } from './mnemonic'
export {
  checkPassword,
  DEFAULT_KDF,
  deriveVaultKey,
  isWeakKdf,
  type KdfParams,
  type VaultKey,
} from './password-key'
export { type RandomBytes, randomBytes } from './random'
export { openRecord, sealRecord } from './record-sealing'
export { sha256 } from './sha256'
export { type AccountPath, accountBytesOf, SigningKey, verifySignature } from './signing-key'
export { deriveTxKey, TxKey } from './tx-agreement'
export {
  type MessageToSeal,
  type QueryToSeal,
  type SealedMessage,
  sealMessage,
  sealMessageOffThread,
  sealQuery,
} from './tx-sealing'
export { deriveKeplrTxSeed, deriveTxSeed, TxSeed } from './tx-seed'
export {
  type OpenedVault,
  openVault,
  openVaultContent,
  replaceVaultContent,
  sealVault,
  type VaultToSeal,
} from './vault-sealing'

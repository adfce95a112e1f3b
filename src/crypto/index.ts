export { type AccountPath, checkPath, pathText } from './account-path'
export { adr36SignDoc, encodeAminoJson } from './amino-json'
export { CryptoError, type CryptoErrorCode } from './crypto-error'
export { DataKey } from './data-key'
export { checkIoPublicKey } from './io-public-key'
export { createMnemonic, Mnemonic } from './mnemonic'
export { parseMnemonic } from './parse-mnemonic'
export { unwrapDataKey, wrapDataKey } from './passkey-wrap'
export { Passphrase } from './passphrase'
export {
  checkPassword,
  DEFAULT_KDF,
  deriveVaultKey,
  isWeakKdf,
  type KdfParams,
  type VaultKey,
} from './password-key'
export { PHRASE_LANGUAGES, type PhraseLanguage, type Wordlists } from './phrase-languages'
export { parsePrivateKey } from './private-key'
export { type RandomBytes, randomBytes } from './random'
export { openRecord, sealRecord } from './record-sealing'
export { sha256 } from './sha256'
export { accountBytesOf, SigningKey, verifySignature } from './signing-key'
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
export type { SealPurpose } from './vault-header'
export {
  isIntactVault,
  type OpenedVault,
  openVault,
  openVaultContent,
  replaceVaultContent,
  sealVault,
  type VaultToSeal,
} from './vault-sealing'

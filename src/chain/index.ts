export { type Account, getAccount, getBalance, getBalances } from './account'
export type { Answer, Fetch, Request } from './attempt'
export { type Broadcast, broadcast } from './broadcast'
export { ChainError, type ChainErrorCode, type Refusal } from './chain-error'
export { CHAINS, type Chain, feeFor, type Oracle } from './chains'
export { type Client, type ClientOptions, createClient } from './client'
export type { Clock } from './clock'
export {
  CodeHashDisagreement,
  type ContractInfo,
  getCodeHash,
  getCodeHashById,
  getContractInfo,
  type NamedCodeHash,
} from './contract'
export { type CodeHashes, getCodeHashes } from './contract-code'
export { ContractError, errorWords, findError } from './contract-error'
export { type CodeChange, getContractHistory, getPendingMigration } from './contract-history'
export {
  type ContractAction,
  type ContractMessage,
  isContractMessageName,
  type PassedOn,
  parseContractMessage,
  passedOnBy,
} from './contract-message'
export { type Party, type PartyRole, partiesOf } from './contract-parties'
export { type ContractQuery, queryContract } from './contract-query'
export { parseEndpoint } from './endpoint'
export { type FeeAllowance, getFeeAllowances, isCovered } from './feegrant'
export { getGasFloor, parseGasPrice } from './gas-price'
export { type BuiltInToken, builtInNamesake, builtInToken, isWrappedNative } from './known-tokens'
export type { NodeInfo } from './network-of'
export { getLatestBlock, getNodeInfo, type LatestBlock } from './node-info'
export { getPrice, type Price, shownUntil } from './oracle'
export { rejectionWords } from './rejection'
export { type Simulation, simulate } from './simulate'
export type { Interval, MovementKind, Snip20Action, Snip20Movement } from './snip20-action'
export { isSnip20Name, parseSnip20Message } from './snip20-message'
export {
  getTokenBalance,
  getTokenInfo,
  type PrivateBalance,
  readBalance,
  readCreatedViewingKey,
  readTokenInfo,
  type TokenContract,
  type TokenInfo,
} from './snip20-query'
export type { NftAccess, NftExpiry, NftMint, NftMovement, Snip721Action } from './snip721-action'
export type { ItemMovement, Snip1155Action } from './snip1155-action'
export { findTxBySignature, getTx, searchTxs, type TxPage } from './transactions'
export type { TxEvent } from './tx-events'
export { getTxKey, type ServedKey, type TxKeyAnswer } from './tx-key'
export {
  type AttributeReading,
  type AttributeText,
  type ErrorReading,
  type InputReading,
  type Outputs,
  type Reading,
  readInput,
  readOutputs,
} from './tx-outputs'
export { readTx, type TxResult } from './tx-result'
export { type Confirmation, type WaitOptions, waitForTx } from './wait-for-tx'

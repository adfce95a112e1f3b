import { secp256k1 } from '@noble/curves/secp256k1.js'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { hex } from '@scure/base'
import { deriveTxKey, SigningKey, sealMessage, sha256, TxSeed } from '../src/crypto/index'
import { openData, openError } from '../src/crypto/tx-cipher'
import {
  type Address,
  addressBytes,
  addressFromBytes,
  type Coin,
  type JsonObject,
  type JsonValue,
} from '../src/domain/index'
import { type AnyMessage, anyMessage } from './codec/any-message'
import { MsgSendSchema } from './codec/gen/bank_pb'
import { MsgExecuteContractSchema } from './codec/gen/compute_pb'
import { SignMode } from './codec/gen/tx_pb'
import { Enclave } from './enclave/enclave'
import { FAUCET_ADDRESS } from './faucet/faucet'
import { findAccount } from './modules/auth/accounts'
import { coinToProto } from './modules/coins'
import { evenClock } from './node/block-clock'
import { encodeSignDoc, encodeTxParts, encodeTxRaw } from './node/build-tx'
import { Chain } from './node/chain'
import { signBytesFor } from './node/sign-bytes'
import { decodeTransaction } from './node/transaction'
import type { IndexedTx } from './node/tx-index'

/** For the tests of this room: a chain with a clock of its own, and a wallet that can sign what is wrong. */
const ENCLAVE = new Enclave(new Uint8Array(32).fill(0x11))
export const TEST_KEYS = ENCLAVE.keysAt(0)
const GENESIS_MS = 1_700_000_000_000

/** Private key of account a (Protocol 10.1). */
const ACCOUNT_A = hex.decode('f0a7b67eb9a719d54f8a9bfbfb187d8c296b97911a05bf5ca30494823e46beb6')

export function startTestChain(): Chain {
  const clock = evenClock(GENESIS_MS, 1_000)
  return new Chain({
    chainId: 'secretdev-1',
    enclave: ENCLAVE,
    faucet: FAUCET_ADDRESS,
    clock,
    genesisMs: GENESIS_MS,
  })
}

/** What may be wrong with a transaction; everything else is right. */
export interface TxFaults {
  readonly chainId?: string
  readonly accountNumber?: bigint
  readonly sequence?: bigint
  readonly gas?: bigint
  readonly fee?: readonly Coin[]
  readonly memo?: string
  readonly timeoutHeight?: bigint
  readonly granter?: string
  readonly payer?: string
  /** Signs as Ethereum wallets do (Protocol 3.5). */
  readonly eip191?: boolean
  readonly signature?: (signature: Uint8Array) => Uint8Array
  /** Signs this amino document instead of the transaction's own bytes. */
  readonly aminoDocument?: (parts: { accountNumber: string; sequence: string }) => Uint8Array
}

interface SignParts {
  readonly bodyBytes: Uint8Array
  readonly authInfoBytes: Uint8Array
  readonly chainId: string
  readonly accountNumber: bigint
  readonly sequence: bigint
}

function modeOf({ aminoDocument, eip191 = false }: TxFaults): SignMode {
  if (eip191) return SignMode.EIP_191
  return aminoDocument === undefined ? SignMode.DIRECT : SignMode.LEGACY_AMINO_JSON
}

export class TestWallet {
  readonly chain: Chain
  readonly address: Address
  readonly #key: SigningKey
  readonly #privateKey: Uint8Array
  readonly #seed: TxSeed

  constructor(chain: Chain, privateKey: Uint8Array = ACCOUNT_A) {
    this.chain = chain
    this.#privateKey = privateKey
    this.#key = SigningKey.fromBytes(privateKey)
    this.#seed = TxSeed.fromBytes(sha256(privateKey))
    this.address = addressFromBytes(this.#key.accountBytes())
  }

  sign(messages: readonly AnyMessage[], faults: TxFaults = {}): Uint8Array {
    const account = findAccount(this.chain.store, this.address)
    const accountNumber = faults.accountNumber ?? account?.accountNumber ?? 0n
    const sequence = faults.sequence ?? this.chain.pendingSequence(this.address)
    const gas = faults.gas ?? 150_000n
    const { memo = '', granter = '', payer = '', timeoutHeight = 0n } = faults
    const amount = faults.fee ?? [{ denom: 'uscrt', amount: (gas + 9n) / 10n }]
    const { bodyBytes, authInfoBytes } = encodeTxParts({
      messages,
      memo,
      timeoutHeight,
      publicKey: this.#key.publicKey(),
      mode: modeOf(faults),
      sequence,
      fee: { amount, gas, payer, granter },
    })
    const chainId = faults.chainId ?? this.chain.chainId
    const parts = { bodyBytes, authInfoBytes, chainId, accountNumber, sequence }
    const signature = this.#signParts(parts, faults)
    return encodeTxRaw({ bodyBytes, authInfoBytes, signatures: [faults.signature?.(signature) ?? signature] })
  }

  #signParts(parts: SignParts, { aminoDocument, eip191 = false }: TxFaults): Uint8Array {
    const { accountNumber, sequence } = parts
    if (aminoDocument !== undefined) {
      const numbers = { accountNumber: String(accountNumber), sequence: String(sequence) }
      return this.#key.signBytes(aminoDocument(numbers))
    }
    if (!eip191) return this.#key.signBytes(encodeSignDoc(parts))
    const unsigned = decodeTransaction(encodeTxRaw({ ...parts, signatures: [] }))
    const [document] = signBytesFor(unsigned, SignMode.EIP_191, parts)
    const digest = keccak_256(document?.bytes ?? new Uint8Array())
    return secp256k1.sign(digest, this.#privateKey, { prehash: false })
  }

  /** Broadcasts and puts it into a block; what the chain made of it. Throws the log when it is refused at the door. */
  run(messages: readonly AnyMessage[], faults: TxFaults = {}): IndexedTx {
    const { code, log, hash } = this.chain.broadcast(this.sign(messages, faults))
    if (code !== 0) throw new Error(log)
    this.chain.produceBlock()
    const tx = this.chain.transactions.find(hash)
    if (tx === undefined) throw new Error('the transaction is not in the block')
    return tx
  }

  seal(codeHash: string, message: JsonValue): Uint8Array {
    const ioPublicKey = TEST_KEYS.io.publicKey
    return sealMessage({ seed: this.#seed, ioPublicKey, codeHash, message: JSON.stringify(message) }).wire
  }

  executeMessage(contract: Address, wire: Uint8Array, funds: readonly Coin[] = []): AnyMessage {
    return anyMessage(MsgExecuteContractSchema, {
      sender: addressBytes(this.address),
      contract: addressBytes(contract),
      msg: wire,
      sentFunds: funds.map(coinToProto),
    })
  }

  sendMessage(to: Address, amount: bigint, denom = 'uscrt'): AnyMessage {
    return anyMessage(MsgSendSchema, {
      fromAddress: this.address,
      toAddress: to,
      amount: [coinToProto({ denom, amount })],
    })
  }

  /** The text inside a message's sealed data. */
  openData(wire: Uint8Array, data: Uint8Array): string {
    const opened = openData(this.#txKey(wire), data)
    if (opened.kind !== 'decrypted') throw new Error(`the data is ${opened.kind}`)
    return opened.text
  }

  /** The error inside a failed transaction's log. */
  openError(wire: Uint8Array, log: string): JsonObject {
    const opened = openError(this.#txKey(wire), /encrypted: (\S+):/.exec(log)?.[1] ?? '')
    if (opened.kind !== 'decrypted') throw new Error(`the error is ${opened.kind}`)
    return JSON.parse(opened.text)
  }

  #txKey(wire: Uint8Array): Uint8Array {
    return deriveTxKey(this.#seed, TEST_KEYS.io.publicKey, wire.slice(0, 32)).bytes()
  }
}

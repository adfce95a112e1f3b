import { create, toBinary } from '@bufbuild/protobuf'
import { sha256 } from '@noble/hashes/sha2.js'
import { hex } from '@scure/base'
import { SignDocDirectAux } from 'secretjs/dist/protobuf/cosmos/tx/v1beta1/tx'
import { beforeEach, describe, expect, it } from 'vitest'
import { SigningKey } from '../../src/crypto/index'
import { type Address, addressFromBytes } from '../../src/domain/index'
import { type AnyMessage, packAny } from '../codec/any-message'
import { PubKeySchema } from '../codec/gen/keys_pb'
import { AuthInfoSchema, SignMode, TxBodySchema } from '../codec/gen/tx_pb'
import { findAccount } from '../modules/auth/accounts'
import { getBalance, mintCoins } from '../modules/bank/bank'
import { findByLabel } from '../modules/compute/registry'
import { startTestChain, TestWallet } from '../wallet.fake'
import { encodeSignDoc, encodeTxRaw } from './build-tx'
import type { Chain } from './chain'

const OWNER = SigningKey.fromBytes(new Uint8Array(32).fill(1))
const PAYER = SigningKey.fromBytes(new Uint8Array(32).fill(2))
const addressOf = (key: SigningKey): Address => addressFromBytes(key.accountBytes())

let chain: Chain
let wallet: TestWallet
beforeEach(() => {
  chain = startTestChain()
  wallet = new TestWallet(chain)
  for (const key of [OWNER, PAYER]) {
    mintCoins(chain.store, addressOf(key), { denom: 'uscrt', amount: 1_000_000n })
  }
  chain.produceBlock()
})

const numberOf = (key: SigningKey): bigint => findAccount(chain.store, addressOf(key))?.accountNumber ?? 0n

/** The owner signs the body by definitions that are not ours; then the payer adds the fee and signs all of it. */
function leftTo(payer: SigningKey, { typeUrl, schema, message }: AnyMessage, memo = ''): Uint8Array {
  const value = toBinary(schema, message)
  const bodyBytes = toBinary(TxBodySchema, create(TxBodySchema, { messages: [{ typeUrl, value }], memo }))
  const key = packAny(PubKeySchema, { key: OWNER.publicKey() })
  const document = SignDocDirectAux.encode({
    body_bytes: bodyBytes,
    public_key: { type_url: key.typeUrl, value: key.value },
    chain_id: chain.chainId,
    account_number: numberOf(OWNER).toString(),
    sequence: '0',
  }).finish()
  const single = (mode: SignMode) => ({ sum: { case: 'single' as const, value: { mode } } })
  const signers = [
    { publicKey: key, modeInfo: single(SignMode.DIRECT_AUX) },
    {
      publicKey: packAny(PubKeySchema, { key: payer.publicKey() }),
      modeInfo: single(SignMode.DIRECT),
    },
  ]
  const authInfoBytes = toBinary(
    AuthInfoSchema,
    create(AuthInfoSchema, {
      signerInfos: payer === OWNER ? signers.slice(0, 1) : signers,
      fee: {
        amount: [{ denom: 'uscrt', amount: '10000' }],
        gasLimit: 200_000n,
        payer: addressOf(payer),
      },
    }),
  )
  const { chainId } = chain
  const direct = encodeSignDoc({ bodyBytes, authInfoBytes, chainId, accountNumber: numberOf(payer) })
  const signatures = [OWNER.signBytes(Uint8Array.from(document)), payer.signBytes(direct)]
  return encodeTxRaw({
    bodyBytes,
    authInfoBytes,
    signatures: payer === OWNER ? signatures.slice(0, 1) : signatures,
  })
}

function ownSend(amount: bigint): AnyMessage {
  const send = wallet.sendMessage(wallet.address, amount)
  return { ...send, message: { ...send.message, fromAddress: addressOf(OWNER) } as never }
}

describe('a signature that leaves the fee to another signer', () => {
  it('counts: the owner pays what was sent, the other one the fee', () => {
    const { code, hash } = chain.broadcast(leftTo(PAYER, ownSend(5n)))
    expect(code).toBe(0)
    chain.produceBlock()
    expect(chain.transactions.find(hash)).toMatchObject({ code: 0 })
    expect(getBalance(chain.store, addressOf(OWNER), 'uscrt')).toBe(999_995n)
    expect(getBalance(chain.store, addressOf(PAYER), 'uscrt')).toBe(990_000n)
    expect(findAccount(chain.store, addressOf(OWNER))).toMatchObject({ sequence: 1n })
  })

  it('is for this body alone, and not for who pays the fee', () => {
    const bytes = leftTo(PAYER, ownSend(5n), 'as agreed')
    const changed = hex.decode(
      hex.encode(bytes).replace(hex.encode(Buffer.from('as agreed')), hex.encode(Buffer.from('as wished'))),
    )
    expect(hex.encode(sha256(changed))).not.toBe(hex.encode(sha256(bytes)))
    expect(chain.broadcast(changed)).toMatchObject({ code: 4 })
    expect(chain.broadcast(leftTo(OWNER, ownSend(5n)))).toMatchObject({ code: 4 })
    expect(chain.broadcast(bytes).code).toBe(0)
  })

  it('is none for a contract', () => {
    const contract = findByLabel(chain.store, 'sSCRT') ?? wallet.address
    const execute = wallet.executeMessage(contract, Uint8Array.of(1))
    const own = { ...execute, message: { ...execute.message, sender: OWNER.accountBytes() } as never }
    expect(chain.broadcast(leftTo(PAYER, own))).toMatchObject({ code: 4 })
  })
})

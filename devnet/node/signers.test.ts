import { create, toBinary } from '@bufbuild/protobuf'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { beforeEach, describe, expect, it } from 'vitest'
import { DEV_ACCOUNTS } from '../accounts'
import { packAny } from '../codec/any-message'
import { PubKeySchema } from '../codec/gen/keys_pb'
import { LegacyAminoPubKeySchema } from '../codec/gen/keys-multisig_pb'
import { AuthInfoSchema, MultiSignatureSchema, SignMode, TxBodySchema } from '../codec/gen/tx_pb'
import { findAccount } from '../modules/auth/accounts'
import { getBalance, mintCoins } from '../modules/bank/bank'
import { startTestChain, TestWallet } from '../wallet.fake'
import { encodeTxRaw } from './build-tx'
import type { Chain } from './chain'
import { addressOfKey, readPublicKey } from './public-key'
import { signBytesFor } from './sign-bytes'
import { decodeTransaction } from './transaction'

const KEYS = [1, 2, 3].map((fill) => new Uint8Array(32).fill(fill))

const group = packAny(LegacyAminoPubKeySchema, {
  threshold: 2,
  publicKeys: KEYS.map((key) => packAny(PubKeySchema, { key: secp256k1.getPublicKey(key) })),
})
const groupAddress = addressOfKey(readPublicKey(group))

let chain: Chain
let wallet: TestWallet
beforeEach(() => {
  chain = startTestChain()
  wallet = new TestWallet(chain)
  mintCoins(chain.store, groupAddress, { denom: 'uscrt', amount: 10_000_000n })
  chain.produceBlock()
})

/** A send from the group, signed by the keys of these positions over amino documents. */
function signedBy(positions: readonly number[], claimed = positions): Uint8Array {
  const send = wallet.sendMessage(DEV_ACCOUNTS[1]?.address ?? wallet.address, 1n)
  const message = { ...send.message, fromAddress: groupAddress }
  const body = create(TxBodySchema, {
    messages: [{ typeUrl: send.typeUrl, value: toBinary(send.schema, message) }],
  })
  const elems = Uint8Array.of(claimed.reduce((bits, at) => bits | (0x80 >> at), 0))
  const modeInfos = claimed.map(() => ({
    sum: { case: 'single' as const, value: { mode: SignMode.LEGACY_AMINO_JSON } },
  }))
  const authInfo = create(AuthInfoSchema, {
    signerInfos: [
      {
        publicKey: group,
        modeInfo: { sum: { case: 'multi', value: { bitarray: { extraBitsStored: 3, elems }, modeInfos } } },
      },
    ],
    fee: { amount: [{ denom: 'uscrt', amount: '10000' }], gasLimit: 100_000n },
  })
  const parts = {
    bodyBytes: toBinary(TxBodySchema, body),
    authInfoBytes: toBinary(AuthInfoSchema, authInfo),
  }
  const unsigned = decodeTransaction(encodeTxRaw({ ...parts, signatures: [] }))
  const accountNumber = findAccount(chain.store, groupAddress)?.accountNumber ?? 0n
  const context = { chainId: chain.chainId, accountNumber, sequence: 0n }
  const [document] = signBytesFor(unsigned, SignMode.LEGACY_AMINO_JSON, context)
  const signatures = positions.map((at) =>
    secp256k1.sign(document?.bytes ?? new Uint8Array(), KEYS[at] ?? new Uint8Array(32)),
  )
  const list = toBinary(MultiSignatureSchema, create(MultiSignatureSchema, { signatures }))
  return encodeTxRaw({ ...parts, signatures: [list] })
}

describe('a group of keys', () => {
  it('pays with as many signatures as it needs', () => {
    const before = getBalance(chain.store, wallet.address, 'uscrt')
    const { code, hash } = chain.broadcast(signedBy([0, 2]))
    expect(code).toBe(0)
    chain.produceBlock()
    expect(chain.transactions.find(hash)).toMatchObject({ code: 0 })
    expect(getBalance(chain.store, wallet.address, 'uscrt')).toBe(before)
    expect(findAccount(chain.store, groupAddress)).toMatchObject({ sequence: 1n })
  })

  it.each([
    ['too few', [1], [1]],
    ['signatures under other names', [0, 1], [1, 2]],
    ['fewer than it says', [0], [0, 1]],
  ])('does not pay with %s', (_, positions, claimed) => {
    expect(chain.broadcast(signedBy(positions, claimed))).toMatchObject({ code: 4, codespace: 'sdk' })
  })

  it('has the address that its members and threshold make', () => {
    expect(groupAddress).toMatch(/^secret1/)
    const other = packAny(LegacyAminoPubKeySchema, { threshold: 1, publicKeys: [] })
    expect(addressOfKey(readPublicKey(other))).not.toBe(groupAddress)
  })
})

describe('a single key', () => {
  it('may sign as Ethereum wallets do', () => {
    const bytes = wallet.sign([wallet.sendMessage(wallet.address, 1n)], { eip191: true })
    expect(chain.broadcast(bytes)).toMatchObject({ code: 0 })
  })

  it('signs with the lower of two equal signatures only', () => {
    const higher = (signature: Uint8Array): Uint8Array => {
      const s = secp256k1.Point.CURVE().n - BigInt(`0x${Buffer.from(signature.subarray(32)).toString('hex')}`)
      return Uint8Array.from([
        ...signature.subarray(0, 32),
        ...Buffer.from(s.toString(16).padStart(64, '0'), 'hex'),
      ])
    }
    const bytes = wallet.sign([wallet.sendMessage(wallet.address, 1n)], { signature: higher })
    expect(chain.broadcast(bytes)).toMatchObject({ code: 4 })
  })

  it('must sign too when it is named as the payer of the fee', () => {
    const bytes = wallet.sign([wallet.sendMessage(wallet.address, 1n)], {
      payer: DEV_ACCOUNTS[1]?.address ?? '',
    })
    expect(chain.broadcast(bytes).log).toContain('invalid number of signer;  expected: 2, got 1')
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import { addressFromBytes, type Coin } from '../../src/domain/index'
import { DEV_ACCOUNTS } from '../accounts'
import { getBalance } from '../modules/bank/bank'
import { startTestChain, TestWallet, type TxFaults } from '../wallet.fake'
import type { Chain } from './chain'

const B = DEV_ACCOUNTS[1]?.address ?? addressFromBytes(new Uint8Array(20))
const NEWCOMER = new Uint8Array(32).fill(7)

let chain: Chain
let wallet: TestWallet
beforeEach(() => {
  chain = startTestChain()
  wallet = new TestWallet(chain)
})

function refusalOf(faults: TxFaults, amount = 1n) {
  const { code, codespace, log } = chain.broadcast(wallet.sign([wallet.sendMessage(B, amount)], faults))
  return { code, codespace, log }
}

function coin(amount: bigint): Coin[] {
  return [{ denom: 'uscrt', amount }]
}

describe('a transaction at the door', () => {
  it('is taken when it is right, once', () => {
    const bytes = wallet.sign([wallet.sendMessage(B, 5n)])
    expect(chain.broadcast(bytes)).toMatchObject({ code: 0, codespace: '', log: '' })
    expect(chain.broadcast(bytes)).toMatchObject({ code: 19, codespace: 'sdk' })
    chain.produceBlock()
    expect(getBalance(chain.store, B, 'uscrt')).toBe(10n ** 18n + 5n)
    expect(chain.broadcast(bytes)).toMatchObject({ code: 32 })
  })

  it.each([
    ['another chain id', { chainId: 'secret-4' }],
    ['another account number', { accountNumber: 9n }],
    [
      'a changed signature',
      { signature: (bytes: Uint8Array) => bytes.map((byte, at) => (at === 5 ? byte ^ 1 : byte)) },
    ],
    ['a signature cut short', { signature: (bytes: Uint8Array) => bytes.slice(1) }],
  ])('is unauthorized with %s', (_, faults) => {
    expect(refusalOf(faults)).toEqual({
      code: 4,
      codespace: 'sdk',
      log:
        'signature verification failed; please verify account number (0), sequence (0) and chain-id (secretdev-1): ' +
        '(unable to verify single signer signature): unauthorized',
    })
  })

  it('must carry the sequence that comes next, counting those on their way', () => {
    expect(refusalOf({ sequence: 3n })).toEqual({
      code: 32,
      codespace: 'sdk',
      log: 'account sequence mismatch, expected 0, got 3: incorrect account sequence',
    })
    expect(refusalOf({})).toMatchObject({ code: 0 })
    expect(refusalOf({ sequence: 0n, memo: 'again' })).toMatchObject({
      log: 'account sequence mismatch, expected 1, got 0: incorrect account sequence',
    })
  })

  it.each([
    [{ fee: coin(1874n) }, 13, 'insufficient fees; got: 1874uscrt required: 1875uscrt: insufficient fee'],
    [{ fee: [] }, 13, 'insufficient fees; got:  required: 1875uscrt: insufficient fee'],
    [{ gas: 10_000_001n }, 41, 'tx gas limit 10000001 exceeds block max gas 10000000: invalid gas limit'],
    [
      { memo: 'm'.repeat(257) },
      12,
      'maximum number of characters is 256 but received 257 characters: memo too large',
    ],
    [{ timeoutHeight: 1n }, 30, 'block height: 2, timeout height: 1: tx timeout height'],
  ])('is refused with %o', (faults, code, log) => {
    expect(refusalOf(faults)).toEqual({ code, codespace: 'sdk', log })
  })

  it('cannot spend a fee that is not there, from an account that is not there', () => {
    const poor = new TestWallet(chain, NEWCOMER)
    const bytes = () => poor.sign([poor.sendMessage(B, 1n)])
    expect(chain.broadcast(bytes())).toMatchObject({
      code: 9,
      log: `fee payer address: ${poor.address} does not exist: unknown address`,
    })
    wallet.run([wallet.sendMessage(poor.address, 10n)])
    expect(chain.broadcast(bytes())).toMatchObject({
      code: 5,
      log: 'spendable balance 10uscrt is smaller than 15000uscrt: insufficient funds',
    })
  })

  it('cannot be signed by somebody else', () => {
    const thief = new TestWallet(chain, NEWCOMER)
    expect(
      chain.broadcast(thief.sign([wallet.sendMessage(thief.address, 1n)], { sequence: 0n })),
    ).toMatchObject({
      code: 8,
      log: `pubKey does not match signer address ${wallet.address} with signer index: 0: invalid pubkey`,
    })
  })

  it('is not a transaction when its bytes are not, or its type is unknown', () => {
    expect(chain.broadcast(new Uint8Array([1, 2, 3]))).toMatchObject({ code: 2, codespace: 'sdk' })
    const typeUrl = '/cosmos.nonsense.v1.Msg'
    const bytes = wallet.sign([{ ...wallet.sendMessage(B, 1n), typeUrl }])
    expect(chain.broadcast(bytes)).toMatchObject({
      code: 2,
      log: `unable to resolve type URL ${typeUrl}: tx parse error`,
    })
  })
})

describe('a transaction in a block', () => {
  it('keeps the fee and the sequence when its message fails, and undoes the rest', () => {
    const tx = wallet.run([wallet.sendMessage(B, 5n), wallet.sendMessage(B, 10n ** 18n)])
    expect(tx).toMatchObject({ code: 5, codespace: 'sdk' })
    expect(tx.log).toBe(
      `failed to execute message; message index: 1: spendable balance ${10n ** 18n - 15_005n}uscrt ` +
        'is smaller than 1000000000000000000uscrt: insufficient funds',
    )
    expect(tx.data).toHaveLength(0)
    expect(getBalance(chain.store, B, 'uscrt')).toBe(10n ** 18n)
    expect(getBalance(chain.store, wallet.address, 'uscrt')).toBe(10n ** 18n - 15_000n)
    expect(chain.pendingSequence(wallet.address)).toBe(1n)
  })

  it('ends where its gas ends', () => {
    const tx = wallet.run([wallet.sendMessage(B, 5n)], { gas: 12_000n })
    expect(tx).toMatchObject({ code: 11, codespace: 'sdk', gasWanted: 12_000n })
    expect(tx.log).toMatch(/^out of gas in location: .+; gasWanted: 12000, gasUsed: \d+: out of gas$/)
  })

  it('costs the same gas whenever it runs', () => {
    const used = () => new TestWallet(startTestChain()).run([wallet.sendMessage(B, 5n)]).gasUsed
    expect(used()).toBe(used())
  })

  it('emits what clients search for', () => {
    const { events } = wallet.run([wallet.sendMessage(B, 5n)])
    const found = events.map(({ type, attributes }) => [type, ...attributes.map(({ key }) => key)].join(' '))
    expect(found).toEqual([
      'coin_spent spender amount',
      'coin_received receiver amount',
      'transfer recipient sender amount',
      'message sender',
      'tx fee fee_payer',
      'tx acc_seq',
      'tx signature',
      'message action sender module msg_index',
      'coin_spent spender amount msg_index',
      'coin_received receiver amount msg_index',
      'transfer recipient sender amount msg_index',
      'message sender msg_index',
    ])
  })
})

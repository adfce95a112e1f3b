import { bech32 } from '@scure/base'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChainMessage, Fee } from '../../chain/codec/index'
import { type Address, addressBytes, addressFromBytes } from '../../domain/index'
import type { OpenedInput } from '../review/open-input'
import { BOB, CODE_HASH, SSCRT } from '../wallet.fake'
import { type AssetFacts, previewRows } from './preview'
import { type Asset, type Flow, spendingOf } from './spending'

const SELF = addressFromBytes(new Uint8Array(20).fill(1))
const OTHER_TOKEN = addressFromBytes(new Uint8Array(20).fill(8))
const NO_FEE: Fee = { amount: [], gas: 1n, payer: '', granter: '' }
const LISTED_TOKEN = addressFromBytes(new Uint8Array(20).fill(9))
const context = {
  account: SELF,
  isKnown: (contract: Address) => contract === SSCRT || contract === LISTED_TOKEN,
  isWrappedNative: (contract: Address) => contract === SSCRT,
}

function uscrt(amount: bigint) {
  return [{ denom: 'uscrt', amount }]
}

function send(amount: bigint, to: Address = BOB): ChainMessage {
  return { kind: 'send', typeUrl: '/cosmos.bank.v1beta1.MsgSend', from: SELF, to, amount: uscrt(amount) }
}

function execute(funds: bigint, contract: Address = SSCRT): ChainMessage {
  return {
    kind: 'execute',
    typeUrl: '/secret.compute.v1beta1.MsgExecuteContract',
    sender: SELF,
    contract,
    wire: new Uint8Array(),
    funds: funds === 0n ? [] : uscrt(funds),
    callbackCodeHash: '',
    callbackSig: new Uint8Array(),
  }
}

function opened(message: object): OpenedInput {
  return {
    kind: 'opened',
    codeHash: CODE_HASH,
    message: JSON.stringify(message),
    seed: 'own',
    ioPublicKey: new Uint8Array(32),
    current: true,
  }
}

function sums(flows: readonly Flow[]): Record<string, bigint> {
  const all: Record<string, bigint> = {}
  for (const { asset, amount } of flows) {
    const name = asset.kind === 'coin' ? asset.denom : asset.contract
    all[name] = (all[name] ?? 0n) + amount
  }
  return all
}

function spend(messages: readonly ChainMessage[], inputs: readonly OpenedInput[] = [], fee: Fee = NO_FEE) {
  return spendingOf({ messages, inputs, fee }, context)
}

function token(message: object, funds = 0n, contract: Address = SSCRT) {
  const { flows, foreseen } = spend([execute(funds, contract)], [opened(message)])
  return { ...sums(flows), foreseen }
}

describe('what leaves an account', () => {
  it('is what is sent, once for each message, and the fee', () => {
    const fee = { ...NO_FEE, amount: uscrt(5n) }
    expect(sums(spend([send(10n), send(20n)], [], fee).flows)).toEqual({ uscrt: -35n })
  })

  it('is what is given to the community, staked with a validator of its own, or laid down in the older way', () => {
    const validator = bech32.encode('secretvaloper', bech32.toWords(addressBytes(SELF)))
    const [amount] = uscrt(3n)
    if (amount === undefined) throw new Error('none')
    const given: ChainMessage = {
      kind: 'fund-community-pool',
      typeUrl: '/cosmos.distribution.v1beta1.MsgFundCommunityPool',
      amount: uscrt(10n),
      depositor: SELF,
    }
    const created: ChainMessage = {
      kind: 'create-validator',
      typeUrl: '/cosmos.staking.v1beta1.MsgCreateValidator',
      description: { moniker: '', identity: '', website: '', securityContact: '', details: '' },
      commission: { rate: '0', maxRate: '0', maxChangeRate: '0' },
      minSelfDelegation: 1n,
      delegator: undefined,
      validator,
      blockKey: undefined,
      amount,
    }
    const proposed: ChainMessage = {
      kind: 'submit-content',
      typeUrl: '/cosmos.gov.v1beta1.MsgSubmitProposal',
      content: undefined,
      deposit: uscrt(100n),
      proposer: SELF,
    }
    const { flows, foreseen } = spend([given, created, proposed])
    expect([sums(flows), foreseen]).toEqual([{ uscrt: -113n }, true])
    const commission: ChainMessage = {
      kind: 'withdraw-commission',
      typeUrl: '/cosmos.distribution.v1beta1.MsgWithdrawValidatorCommission',
      validator,
    }
    expect(spend([commission])).toEqual({ flows: [], foreseen: false })
  })

  it('is what is laid down for a proposal', () => {
    const proposal: ChainMessage = {
      kind: 'submit-proposal',
      typeUrl: '/cosmos.gov.v1.MsgSubmitProposal',
      messages: [send(99n)],
      deposit: uscrt(7n),
      proposer: SELF,
      metadata: '',
      title: 't',
      summary: 's',
      expedited: false,
    }
    expect(sums(spend([proposal]).flows)).toEqual({ uscrt: -7n })
  })

  it('is no fee when another account pays it', () => {
    const fee = { ...NO_FEE, amount: uscrt(5n), granter: BOB }
    expect(sums(spend([send(10n)], [], fee).flows)).toEqual({ uscrt: -10n })
  })

  it('S120: is the fee alone when one sends to oneself', () => {
    const fee = { ...NO_FEE, amount: uscrt(5n) }
    expect(sums(spend([send(10n, SELF)], [], fee).flows)).toEqual({ uscrt: -5n })
  })

  it.each<[object, object]>([
    [{ transfer: { recipient: BOB, amount: '7' } }, { [SSCRT]: -7n, foreseen: true }],
    [{ send: { recipient: BOB, amount: '7', msg: 'e30=' } }, { [SSCRT]: -7n, foreseen: false }],
    [{ burn: { amount: '7' } }, { [SSCRT]: -7n, foreseen: true }],
    [{ redeem: { amount: '7', denom: 'uscrt' } }, { [SSCRT]: -7n, uscrt: 7n, foreseen: true }],
    [{ transfer_from: { owner: BOB, recipient: SELF, amount: '7' } }, { [SSCRT]: 7n, foreseen: true }],
    [{ transfer_from: { owner: BOB, recipient: BOB, amount: '7' } }, { foreseen: true }],
    [{ mint: { recipient: SELF, amount: '7' } }, { [SSCRT]: 7n, foreseen: true }],
    [{ set_viewing_key: { key: 'x' } }, { foreseen: true }],
    [{ swap: { amount: '7' } }, { foreseen: false }],
    [
      {
        batch_transfer: {
          actions: [
            { recipient: BOB, amount: '3' },
            { recipient: BOB, amount: '4' },
          ],
        },
      },
      { [SSCRT]: -7n, foreseen: true },
    ],
  ])('is read from %j', (message, found) => {
    expect(token(message)).toEqual(found)
  })

  it('is the coins of a deposit, which come back as tokens', () => {
    expect(token({ deposit: {} }, 9n)).toEqual({ uscrt: -9n, [SSCRT]: 9n, foreseen: true })
  })

  it('counts nothing that a contract the person does not know promises to give', () => {
    expect(token({ deposit: {} }, 9n, OTHER_TOKEN)).toEqual({ uscrt: -9n, foreseen: true })
    expect(token({ redeem: { amount: '7' } }, 0n, OTHER_TOKEN)).toEqual({
      [OTHER_TOKEN]: -7n,
      foreseen: false,
    })
  })

  it('counts the coin that is given back unnamed for the wrapped coin of the network alone', () => {
    expect(token({ redeem: { amount: '7' } })).toEqual({ [SSCRT]: -7n, uscrt: 7n, foreseen: true })
    expect(token({ redeem: { amount: '7' } }, 0n, LISTED_TOKEN)).toEqual({
      [LISTED_TOKEN]: -7n,
      foreseen: false,
    })
    expect(token({ redeem: { amount: '7', denom: 'uatom' } }, 0n, LISTED_TOKEN)).toEqual({
      [LISTED_TOKEN]: -7n,
      uatom: 7n,
      foreseen: true,
    })
  })
})

describe('the preview', () => {
  const facts = (amount: bigint) => (): AssetFacts => ({
    symbol: 'SCRT',
    decimals: 6,
    balance: { kind: 'known', amount },
  })

  it('S120: the whole balance without the fee is short by the fee', () => {
    const { flows } = spend([send(1000n)], [], { ...NO_FEE, amount: uscrt(15n) })
    expect(previewRows(flows, facts(1000n))).toMatchObject([
      { change: '-1015', balance: { kind: 'short', before: '1000', missing: '15' } },
    ])
    expect(previewRows(flows, facts(1015n))).toMatchObject([
      { balance: { kind: 'known', before: '1015', after: '0' } },
    ])
  })

  it('adds up: each difference is the sum of what moves, and what is short is missing to the last unit', () => {
    const asset = fc.constantFrom<Asset>(
      { kind: 'coin', denom: 'uscrt' },
      { kind: 'coin', denom: 'ibc/A' },
      { kind: 'token', contract: SSCRT },
    )
    const flow = fc.record({ asset, amount: fc.bigInt({ min: -(1n << 130n), max: 1n << 130n }) })
    const balance = fc.bigInt({ min: 0n, max: 1n << 130n })
    fc.assert(
      fc.property(fc.array(flow), balance, (flows, amount) => {
        const rows = previewRows(flows, facts(amount))
        const moved = Object.values(sums(flows)).filter((sum) => sum !== 0n)
        expect(rows.map(({ change }) => BigInt(change)).sort()).toEqual(moved.sort())
        for (const { change, balance } of rows) {
          if (balance.kind === 'known') expect(BigInt(balance.after)).toBe(amount + BigInt(change))
          else if (balance.kind === 'short') expect(BigInt(balance.missing)).toBe(-amount - BigInt(change))
          else throw new Error(balance.kind)
        }
      }),
    )
  })

  it('never makes up a balance', () => {
    const { flows } = spend([send(1n)])
    const unknown = previewRows(flows, () => ({ symbol: 'X', decimals: 0, balance: { kind: 'unknown' } }))
    expect(unknown).toEqual([
      { symbol: 'X', decimals: 0, private: false, change: '-1', balance: { kind: 'unknown' } },
    ])
  })
})

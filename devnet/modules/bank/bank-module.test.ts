import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { DEV_ACCOUNTS } from '../../accounts'
import { type AnyMessage, anyMessage } from '../../codec/any-message'
import { MsgMultiSendSchema, MsgSetSendEnabledSchema, MsgUpdateParamsSchema } from '../../codec/gen/bank_pb'
import type { Chain } from '../../node/chain'
import { startTestChain, TestWallet } from '../../wallet.fake'
import { type Coin, coinToProto } from '../coins'
import { FEE_COLLECTOR, GOV, moduleAddress } from '../module-address'
import { getOwners, getSupplyOf } from './balances'
import { burnCoins, getBalance, mintToModule, sendCoins } from './bank'
import { listSendEnabled } from './send-enabled'

const PEOPLE = DEV_ACCOUNTS.map(({ address }) => address)
const MINT = moduleAddress('mint')

let chain: Chain
let wallet: TestWallet
beforeEach(() => {
  chain = startTestChain()
  wallet = new TestWallet(chain)
})

function uscrt(amount: bigint): Coin[] {
  return [{ denom: 'uscrt', amount }]
}

/** Runs a message as a passed proposal would. */
function decide(message: AnyMessage): void {
  chain.router.run({ ...chain.queryContext(), store: chain.store }, message)
}

function multiSend(sums: readonly bigint[], total: bigint): AnyMessage {
  return anyMessage(MsgMultiSendSchema, {
    inputs: [{ address: wallet.address, coins: uscrt(total).map(coinToProto) }],
    outputs: sums.map((sum, at) => ({ address: PEOPLE[at + 1] ?? '', coins: uscrt(sum).map(coinToProto) })),
  })
}

describe('sending', () => {
  it('is refused to the accounts of modules, except that of distribution', () => {
    const refused = wallet.run([wallet.sendMessage(FEE_COLLECTOR, 5n)])
    expect(refused).toMatchObject({
      code: 4,
      codespace: 'sdk',
      log: `failed to execute message; message index: 0: ${FEE_COLLECTOR} is not allowed to receive funds: unauthorized`,
    })
    expect(wallet.run([wallet.sendMessage(moduleAddress('distribution'), 5n)]).code).toBe(0)
    const many = anyMessage(MsgMultiSendSchema, {
      inputs: [{ address: wallet.address, coins: uscrt(5n).map(coinToProto) }],
      outputs: [{ address: GOV, coins: uscrt(5n).map(coinToProto) }],
    })
    expect(wallet.run([many])).toMatchObject({ code: 4 })
  })

  it('is refused for coins that are not there, whatever they are called', () => {
    expect(wallet.run([wallet.sendMessage(PEOPLE[1] ?? GOV, 5n, 'constructor')])).toMatchObject({
      codespace: 'sdk',
      code: 5,
      log: expect.stringContaining('spendable balance 0constructor is smaller than 5constructor'),
    })
  })

  it('goes from one to many, whose sums must be the same', () => {
    expect(wallet.run([multiSend([3n, 4n], 7n)]).code).toBe(0)
    expect(getBalance(chain.store, PEOPLE[2] ?? GOV, 'uscrt')).toBe(10n ** 18n + 4n)
    expect(wallet.run([multiSend([3n, 4n], 8n)])).toMatchObject({
      code: 4,
      codespace: 'bank',
      log: expect.stringContaining('sum inputs != sum outputs'),
    })
    expect(wallet.run([multiSend([], 8n)])).toMatchObject({ code: 3, codespace: 'bank' })
  })

  it('stops where a passed proposal says so, for one denom or for all', () => {
    const off = { denom: 'uscrt', enabled: false }
    const set = (sendEnabled: (typeof off)[], useDefaultFor: string[] = []) =>
      anyMessage(MsgSetSendEnabledSchema, { authority: GOV, sendEnabled, useDefaultFor })
    decide(set([off]))
    expect(listSendEnabled(chain.store)).toEqual([off])
    const disabled = { code: 5, codespace: 'bank', log: expect.stringContaining('uscrt transfers are') }
    expect(wallet.run([wallet.sendMessage(GOV, 5n)])).toMatchObject(disabled)
    expect(wallet.run([multiSend([3n], 3n)])).toMatchObject(disabled)
    decide(set([], ['uscrt']))
    expect(wallet.run([multiSend([3n], 3n)]).code).toBe(0)
    decide(anyMessage(MsgUpdateParamsSchema, { authority: GOV, params: { defaultSendEnabled: false } }))
    expect(wallet.run([multiSend([3n], 3n)])).toMatchObject(disabled)
  })

  it('rules are set by proposals only, without repeats and of real denoms', () => {
    const set = (denoms: string[], useDefaultFor: string[] = [], authority: string = GOV) =>
      anyMessage(MsgSetSendEnabledSchema, {
        authority,
        sendEnabled: denoms.map((denom) => ({ denom, enabled: true })),
        useDefaultFor,
      })
    expect(wallet.run([set([], [], wallet.address)])).toMatchObject({
      code: 13,
      codespace: 'gov',
      log: expect.stringContaining(`invalid authority; expected ${GOV}, got ${wallet.address}: expected gov`),
    })
    expect(() => decide(set(['uscrt', 'uscrt']))).toThrow(
      'duplicate denom entries found for "uscrt": invalid request',
    )
    expect(() => decide(set(['!']))).toThrow(
      'invalid SendEnabled denom "!": invalid denom: !: invalid request',
    )
    expect(() => decide(set([], ['!']))).toThrow('invalid UseDefaultFor denom "!"')
    const params = { sendEnabled: [{ denom: 'uscrt', enabled: true }] }
    expect(() => decide(anyMessage(MsgUpdateParamsSchema, { authority: GOV, params }))).toThrow(
      'use of send_enabled in params is no longer supported',
    )
  })
})

describe('coins', () => {
  it('are neither made nor lost, whatever is sent, minted and burnt', () => {
    const holders = [...PEOPLE, MINT]
    const denom = fc.constantFrom('uscrt', 'uatom')
    const step = fc.record({
      kind: fc.constantFrom('send', 'mint', 'burn'),
      from: fc.nat(holders.length - 1),
      to: fc.nat(holders.length - 1),
      denom,
      amount: fc.bigInt({ min: 1n, max: 2n * 10n ** 18n }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const context = chain.queryContext()
        const before = getSupplyOf(context.store, 'uscrt')
        let minted = 0n
        for (const { kind, from, to, denom: of, amount } of steps) {
          const coins = [{ denom: of, amount }]
          const change = { send: 0n, mint: amount, burn: -amount }[kind]
          try {
            if (kind === 'send') sendCoins(context, holders[from] ?? MINT, holders[to] ?? MINT, coins)
            else if (kind === 'mint') mintToModule(context, MINT, coins)
            else burnCoins(context, MINT, coins)
            if (of === 'uscrt') minted += change
          } catch (error) {
            expect(String(error)).toContain('insufficient funds')
          }
          for (const each of ['uscrt', 'uatom']) {
            const held = getOwners(context.store, each).reduce((sum, owner) => sum + owner.amount, 0n)
            expect(held).toBe(getSupplyOf(context.store, each))
          }
        }
        expect(getSupplyOf(context.store, 'uscrt')).toBe(before + minted)
      }),
      { numRuns: 50 },
    )
  })
})

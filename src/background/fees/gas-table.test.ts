import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bankSend, execute } from '../page-side.fake'
import type { OpenedInput } from '../review/open-input'
import { BOB, CODE_HASH, fakeWallet } from '../wallet.fake'
import { gasClass, MOST_GAS, usualGas } from './gas-table'

async function gasOf(...messages: readonly object[]): Promise<bigint> {
  const call = await execute(fakeWallet(), new Uint8Array())
  const inputs = messages.map(
    (message): OpenedInput => ({
      kind: 'opened',
      codeHash: CODE_HASH,
      message: JSON.stringify(message),
      seed: 'own',
      ioPublicKey: new Uint8Array(32),
      current: true,
    }),
  )
  return gasClass(
    usualGas(
      messages.map(() => call),
      inputs,
    ),
  )
}

describe('the suggested gas limit', () => {
  it('does not tell the actions of a token apart', async () => {
    const actions = [
      { transfer: { recipient: BOB, amount: '1' } },
      { send: { recipient: BOB, amount: '1' } },
      { redeem: { amount: '1' } },
      { deposit: {} },
      { burn: { amount: '1' } },
      { set_viewing_key: { key: 'x' } },
      { create_viewing_key: { entropy: 'x' } },
      { increase_allowance: { spender: BOB, amount: '1' } },
      { revoke_permit: { permit_name: 'x' } },
    ]
    expect(new Set(await Promise.all(actions.map((action) => gasOf(action))))).toEqual(new Set([200_000n]))
  })

  it('does not tell what calls another contract from what only that contract knows', async () => {
    const call = await gasOf({ send: { recipient: BOB, amount: '1', msg: 'e30=' } })
    expect(call).toBe(await gasOf({ something_else: {} }))
  })

  it('grows with what is done, up to what a block holds', async () => {
    const action = { recipient: BOB, amount: '1' }
    const many = { batch_transfer: { actions: Array.from({ length: 200 }, () => action) } }
    expect(await gasOf(many)).toBe(MOST_GAS)
    expect(await gasOf({ deposit: {} }, { transfer: action })).toBe(400_000n)
    expect(gasClass(usualGas([await bankSend(fakeWallet())], [undefined]))).toBe(100_000n)
  })

  it('is never less than what is needed, unless a block holds no more, and at most twice as much', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 20_000_000n }), (gas) => {
        const limit = gasClass(gas)
        expect(limit >= gas || limit === MOST_GAS).toBe(true)
        expect(limit <= 2n * gas || limit === 100_000n || limit === MOST_GAS).toBe(true)
      }),
    )
  })
})

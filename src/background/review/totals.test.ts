import { describe, expect, it } from 'vitest'
import type { JsonValue } from '../../domain/index'
import { bankSend, execute, sealed } from '../page-side.fake'
import { BOB, fakeWallet, SSCRT } from '../wallet.fake'
import { reviewMessages } from './review.fake'

describe('transactions', () => {
  it('of several messages say what leaves in all, per coin and per token, and whether that is everything', async () => {
    const wallet = fakeWallet()
    const token = async (message: JsonValue) => await execute(wallet, sealed(wallet, message))
    const transfer = await token({ transfer: { recipient: BOB, amount: '1000000' } })
    const burn = await token({ burn: { amount: '500000' } })
    const received = await token({ transfer_from: { owner: BOB, recipient: BOB, amount: '7' } })
    const send = await bankSend(wallet)
    const found = await reviewMessages(wallet, [send, transfer, burn, send, received])
    expect(found.totals).toEqual({
      coins: [
        { denom: 'uscrt', amount: '3000000', symbol: 'SCRT', decimals: 6 },
        { denom: SSCRT, amount: '1500000', symbol: 'sSCRT', decimals: 6 },
      ],
      complete: true,
    })
    const odd = await reviewMessages(wallet, [send, await token({ do_something: {} })])
    expect(odd.totals?.complete).toBe(false)
    expect((await reviewMessages(wallet, [send])).totals).toBeUndefined()
  })

  it('of several messages count collectibles too, each kind that one contract holds by itself', async () => {
    const wallet = fakeWallet()
    const collectible = async (id: string) =>
      await execute(wallet, sealed(wallet, { transfer_nft: { recipient: BOB, token_id: id } }))
    const messages = [await collectible('7'), await collectible('8')]
    const burn = await execute(wallet, sealed(wallet, { burn: { amount: '500000' } }))
    const found = await reviewMessages(wallet, [...messages, burn])
    expect(found.totals).toEqual({
      coins: [
        {
          denom: SSCRT,
          amount: '2',
          symbol: expect.stringMatching(/^of the collection secret1/),
          decimals: 0,
        },
        { denom: SSCRT, amount: '500000', symbol: 'sSCRT', decimals: 6 },
      ],
      complete: true,
    })
  })
})

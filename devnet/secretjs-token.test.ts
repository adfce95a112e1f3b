import { Wallet } from 'secretjs'
import { AminoWallet } from 'secretjs/dist/wallet_amino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Devnet, startDevnet } from './start-devnet'
import { answerOf, QUICK, Stranger } from './stranger.fake'

// A stranger's client against devnet: nothing of ours but startDevnet.

let devnet: Devnet
beforeAll(async () => {
  devnet = await startDevnet({ blockMs: 40 })
})
afterAll(() => devnet.stop())

describe.each([
  ['direct', Wallet, 'c'],
  ['amino', AminoWallet, 'd'],
] as const)('secretjs, %s signing', (_, Kind, name) => {
  let me: Stranger
  beforeAll(() => {
    me = new Stranger(devnet, name, Kind)
  })

  it('signs as it should', () => {
    expect('signDirect' in new Kind()).toBe(Kind === Wallet)
  })

  it('reads the public balance and the token', async () => {
    expect(await me.scrt()).toBe(10n ** 18n)
    expect(await me.query({ token_info: {} })).toEqual({
      token_info: {
        name: 'Secret SCRT',
        symbol: 'SSCRT',
        decimals: 6,
        total_supply: expect.stringMatching(/^\d+$/),
      },
    })
  })

  it('wraps, and pays the fee it signed', async () => {
    const tx = await me.client.tx.compute.executeContract(
      { ...me.onToken({ deposit: {} }), sent_funds: [{ denom: 'uscrt', amount: '5000000' }] },
      QUICK,
    )
    expect(answerOf(tx)).toEqual({ deposit: { status: 'success' } })
    expect(await me.scrt()).toBe(10n ** 18n - 5_000_000n - 15_000n)
  })

  it('creates a viewing key and reads the balance by it', async () => {
    const tx = await me.execute({ create_viewing_key: { entropy: 'abc' } })
    const answer = answerOf(tx) as { create_viewing_key: { key: string } }
    const { key } = answer.create_viewing_key
    expect(key).toMatch(/^api_key_[A-Za-z0-9+/]{43}=$/)
    const balance = { balance: { address: me.address, key } }
    expect(await me.query(balance)).toEqual({ balance: { amount: '5000000' } })
  })

  it('sets a viewing key, and a wrong one is told apart', async () => {
    await me.client.tx.snip20.setViewingKey(me.onToken({ set_viewing_key: { key: 'mine' } }), QUICK)
    const contract = { address: devnet.contracts.sscrt.address, code_hash: devnet.contracts.sscrt.codeHash }
    const { address } = me
    expect(await me.client.query.snip20.getBalance({ contract, address, auth: { key: 'mine' } })).toEqual({
      balance: { amount: '5000000' },
    })
    expect(await me.client.query.snip20.getBalance({ contract, address, auth: { key: 'other' } })).toEqual({
      viewing_key_error: { msg: 'Wrong viewing key for this address or viewing key not set' },
    })
  })

  it('transfers, and both sides see it in their history', async () => {
    const b = new Stranger(devnet, 'b')
    await b.client.tx.snip20.setViewingKey(b.onToken({ set_viewing_key: { key: 'b' } }), QUICK)
    const transfer = { transfer: { recipient: b.address, amount: '1200000', memo: 'lunch' } }
    const tx = await me.client.tx.snip20.transfer(me.onToken(transfer), QUICK)
    expect(answerOf(tx)).toEqual({ transfer: { status: 'success' } })
    const entry = {
      id: expect.any(Number),
      action: { transfer: { from: me.address, sender: me.address, recipient: b.address } },
      coins: { denom: 'SSCRT', amount: '1200000' },
      memo: 'lunch',
      block_time: expect.any(Number),
      block_height: tx.height,
    }
    const mine = await me.query<{ transaction_history: { txs: unknown[] } }>({
      transaction_history: { address: me.address, key: 'mine', page_size: 10 },
    })
    expect(mine.transaction_history.txs).toEqual([
      entry,
      expect.objectContaining({ action: { deposit: {} }, coins: { denom: 'uscrt', amount: '5000000' } }),
    ])
    const theirs = await b.query<{ transaction_history: { txs: unknown[] } }>({
      transaction_history: { address: b.address, key: 'b', page_size: 1 },
    })
    expect(theirs.transaction_history.txs).toEqual([entry])
    const flat = await me.query({
      transfer_history: { address: me.address, key: 'mine', page_size: 5 },
    })
    expect(flat).toMatchObject({
      transfer_history: { txs: [{ from: me.address, receiver: b.address }], total: 1 },
    })
  })

  it('reads why a transfer failed', async () => {
    const tx = await me.execute({
      transfer: { recipient: devnet.accounts[1]?.address, amount: '999999999' },
    })
    expect(tx).toMatchObject({ code: 3, codespace: 'compute' })
    expect(tx.rawLog).toBe(
      'failed to execute message; message index: 0: ' +
        '{"generic_err":{"msg":"insufficient funds: balance=3800000, required=999999999"}}: execute contract failed',
    )
    expect(tx.jsonLog).toEqual({
      generic_err: { msg: 'insufficient funds: balance=3800000, required=999999999' },
    })
    const stranger = await new Stranger(devnet, 'a').client.query.getTx(tx.transactionHash)
    expect(stranger?.rawLog).toMatch(
      /^failed to execute message; message index: 0: encrypted: [\w+/=]+: execute contract failed$/,
    )
  })

  it('redeems into public coins', async () => {
    const before = await me.scrt()
    const tx = await me.execute({ redeem: { amount: '800000', denom: 'uscrt' } })
    expect(answerOf(tx)).toEqual({ redeem: { status: 'success' } })
    expect(await me.scrt()).toBe(before + 800_000n - 15_000n)
  })

  it('signs a permit and reads by it', async () => {
    const token = devnet.contracts.sscrt.address
    const sign = (permissions: ('balance' | 'history')[]) =>
      me.client.utils.accessControl.permit.sign(
        me.address,
        devnet.chainId,
        'test',
        [token],
        permissions,
        false,
      )
    const permit = await sign(['balance'])
    expect(await me.query({ with_permit: { permit, query: { balance: {} } } })).toEqual({
      balance: { amount: '3000000' },
    })
    const refused = { with_permit: { permit: await sign(['history']), query: { balance: {} } } }
    expect(await me.query(refused)).toBe(
      '{"generic_err":{"msg":"No permission to query balance, got permissions [History]"}}',
    )
    const forged = { ...permit, params: { ...permit.params, permissions: ['owner'] } }
    expect(await me.query({ with_permit: { permit: forged, query: { balance: {} } } })).toContain(
      'Failed to verify signatures for the given permit: IncorrectSignature',
    )
    await me.execute({ revoke_permit: { permit_name: 'test' } })
    expect(await me.query({ with_permit: { permit, query: { balance: {} } } })).toContain(
      `Permit \\"test\\" was revoked by account \\"${me.address}\\"`,
    )
  })
})

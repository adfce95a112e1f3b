import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSuccess, GAS, Instance } from './instance.fake'
import { type Devnet, startDevnet } from './start-devnet'
import { answerOf, Stranger } from './stranger.fake'

// Every helper that a stranger's client has for SNIP-721 and SNIP-1155, against contracts it instantiated itself.

let devnet: Devnet
let me: Stranger
let friend: Stranger
beforeAll(async () => {
  devnet = await startDevnet({ blockMs: 40 })
  me = new Stranger(devnet, 'a')
  friend = new Stranger(devnet, 'b')
})
afterAll(() => devnet.stop())

describe('secretjs with SNIP-721', () => {
  let nfts: Instance
  beforeAll(async () => {
    nfts = await Instance.make(me, 4, { name: 'Cards', symbol: 'CARD', entropy: 'seed' })
  })

  it('mints, for whoever may', async () => {
    const { snip721 } = me.client.tx
    const public_metadata = { token_uri: 'https://ace' }
    const minted = await snip721.mint(
      nfts.message({ mint_nft: { token_id: 'ace', public_metadata, memo: 'first' } }),
      GAS,
    )
    expect(answerOf(minted)).toEqual({ mint_nft: { token_id: 'ace' } })
    expect(minted.arrayLog?.find(({ key }) => key === 'minted')?.value).toBe('ace')
    await expectSuccess(
      snip721.addMinter(nfts.message({ add_minters: { minters: [friend.address] } }), GAS),
      'add_minters',
    )
    const theirs = { mint_nft: { token_id: 'king', owner: me.address } }
    const second = await friend.client.tx.snip721.mint(nfts.message(theirs, friend), GAS)
    expect(answerOf(second)).toEqual({ mint_nft: { token_id: 'king' } })
  })

  it('makes and sets viewing keys, both answered by the key', async () => {
    const { snip721 } = me.client.tx
    const created = await snip721.createViewingKey(
      nfts.message({ create_viewing_key: { entropy: 'e' } }),
      GAS,
    )
    expect(answerOf(created)).toEqual({ viewing_key: { key: expect.stringMatching(/^api_key_/) } })
    const set = await snip721.setViewingKey(nfts.message({ set_viewing_key: { key: 'mine' } }), GAS)
    expect(answerOf(set)).toEqual({ viewing_key: { key: 'mine' } })
  })

  it('reads tokens and what is owned', async () => {
    const { snip721 } = me.client.query
    const contract = nfts
    const viewer = { address: me.address, viewing_key: 'mine' }
    const permit = await nfts.permit(devnet.chainId, ['owner'])
    for (const auth of [{ viewer }, { permit }]) {
      expect(await snip721.GetTokenInfo({ contract, auth, token_id: 'ace' })).toEqual({
        all_nft_info: {
          access: { owner: me.address, approvals: [] },
          info: { token_uri: 'https://ace', extension: null },
        },
      })
      expect(await snip721.GetOwnedTokens({ contract, auth, owner: me.address })).toEqual({
        token_list: { tokens: ['ace', 'king'] },
      })
    }
    const wrong = { viewer: { ...viewer, viewing_key: 'wrong' } }
    expect(
      JSON.stringify(await snip721.GetOwnedTokens({ contract, auth: wrong, owner: me.address })),
    ).toContain('Wrong viewing key for this address or viewing key not set')
  })

  it('sends to a contract, which is called', async () => {
    const { address, codeHash } = devnet.contracts.receiver
    const receiver_info = { recipient_code_hash: codeHash, also_implements_batch_receive_nft: true }
    const send = { contract: address, token_id: 'king', receiver_info, memo: 'take it' }
    await expectSuccess(me.client.tx.snip721.send(nfts.message({ send_nft: send }), GAS), 'send_nft')
    expect(await new Instance(me, devnet.contracts.receiver).query({ received: {} })).toMatchObject({
      received: { last: { token: nfts.address, from: me.address, token_ids: ['king'] } },
    })
  })
})

describe('secretjs with SNIP-1155', () => {
  let tokens: Instance
  beforeAll(async () => {
    tokens = await Instance.make(me, 5, {
      has_admin: true,
      curators: [me.address],
      initial_tokens: [],
      entropy: 'seed',
    })
  })
  const gold = (balances: { address: string; amount: string }[]) => ({ token_id: 'gold', balances })
  const move = (amount: string) => ({ token_id: 'gold', from: me.address, recipient: friend.address, amount })

  it('curates, mints, burns and changes metadata', async () => {
    const { snip1155 } = me.client.tx
    const token_config = {
      fungible: {
        minters: [me.address],
        decimals: 6,
        public_total_supply: true,
        enable_mint: true,
        enable_burn: true,
        minter_may_update_metadata: true,
      },
    }
    const token_info = { token_id: 'gold', name: 'Gold', symbol: 'GLD', token_config }
    const initial_tokens = [{ token_info, balances: [{ address: me.address, amount: '100' }] }]
    await expectSuccess(
      snip1155.curate(tokens.message({ curate_token_ids: { initial_tokens } }), GAS),
      'curate_token_ids',
    )
    const mint = gold([{ address: me.address, amount: '20' }])
    await expectSuccess(
      snip1155.mint(tokens.message({ mint_tokens: { mint_tokens: [mint] } }), GAS),
      'mint_tokens',
    )
    await expectSuccess(
      snip1155.burn(tokens.message({ burn_tokens: { burn_tokens: [mint] } }), GAS),
      'burn_tokens',
    )
    const change = { token_id: 'gold', private_metadata: { token_uri: 'https://vault' } }
    await expectSuccess(
      snip1155.changeMetaData(tokens.message({ change_metadata: change }), GAS),
      'change_metadata',
    )
  })

  it('transfers and sends, one by one and in batches', async () => {
    const { snip1155 } = me.client.tx
    await expectSuccess(snip1155.transfer(tokens.message({ transfer: move('1') }), GAS), 'transfer')
    const actions = [move('2'), move('3')]
    await expectSuccess(
      snip1155.batchTransfer(tokens.message({ batch_transfer: { actions } }), GAS),
      'batch_transfer',
    )
    const { address, codeHash } = devnet.contracts.receiver
    const send = { ...move('4'), recipient: address, recipient_code_hash: codeHash }
    await expectSuccess(snip1155.send(tokens.message({ send }), GAS), 'send')
    await expectSuccess(
      snip1155.batchSend(tokens.message({ batch_send: { actions: [send, send] } }), GAS),
      'batch_send',
    )
    expect(await new Instance(me, devnet.contracts.receiver).query({ received: {} })).toMatchObject({
      received: { last: { token: tokens.address, from: me.address, token_id: 'gold', amount: '4' } },
    })
  })

  it('reads balances, history and information', async () => {
    const { snip1155 } = me.client.query
    const contract = { address: tokens.address, code_hash: tokens.codeHash }
    const created = await me.client.tx.snip1155.createViewingKey(
      tokens.message({ create_viewing_key: { entropy: 'e' } }),
      GAS,
    )
    expect(answerOf(created)).toHaveProperty('create_viewing_key.key')
    await expectSuccess(
      me.client.tx.snip1155.setViewingKey(tokens.message({ set_viewing_key: { key: 'mine' } }), GAS),
      'set_viewing_key',
    )
    const viewer = { address: me.address, viewing_key: 'mine' }
    const permit = await tokens.permit(devnet.chainId, ['owner'])
    const owner = me.address
    for (const auth of [{ viewer }, { permit }]) {
      const amount = '82'
      expect(await snip1155.getBalance({ contract, token_id: 'gold', owner, auth })).toEqual({
        balance: { amount },
      })
      expect(await snip1155.getAllBalances({ contract, auth, owner })).toEqual({
        all_balances: [{ token_id: 'gold', amount }],
      })
      expect(await snip1155.getTransactionHistory({ contract, auth, page_size: 1 })).toMatchObject({
        transaction_history: { total: 9, txs: [{ action: { transfer: { from: owner, amount: '4' } } }] },
      })
      expect(await snip1155.getPrivateTokenInfo({ contract, auth, token_id: 'gold' })).toMatchObject({
        token_id_private_info: { token_id_info: { private_metadata: { token_uri: 'https://vault' } } },
      })
    }
    expect(await snip1155.getPublicTokenInfo({ contract, token_id: 'gold' })).toMatchObject({
      token_id_public_info: { token_id_info: { private_metadata: null }, total_supply: '100' },
    })
  })

  it('administers', async () => {
    const { snip1155 } = me.client.tx
    const to = <T extends object>(msg: T) => tokens.message(msg)
    const people = [friend.address]
    const minter = { token_id: 'gold', add_minters: people }
    await expectSuccess(
      snip1155.addCurator(to({ add_curators: { add_curators: people } }), GAS),
      'add_curators',
    )
    await expectSuccess(
      snip1155.removeCurator(to({ remove_curators: { remove_curators: people } }), GAS),
      'remove_curators',
    )
    await expectSuccess(snip1155.addMinter(to({ add_minters: minter }), GAS), 'add_minters')
    await expectSuccess(
      snip1155.removeMinter(to({ remove_minters: { token_id: 'gold', remove_minters: people } }), GAS),
      'remove_minters',
    )
    await expectSuccess(
      snip1155.changeAdmin(to({ change_admin: { new_admin: friend.address } }), GAS),
      'change_admin',
    )
    const remove_admin = { current_admin: friend.address, contract_address: tokens.address }
    await expectSuccess(
      friend.client.tx.snip1155.removeAdmin(tokens.message({ remove_admin }, friend), GAS),
      'remove_admin',
    )
    expect(await tokens.query({ contract_info: {} })).toMatchObject({ contract_info: { admin: null } })
  })
})

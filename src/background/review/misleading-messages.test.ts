import { bech32m } from '@scure/base'
import { describe, expect, it } from 'vitest'
import type { ChainMessage } from '../../chain/codec/index'
import type { JsonValue } from '../../domain/index'
import { bankSend, execute, sealed } from '../page-side.fake'
import { BOB, fakeWallet, SSCRT } from '../wallet.fake'
import { dangers, reviewContract, reviewMessages } from './review.fake'

const BECH32M = bech32m.encode('secret', bech32m.toWords(new Uint8Array(20).fill(7)))

describe('messages made to be misread', () => {
  it.each<[string, JsonValue]>([
    [
      'another chain',
      { transfer: { recipient: 'cosmos1qypqxpq9qcrsszg2pvxq6rs0zqg3yyc5lzv7xu', amount: '1' } },
    ],
    ['capitals', { transfer: { recipient: BOB.toUpperCase(), amount: '1' } }],
    ['another checksum', { transfer: { recipient: BECH32M, amount: '1' } }],
    ...['1e3', '-1', '1,5', '01', '+1', ' 1', '0x10', '', (2n ** 128n).toString()].map(
      (amount): [string, JsonValue] => [amount, { transfer: { recipient: BOB, amount } }],
    ),
    ['a number', { transfer: { recipient: BOB, amount: 1 } }],
    ['one key more', { transfer: { recipient: BOB, amount: '1', recipients: [SSCRT] } }],
    ['a batch', { batch_transfer: { actions: [{ recipient: BOB, amount: '1', to: SSCRT }] } }],
    ['two messages', { transfer: { recipient: BOB, amount: '1' }, send: {} }],
  ])('I3: that are nearly those of a token (%s) are never put into friendly words', async (_, message) => {
    const found = await reviewContract(message)
    expect(found.messages[0]?.title).toBe('Contract message')
    expect(found.messages[0]?.facts).toEqual([{ label: 'Contract', value: SSCRT }])
    expect(found.warnings).toContainEqual({
      level: 'caution',
      text: expect.stringContaining('not written like one'),
    })
  })

  it('U56: too long to be shown whole need more than a click', async () => {
    const hidden = { transfer_nft: { recipient: SSCRT } }
    const found = await reviewContract({ multicall: ['x'.repeat(100_000), hidden] })
    expect(found.dangerous).toBe(true)
    expect(dangers(found)[0]).toContain('too long')
    expect((await reviewContract({ multicall: ['x'.repeat(90_000), hidden] })).dangerous).toBe(false)
  })

  it('I3: with something inside that nobody can read need more than a click', async () => {
    const wallet = fakeWallet()
    const { address } = await wallet.vault.account()
    const unknown = {
      kind: 'unknown',
      typeUrl: '/evil.v1.Msg',
      value: Uint8Array.of(1),
      json: undefined,
    } as const
    const exec = (message: ChainMessage): ChainMessage => ({
      kind: 'authz-exec',
      typeUrl: '/cosmos.authz.v1beta1.MsgExec',
      grantee: address,
      messages: [message],
    })
    const hidden: readonly ChainMessage[] = [
      exec(unknown),
      exec(exec(unknown)),
      exec(await execute(wallet, sealed(wallet, { transfer: { recipient: BOB, amount: '1' } }))),
      {
        kind: 'authz-grant',
        typeUrl: '/cosmos.authz.v1beta1.MsgGrant',
        granter: address,
        grantee: BOB,
        grant: { authorization: unknown, expiration: undefined },
      },
      {
        kind: 'fee-grant',
        typeUrl: '/cosmos.feegrant.v1beta1.MsgGrantAllowance',
        granter: address,
        grantee: BOB,
        allowance: {
          kind: 'allowed-messages',
          typeUrl: '/cosmos.feegrant.v1beta1.AllowedMsgAllowance',
          allowance: unknown,
          allowedMessages: [],
        },
      },
    ]
    for (const message of hidden) {
      const found = await reviewMessages(wallet, [message])
      expect(found.dangerous).toBe(true)
      expect(dangers(found).join(' ')).toContain('cannot read')
    }
    expect((await reviewMessages(wallet, [exec(await bankSend(wallet))])).dangerous).toBe(false)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChainMessage } from '../../chain/codec/index'
import { type Address, addressFromBytes, shortAddress } from '../../domain/index'
import { BOB, SSCRT } from '../wallet.fake'
import { type NativeMessage, nativeWords } from './native-words'
import type { MessageWords } from './words'

const coin = { denom: 'uscrt', amount: 1_500_000n }
const carol = addressFromBytes(new Uint8Array(20).fill(3))
const validator = 'secretvaloper1qurswpc8qurswpc8qurswpc8qurswpc8ut0qh3'
const CASES: readonly [NativeMessage, string][] = [
  [
    { kind: 'send', typeUrl: '/cosmos.bank.v1beta1.MsgSend', from: BOB, to: SSCRT, amount: [coin] },
    'Send 1.5 SCRT to secret1k0j…c9e8fzek',
  ],
  [
    {
      kind: 'delegate',
      typeUrl: '/cosmos.staking.v1beta1.MsgDelegate',
      delegator: BOB,
      validator,
      amount: coin,
    },
    'Stake 1.5 SCRT with secretvalo…c8ut0qh3',
  ],
  [
    { kind: 'vote', typeUrl: '/cosmos.gov.v1.MsgVote', proposalId: 5n, voter: BOB, option: 3, metadata: '' },
    'Vote no on proposal 5',
  ],
  [
    {
      kind: 'authz-grant',
      typeUrl: '/cosmos.authz.v1beta1.MsgGrant',
      granter: BOB,
      grantee: SSCRT,
      grant: {
        authorization: {
          kind: 'generic',
          typeUrl: '/cosmos.authz.v1beta1.GenericAuthorization',
          messageType: '/cosmos.bank.v1beta1.MsgSend',
        },
        expiration: undefined,
      },
    },
    'Let secret1k0j…c9e8fzek send coins in your name, without an end',
  ],
  [
    {
      kind: 'clear-admin',
      typeUrl: '/secret.compute.v1beta1.MsgClearAdmin',
      sender: BOB,
      contract: SSCRT,
      callbackSig: new Uint8Array(),
    },
    'Nobody will be able to replace the code of the contract secret1k0j…c9e8fzek any more',
  ],
  [
    { kind: 'unknown', typeUrl: '/x.y.Msg', value: new Uint8Array(), json: undefined },
    'Sotto cannot read this message and does not know what it does',
  ],
]

function execOf(grantee: Address, ...messages: readonly ChainMessage[]): NativeMessage {
  return { kind: 'authz-exec', typeUrl: '/cosmos.authz.v1beta1.MsgExec', grantee, messages }
}

describe('messages of the chain', () => {
  it.each(CASES)('%#', (message, sentence) => {
    const words = nativeWords(message)
    expect(words.sentence).toBe(sentence)
    expect(words.title).not.toBe('')
    expect(words.visibility[0]?.who).toBe('public')
  })

  it('warn of what gives others power', () => {
    const [, , , grant, , unknown] = CASES
    for (const found of [grant, unknown]) {
      if (found === undefined) throw new Error('missing')
      expect(nativeWords(found[0]).warnings).toMatchObject([{ level: 'danger' }])
    }
  })

  it('I3: show the whole memo for another chain, or say that it is not whole', () => {
    const transfer = (memo: string): NativeMessage => ({
      kind: 'ibc-transfer',
      typeUrl: '/ibc.applications.transfer.v1.MsgTransfer',
      sourcePort: 'transfer',
      sourceChannel: 'channel-1',
      token: coin,
      sender: BOB,
      receiver: 'cosmos1x',
      timeoutHeight: undefined,
      timeoutTimestamp: 0n,
      memo,
    })
    const memo = `{"wasm":"${'x'.repeat(3000)}","forward":"cosmos1y"}`
    expect(nativeWords(transfer(memo)).facts).toContainEqual({
      label: 'Memo for the other chain',
      value: memo,
    })
    const cut = nativeWords(transfer('x'.repeat(20_000)))
    expect(cut.warnings.map(({ level }) => level)).toEqual(['danger', 'caution'])
  })

  it('tell what is done in the name of others', () => {
    const [send] = CASES
    if (send === undefined) throw new Error('missing')
    const words = nativeWords(execOf(SSCRT, send[0]))
    expect(words.title).toBe('Act for another account')
    expect(words.sentence).toBe(`In the name of ${shortAddress(BOB)}: ${send[1]}`)
    expect(nativeWords(execOf(SSCRT, send[0], send[0])).sentence).toContain('Run 2 messages')
    expect(words.facts).toContainEqual({ label: 'Send in public', value: send[1] })
    expect(words.funds).toEqual([])
  })

  it('I3: never say that it is about others when the chain lets an account act for itself', () => {
    const [send] = CASES
    if (send === undefined) throw new Error('missing')
    for (const message of [execOf(BOB, send[0]), execOf(BOB, execOf(BOB, send[0]))]) {
      const words = nativeWords(message)
      expect(words.title).toBe('Act for your own account')
      expect(words.sentence).toContain(send[1])
      expect(words.warnings).toContainEqual({
        level: 'danger',
        text: expect.stringContaining('your own account'),
      })
      expect(JSON.stringify(words)).not.toContain('another account')
      expect(words.funds).toMatchObject([{ amount: '1500000', symbol: 'SCRT' }])
    }
  })
})

describe('I3: an exec inside of another', () => {
  const me = BOB
  const other = SSCRT
  const send = (from: Address, amount: bigint): ChainMessage => ({
    kind: 'send',
    typeUrl: '/cosmos.bank.v1beta1.MsgSend',
    from,
    to: carol,
    amount: [{ denom: 'uscrt', amount }],
  })

  it('takes the coins of who signs, whoever stands between', () => {
    const inner = execOf(other, send(me, 5n), send(other, 7n))
    for (const message of [execOf(me, inner), execOf(me, execOf(other, inner))]) {
      const words = nativeWords(message)
      expect(words.title).toBe('Act for your own account')
      expect(words.sentence).toContain('Send 0.000005 SCRT')
      expect(words.sentence).toContain(`by way of ${shortAddress(other)}`)
      expect(words.funds).toMatchObject([{ amount: '5', symbol: 'SCRT' }])
      expect(words.warnings).toContainEqual({
        level: 'danger',
        text: expect.stringContaining('your own account'),
      })
    }
  })

  it('is about another account where that one acts with its own', () => {
    const words = nativeWords(execOf(me, execOf(other, send(other, 7n))))
    expect(words.title).toBe('Act for another account')
    expect(words.funds).toEqual([])
    expect(JSON.stringify(words)).not.toContain('your own account')
  })
})

describe('N82: coins that are not known', () => {
  const sent = (denom: string, amount = 1_500_000n): MessageWords => {
    const typeUrl = '/cosmos.bank.v1beta1.MsgSend'
    return nativeWords({ kind: 'send', typeUrl, from: BOB, to: SSCRT, amount: [{ denom, amount }] })
  }

  it('such as one that came over IBC are counted in base units, under the whole of their name', () => {
    const denom = `ibc/${'27394FB092D2ECCD56123C74F36E4C1F'.repeat(2)}`
    const { sentence, funds } = sent(denom)
    expect(sentence).toBe(`Send 1500000 base units of ${denom} to secret1k0j…c9e8fzek`)
    expect(funds).toEqual([{ denom, amount: '1500000', decimals: 0, symbol: `base units of ${denom}` }])
  })

  it('never pass for the coin of the network, whatever they are called', () => {
    const alike = fc.constantFrom('SCRT', 'scrt', 'USCRT', 'Uscrt', 'uscrt2', 'ibc/uscrt', 'factory/x/uscrt')
    const any = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9/:._-]{2,127}$/)
    fc.assert(
      fc.property(fc.oneof(alike, any), fc.bigInt({ min: 0n, max: 2n ** 128n }), (denom, amount) => {
        fc.pre(denom !== 'uscrt')
        const { sentence } = sent(denom, amount)
        expect(sentence).toContain(`Send ${amount} base units of ${denom.slice(0, 80)}`)
        expect(sentence).not.toMatch(/\d SCRT/)
      }),
    )
  })
})

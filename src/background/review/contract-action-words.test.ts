import { base64, utf8 } from '@scure/base'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseContractMessage } from '../../chain/index'
import { addressFromBytes, type JsonValue } from '../../domain/index'
import { BOB, SSCRT } from '../wallet.fake'
import { contractActionWords } from './contract-action-words'
import type { MessageWords } from './words'

const ME = addressFromBytes(new Uint8Array(20).fill(1))

function read(json: JsonValue): MessageWords {
  const message = parseContractMessage(json)
  if (message === undefined) throw new Error(JSON.stringify(json))
  return contractActionWords(json, message, {
    contract: SSCRT,
    token: message.standard === 'snip20' ? { symbol: 'sSCRT', decimals: 6, listed: true } : undefined,
    funds: [],
    sender: ME,
  })
}

function passed(value: JsonValue): string {
  return base64.encode(utf8.decode(JSON.stringify(value)))
}

const COLLECTION = 'secret1k0j…c9e8fzek'
const SHORT_BOB = 'secret1qur…c83knnaa'
const CASES: readonly [JsonValue, string][] = [
  [
    { transfer_nft: { recipient: BOB, token_id: '7' } },
    `Send the collectible “7” of ${COLLECTION} to ${SHORT_BOB}`,
  ],
  [
    { batch_transfer_nft: { transfers: [{ recipient: BOB, token_ids: ['7', '8'] }] } },
    `Send 2 collectibles of ${COLLECTION} to ${SHORT_BOB}`,
  ],
  [{ burn_nft: { token_id: '7' } }, `Destroy the collectible “7” of ${COLLECTION}`],
  [
    { approve: { spender: BOB, token_id: '7', expires: { at_height: 9 } } },
    `Allow ${SHORT_BOB} to move the collectible “7” of ${COLLECTION}, until block 9`,
  ],
  [
    { approve_all: { operator: BOB } },
    `Allow ${SHORT_BOB} to move all your collectibles of ${COLLECTION}, those you get later too, without an end`,
  ],
  [
    { revoke_all: { operator: BOB } },
    `${SHORT_BOB} may no longer move all your collectibles of ${COLLECTION}, those you get later too`,
  ],
  [
    {
      set_whitelisted_approval: {
        address: BOB,
        token_id: '7',
        transfer: 'all',
        view_owner: 'approve_token',
        expires: { at_time: 1_800_000_000 },
      },
    },
    `${SHORT_BOB}, for ${COLLECTION}: may see that you own the collectible “7” and may move all your collectibles, until 2027-01-15 08:00 UTC`,
  ],
  [
    { set_global_approval: { view_private_metadata: 'none' } },
    `Everybody, for ${COLLECTION}: may no longer read the private part of any of your collectibles`,
  ],
  [
    { transfer: { token_id: 'gold', from: ME, recipient: BOB, amount: '5' } },
    `Send 5 of the token “gold” of ${COLLECTION} to ${SHORT_BOB}`,
  ],
  [
    { transfer: { token_id: 'gold', from: BOB, recipient: ME, amount: '5' } },
    `Send 5 of the token “gold” of ${COLLECTION} that belong to ${SHORT_BOB} to yourself`,
  ],
  [
    { give_permission: { allowed_address: BOB, token_id: 'gold', view_balance: true, transfer: '5' } },
    `${SHORT_BOB}, for the token “gold” of ${COLLECTION}: may see your balance, without an end and may move up to 5 of yours, without an end`,
  ],
]

describe('messages of collections and of tokens by id', () => {
  it.each(CASES)('%j', (json, sentence) => {
    expect(read(json).sentence).toBe(sentence)
  })

  it.each<[JsonValue, readonly (readonly [string, string])[]]>([
    [{ transfer_nft: { recipient: BOB, token_id: '7' } }, [['1', `of the collection ${COLLECTION}`]]],
    [{ send_nft: { contract: BOB, token_id: '7' } }, [['1', `of the collection ${COLLECTION}`]]],
    [
      {
        batch_send_nft: {
          sends: [
            { contract: BOB, token_ids: ['7', '8'] },
            { contract: ME, token_ids: ['9'] },
          ],
        },
      },
      [['2', `of the collection ${COLLECTION}`]],
    ],
    [
      {
        batch_transfer_nft: {
          transfers: [
            { recipient: BOB, token_ids: ['7', '8'] },
            { recipient: SSCRT, token_ids: ['9'] },
          ],
        },
      },
      [['3', `of the collection ${COLLECTION}`]],
    ],
    [{ transfer_nft: { recipient: ME, token_id: '7' } }, []],
    [{ burn_nft: { token_id: '7' } }, [['1', `of the collection ${COLLECTION}`]]],
    [{ batch_burn_nft: { burns: [{ token_ids: ['7', '8'] }] } }, [['2', `of the collection ${COLLECTION}`]]],
    [
      { transfer: { token_id: 'gold', from: ME, recipient: BOB, amount: '5' } },
      [['5', `of the token “gold” of ${COLLECTION}`]],
    ],
    [{ transfer: { token_id: 'gold', from: BOB, recipient: SSCRT, amount: '5' } }, []],
    [
      {
        batch_send: {
          actions: ['gold', 'tin'].map((token_id) => ({ token_id, from: ME, recipient: BOB, amount: '5' })),
        },
      },
      [
        ['5', `of the token “gold” of ${COLLECTION}`],
        ['5', `of the token “tin” of ${COLLECTION}`],
      ],
    ],
    [
      {
        burn_tokens: {
          burn_tokens: [
            {
              token_id: 'gold',
              balances: [
                { address: ME, amount: '3' },
                { address: BOB, amount: '4' },
              ],
            },
          ],
        },
      },
      [['3', `of the token “gold” of ${COLLECTION}`]],
    ],
    [{ approve_all: { operator: BOB } }, []],
  ])('count what leaves: %j', (json, leaving) => {
    const { tokens, whole } = read(json)
    expect(tokens).toEqual(leaving.map(([amount, symbol]) => ({ denom: SSCRT, amount, symbol, decimals: 0 })))
    expect(whole).toBe(true)
  })

  it('that give others the right to take are dangers', () => {
    for (const json of [
      { approve: { spender: BOB, token_id: '7' } },
      { approve_all: { operator: BOB } },
      { set_whitelisted_approval: { address: BOB, transfer: 'all' } },
      { give_permission: { allowed_address: BOB, token_id: 'gold', transfer: '5' } },
    ]) {
      expect(read(json).warnings.map(({ level }) => level)).toContain('danger')
    }
    expect(read({ revoke_all: { operator: BOB } }).warnings).toEqual([])
  })

  it('hold whole addresses in their facts', () => {
    const { facts } = read({ transfer_nft: { recipient: BOB, token_id: '7', memo: 'hi' } })
    expect(facts).toEqual([
      { label: 'To', value: BOB },
      { label: 'Token ids', value: '7' },
      { label: 'Private memo', value: 'hi' },
    ])
  })
})

describe('messages that a token passes on', () => {
  const send = (value: JsonValue): JsonValue => ({
    send: { recipient: BOB, amount: '1000000', msg: passed(value) },
  })

  it('to a contract that sends to other chains say where to', () => {
    const found = read(send({ channel: 'channel-44', remote_address: 'cosmos1abc', timeout: 600 }))
    expect(found.sentence).toBe(
      `Send 1 sSCRT to ${SHORT_BOB}, with a message for that contract: send the tokens on to cosmos1abc on another chain, over channel-44`,
    )
    expect(found.facts).toContainEqual({ label: 'On the other chain to', value: 'cosmos1abc' })
    expect(found.visibility).toContainEqual({
      who: 'public',
      text: 'The amount and the receiver on the other chain.',
    })
    expect(
      read(send({ channel: 'channel-44', remote_address: 'cosmos1abc', also: 1 })).sentence,
    ).not.toContain('another chain')
  })

  it('are put into words when they are messages of a known kind, and named otherwise', () => {
    expect(read(send({ swap_tokens: { path: [] } })).sentence).toContain('for that contract: “swap_tokens”')
    const nested = send({ send: { recipient: SSCRT, amount: '5', msg: passed({ redeem: { amount: '5' } }) } })
    expect(read(nested).sentence).toContain('Send 5 base units of tokens of')
    expect(read(nested).facts.map(({ label }) => label)).toContain('The contract is asked')
  })

  it('inside each other without end are put into words only so far', () => {
    let value: JsonValue = { deposit: {} }
    for (let depth = 0; depth < 12; depth += 1) value = send(value)
    expect(read(value).sentence.length).toBeLessThan(2000)
  })

  it('never throw, whatever they hold', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void read(send(value as JsonValue))))
  })
})

describe('what any message may carry', () => {
  it('is said: decoys and a gas target', () => {
    const to = { recipient: BOB, amount: '1' }
    const { facts } = read({
      batch_transfer: { actions: [{ ...to, decoys: [SSCRT] }, to], decoys: [ME], gas_target: '50000' },
    })
    expect(facts.slice(-2)).toEqual([
      { label: 'Decoys', value: '2 addresses that get nothing and hide who does' },
      { label: 'Gas is filled up to', value: '50000' },
    ])
  })

  it('U56: stays small, however many parts there are', () => {
    const actions = Array.from({ length: 200 }, () => ({ recipient: BOB, amount: '1', memo: 'm' }))
    const { facts } = read({ batch_transfer: { actions } })
    expect(facts).toHaveLength(301)
    expect(facts.at(-1)?.value).toContain('300 more')
  })
})

import { base64, utf8 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { parseSnip20Message } from '../../chain/index'
import type { JsonValue } from '../../domain/index'
import { BOB, SSCRT } from '../wallet.fake'
import { type Snip20Context, snip20Words } from './snip20-words'
import type { MessageWords } from './words'

const context: Snip20Context = {
  contract: SSCRT,
  token: { symbol: 'sSCRT', decimals: 6, listed: true },
  funds: [{ denom: 'uscrt', amount: 3_000_000n }],
}

function sentence(message: JsonValue, change: Partial<Snip20Context> = {}): string {
  const action = parseSnip20Message(message)
  if (action === undefined) throw new Error(JSON.stringify(message))
  return snip20Words(action, { ...context, ...change }).sentence
}

const to = { recipient: BOB, amount: '12500000' }
const CASES: readonly [JsonValue, string][] = [
  [{ transfer: to }, 'Send 12.5 sSCRT to secret1qur…c83knnaa'],
  [
    { send: { ...to, msg: 'e30=', recipient_code_hash: 'aa' } },
    'Send 12.5 sSCRT to secret1qur…c83knnaa, with a message for that contract',
  ],
  [{ batch_transfer: { actions: [to, to] } }, 'Send 25 sSCRT in 2 parts'],
  [
    { transfer_from: { ...to, owner: SSCRT } },
    'Send 12.5 sSCRT of secret1k0j…c9e8fzek to secret1qur…c83knnaa',
  ],
  [{ burn: { amount: '1' } }, 'Destroy 0.000001 sSCRT'],
  [{ mint: to }, 'Create 12.5 sSCRT for secret1qur…c83knnaa'],
  [{ redeem: { amount: '1000000', denom: 'uscrt' } }, 'Turn 1 sSCRT back into public coins of your account'],
  [{ deposit: {} }, 'Turn 3 SCRT into sSCRT'],
  [{ create_viewing_key: { entropy: 'x' } }, 'Let the contract make a new key that reads your sSCRT balance'],
  [{ set_viewing_key: { key: 'k' } }, 'Set the key that reads your sSCRT balance'],
  [
    { increase_allowance: { spender: BOB, amount: '1000000' } },
    'Let secret1qur…c83knnaa spend 1 sSCRT more in your name',
  ],
  [
    { decrease_allowance: { spender: BOB, amount: '1000000' } },
    'secret1qur…c83knnaa may spend 1 sSCRT less in your name',
  ],
  [{ revoke_permit: { permit_name: 'p' } }, 'The permit “p” no longer reads your sSCRT'],
]

describe('messages of tokens', () => {
  it.each(CASES)('%j', (message, words) => {
    expect(sentence(message)).toBe(words)
  })

  it('never guess decimals: without them an amount stays in base units', () => {
    const found = sentence({ transfer: to }, { token: undefined })
    expect(found).toBe('Send 12500000 base units of tokens of secret1k0j…c9e8fzek to secret1qur…c83knnaa')
  })

  it('warn of allowances and of names that are only claimed', () => {
    const action = parseSnip20Message({ increase_allowance: { spender: BOB, amount: '1' } })
    if (action === undefined) throw new Error('not read')
    const token = { symbol: 'sSCRT', decimals: 6, listed: false }
    const levels = snip20Words(action, { ...context, token }).warnings.map(({ level }) => level)
    expect(levels).toEqual(['danger', 'caution'])
  })

  it('show the message that goes on to the receiving contract', () => {
    const action = parseSnip20Message({ send: { ...to, msg: btoa('{"swap":{}}') } })
    if (action === undefined) throw new Error('not read')
    expect(snip20Words(action, context).facts).toContainEqual({
      label: 'Message for the recipient',
      value: '{"swap":{}}',
    })
  })

  function passedOn(text: string | Uint8Array): MessageWords {
    const bytes = typeof text === 'string' ? utf8.decode(text) : text
    const action = parseSnip20Message({ send: { ...to, msg: base64.encode(bytes) } })
    if (action === undefined) throw new Error('not read')
    return snip20Words(action, context)
  }

  function levels({ warnings }: MessageWords): readonly string[] {
    return warnings.map(({ level }) => level)
  }

  it('I3: show the whole message that goes on, or say that it is not whole', () => {
    const swap = `{"swap":{"path":"${'x'.repeat(3000)}","to":"${SSCRT}"}}`
    const whole = passedOn(swap)
    expect(whole.facts).toContainEqual({ label: 'Message for the recipient', value: swap })
    expect(levels(whole)).toEqual([])
    const cut = passedOn(`{"swap":{"path":"${'x'.repeat(20_000)}","to":"${SSCRT}"}}`)
    expect(levels(cut)).toEqual(['danger'])
  })

  it('I3: warn of a message that goes on and could be read in two ways, or not at all', () => {
    for (const odd of ['{"to":1,"to":2}', 'swap', Uint8Array.of(255, 254, 0)]) {
      expect(levels(passedOn(odd))).toEqual(['caution'])
    }
    expect(passedOn(Uint8Array.of(255, 254, 0)).facts).toContainEqual({
      label: 'Message for the recipient',
      value: 'fffe00',
    })
    expect(levels(passedOn(''))).toEqual([])
  })
})

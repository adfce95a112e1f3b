import { base64, utf8 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { parseSnip20Message } from '../../chain/index'
import { addressFromBytes, type JsonValue } from '../../domain/index'
import { BOB, SSCRT } from '../wallet.fake'
import { snip20Words } from './snip20-words'
import type { TokenContext } from './token-context'
import type { MessageWords } from './words'

const ME = addressFromBytes(new Uint8Array(20).fill(1))
const context: TokenContext = {
  contract: SSCRT,
  token: { symbol: 'sSCRT', decimals: 6, listed: true },
  sender: ME,
  funds: [{ denom: 'uscrt', amount: 3_000_000n }],
}

function sentence(message: JsonValue, change: Partial<TokenContext> = {}): string {
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
  [
    { create_viewing_key: { entropy: 'x' } },
    'Let the contract make a new key that reads your sSCRT balance and history',
  ],
  [
    { set_viewing_key: { key: 'k' } },
    'Set a viewing key chosen by the site, which reads your sSCRT balance and history',
  ],
  [
    { increase_allowance: { spender: BOB, amount: '1000000' } },
    'Allow secret1qur…c83knnaa to spend up to 1 sSCRT more in your name, without an end',
  ],
  [
    { increase_allowance: { spender: BOB, amount: '1000000', expiration: 1_800_000_000 } },
    'Allow secret1qur…c83knnaa to spend up to 1 sSCRT more in your name, until 2027-01-15 08:00 UTC',
  ],
  [
    { decrease_allowance: { spender: BOB, amount: '1000000' } },
    'secret1qur…c83knnaa may spend 1 sSCRT less in your name',
  ],
  [{ revoke_permit: { permit_name: 'p' } }, 'The permit “p” no longer reads your sSCRT'],
  [
    { revoke_all_permits: { interval: {} } },
    'No permit reads your sSCRT any more, neither one that you have made nor one that you make later, until you take this back',
  ],
  [
    { revoke_all_permits: { interval: { created_before: '1800000000' } } },
    'Permits made before 2027-01-15 08:00 UTC no longer read your sSCRT',
  ],
  [
    { revoke_all_permits: { interval: { created_after: '1800000000', created_before: 'soon' } } },
    'Permits made after 2027-01-15 08:00 UTC and before “soon” no longer read your sSCRT',
  ],
  [
    { delete_permit_revocation: { revocation_id: '1' } },
    'Permits that you revoked can read your sSCRT again',
  ],
  [{ transfer: { ...to, recipient: ME } }, 'Send 12.5 sSCRT to yourself'],
  [{ change_admin: { address: BOB } }, 'Make secret1qur…c83knnaa the owner of the sSCRT contract'],
  [{ set_minters: { minters: [BOB, SSCRT] } }, 'Let 2 accounts and nobody else create sSCRT'],
  [{ set_minters: { minters: [] } }, 'Let nobody create sSCRT'],
  [{ add_minters: { minters: [BOB] } }, 'Also let secret1qur…c83knnaa create sSCRT'],
  [
    { increase_allowance: { spender: BOB, amount: '340282366920938463463374607431768211455' } },
    'Allow secret1qur…c83knnaa to spend any amount of sSCRT in your name, without an end',
  ],
  [{ remove_minters: { minters: [BOB] } }, 'No longer let secret1qur…c83knnaa create sSCRT'],
  [{ add_supported_denoms: { denoms: ['uatom'] } }, 'Let people turn these coins into sSCRT'],
  [
    { set_contract_status: { level: 'stop_all_but_redeems' } },
    'Have the sSCRT contract stop everything but turning tokens back into coins',
  ],
  [{ set_notification_status: { enabled: false } }, 'Turn notifications of the sSCRT contract off'],
  [{ register_receive: { code_hash: 'aa' } }, 'Let sSCRT tell a contract when it receives tokens'],
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

  it('say which permits a revocation with bounds leaves or takes besides', () => {
    const warnings = (interval: JsonValue) => {
      const action = parseSnip20Message({ revoke_all_permits: { interval } })
      if (action === undefined) throw new Error('not read')
      return snip20Words(action, context).warnings.map(({ text }) => text)
    }
    const undated = expect.stringContaining('do not say when they were made')
    expect(warnings({})).toEqual([])
    expect(warnings({ created_before: '5' })).toEqual([undated])
    expect(warnings({ created_before: '9', created_after: '5' })).toEqual([
      undated,
      expect.stringContaining('one of the two bounds'),
    ])
  })

  it('show the message that goes on to the receiving contract', () => {
    const action = parseSnip20Message({ send: { ...to, msg: btoa('{"swap":{}}') } })
    if (action === undefined) throw new Error('not read')
    expect(snip20Words(action, context).facts).toContainEqual({
      label: 'Message for the recipient',
      value: '{"swap":{}}',
    })
  })

  it('S120: write amounts exactly, with the decimals that the token has', () => {
    const amounts = (decimals: number): readonly string[] =>
      ['0', '1', '340282366920938463463374607431768211455'].map((amount) =>
        sentence({ burn: { amount } }, { token: { symbol: 'T', decimals, listed: true } }),
      )
    expect(amounts(0)).toEqual([
      'Destroy 0 T',
      'Destroy 1 T',
      'Destroy 340282366920938463463374607431768211455 T',
    ])
    expect(amounts(6)[1]).toBe('Destroy 0.000001 T')
    expect(amounts(18)[2]).toBe('Destroy 340282366920938463463.374607431768211455 T')
    expect(amounts(24)[1]).toBe('Destroy 0.000000000000000000000001 T')
  })

  it('N70: show a name with HTML as the text that it is, and nothing of it that cannot be seen', () => {
    const token = { symbol: '<img src=x>\u202e', decimals: 0, listed: false }
    expect(sentence({ burn: { amount: '1' } }, { token })).toBe('Destroy 1 <img src=x>\\u{202e}')
  })

  it('P26: say that a token with a known name is another one', () => {
    const action = parseSnip20Message({ transfer: to })
    if (action === undefined) throw new Error('not read')
    const token = { symbol: 'sSCRT', decimals: 6, listed: true, namesake: SSCRT }
    expect(snip20Words(action, { ...context, contract: BOB, token }).warnings).toEqual([
      { level: 'danger', text: expect.stringContaining(`not the sSCRT that Sotto knows, which is ${SSCRT}`) },
    ])
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

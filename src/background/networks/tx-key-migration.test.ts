/** What earlier versions stored about keys and security events: frozen here, and readable for ever. */
import { base64, utf8 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { fakeBrowser } from '../platform.fake'
import { KEYS } from '../storage/keys'
import { createStore, readSealed } from '../storage/stored'
import { OPEN } from './networks.fake'

const KEYS_V1 =
  '{"keys":[{"key":"CDsaA2YSEdWkzI05p3eVeVhi93MGRVc7K8wsGSDFPAQ=","since":1767000000000},{"key":"79++5YOHfm0SwhlpUDClv7cuCjq9xBZlWqSjDJWkRG8=","since":1767100000000}],"checkedAt":1767200000000}'
const EVENTS_V1 =
  '[{"id":"a1","chainId":"secret-4","createdAt":3,"checkedAt":4,"state":"open","kind":"tx-key-changed","known":"AAAA","offered":"BBBB","confirmed":true},{"id":"b2","chainId":"pulsar-3","createdAt":1,"checkedAt":2,"state":"passed","kind":"tx-key-disagreement","answers":[{"endpoint":"https://one.example","key":"AAAA"}]},{"id":"c3","chainId":"pulsar-3","createdAt":1,"checkedAt":2,"state":"kept","kind":"tx-key-invalid","endpoint":"https://one.example","reason":"short"}]'

async function stored(name: string, text: string): Promise<ReturnType<typeof createStore>> {
  const browser = fakeBrowser()
  const record = { v: 1, data: base64.encode(utf8.decode(text)) }
  browser.local.values.set(`sealed/local:${name}`, JSON.stringify(record))
  return createStore(browser.storage)
}

describe('V95: what version 1 kept', () => {
  it('of a network’s keys is all kept, in order, and confirmed anew at the next use', async () => {
    const store = await stored('tx-keys/secret-4', KEYS_V1)
    expect(await readSealed(store, OPEN, KEYS.txKeys, 'secret-4')).toEqual({
      keys: [
        {
          key: 'CDsaA2YSEdWkzI05p3eVeVhi93MGRVc7K8wsGSDFPAQ=',
          firstSeen: { at: 1_767_000_000_000, endpoints: [] },
        },
        {
          key: '79++5YOHfm0SwhlpUDClv7cuCjq9xBZlWqSjDJWkRG8=',
          firstSeen: { at: 1_767_100_000_000, endpoints: [] },
        },
      ],
      checkedAt: 1_767_200_000_000,
      confirmed: { at: 0, endpoints: [] },
    })
  })

  it('of security events still stops what it stopped', async () => {
    const store = await stored('security-events', EVENTS_V1)
    expect(await readSealed(store, OPEN, KEYS.securityEvents)).toMatchObject([
      { id: 'a1', state: 'open', retired: false, endpoints: [] },
      { id: 'b2', state: 'passed' },
      { id: 'c3', state: 'kept' },
    ])
  })
})

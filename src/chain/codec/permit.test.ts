import { sha256 } from '@noble/hashes/sha2.js'
import { hex } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { decodeAminoDoc } from './amino-doc'
import { permitSignDoc } from './permit'

const token = 'secret18vd8fpwxzck93qlwghaj6arh4p7c5n8978vsyg'
const memoToken = 'secret1rf03820fp8gngzg2w02vd30ns78qkc8rg8dxaq'
const plain = { created: undefined, expires: undefined }
const dated = {
  permitName: 'test',
  chainId: 'secret-4',
  permissions: ['balance'],
  created: '2024-12-17T16:59:00.000Z',
  expires: '2024-12-20T06:59:30.333Z',
}

/** Protocol 10.5: SHA-256 of the signed JSON, each checked against a signature that contracts accept. */
const VECTORS = [
  {
    params: {
      permitName: `memo_${memoToken}`,
      chainId: 'pulsar-2',
      allowedTokens: [memoToken],
      permissions: ['history'],
      ...plain,
    },
    digest: '4213f2f055a9d130381e6f7c17ce049f64001e65ddaf540e85a4f9bd5743f4d8',
  },
  {
    params: { ...dated, allowedTokens: [token] },
    digest: 'd21e6545fb0f80097f08b483a0ba03968928d2c0b5398fbf6434e397159c5fb4',
  },
  {
    params: { ...dated, allowedTokens: ['ANY_TOKEN'] },
    digest: '7151ebbf0fc76e38aed30890be2bc1e7e30552575947b6a6dc3b8f4cd13d6517',
  },
  {
    params: {
      permitName: 'test',
      chainId: 'secretdev-1',
      allowedTokens: [token],
      permissions: ['balance', 'history'],
      ...plain,
    },
    digest: '6612041c02babfd10840ef97e35a821e2d30b52996c78f2c1a1b487f3886981d',
  },
]

describe('the sign document of a permit (Protocol 10.5)', () => {
  it.each(VECTORS)('has the recorded digest, and is read back: $digest', ({ params, digest }) => {
    const doc = permitSignDoc(params)
    expect(hex.encode(sha256(new TextEncoder().encode(JSON.stringify(doc))))).toBe(digest)
    const blanket = params.allowedTokens[0] === 'ANY_TOKEN'
    expect(decodeAminoDoc(doc)).toEqual({ kind: 'permit', params: { ...params, blanket }, doc })
  })
})

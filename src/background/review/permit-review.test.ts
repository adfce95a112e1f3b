import { utf8 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { permitSignDoc } from '../../chain/codec/index'
import { CHAIN_ID, fakeVault, SSCRT } from '../wallet.fake'
import { reviewPermit } from './permit-review'
import { readSignRequest } from './sign-request'
import { reviewText } from './text-review'

const account = await fakeVault().account()

function review(change: Partial<Parameters<typeof permitSignDoc>[0]> = {}) {
  const doc = permitSignDoc({
    permitName: 'for the dapp',
    chainId: CHAIN_ID,
    allowedTokens: [SSCRT],
    permissions: ['balance', 'history'],
    created: undefined,
    expires: undefined,
    ...change,
  })
  const params = {
    chainId: CHAIN_ID,
    signer: account.address,
    signDoc: JSON.stringify(doc),
    keepFee: true,
    keepMemo: true,
  }
  const reading = readSignRequest({ method: 'signAmino', params }, account)
  if (reading.kind !== 'request' || reading.request.kind !== 'permit')
    throw new Error(JSON.stringify(reading))
  return reviewPermit(reading.request, new Map([[SSCRT, 'sSCRT']]))
}

describe('permits', () => {
  it('show who may read what at which contracts', () => {
    expect(review()).toMatchObject({
      name: 'for the dapp',
      permissions: ['balance', 'history'],
      tokens: [{ contract: SSCRT, label: 'sSCRT' }],
      chainId: CHAIN_ID,
    })
    expect(review().warnings.map(({ level }) => level)).toEqual(['caution', 'caution'])
  })

  it('S119: the permission of the owner and a permit for everything are dangers', () => {
    const levels = (permit: ReturnType<typeof review>) => permit.warnings.map(({ level }) => level)
    expect(levels(review({ permissions: ['owner'] }))).toContain('danger')
    const blanket = { allowedTokens: ['ANY_TOKEN'], created: '2026-01-01T00:00:00.000Z' }
    expect(levels(review(blanket))).toContain('danger')
    expect(review({ ...blanket, expires: '2026-02-01T00:00:00.000Z' }).expires).toBe(
      '2026-02-01T00:00:00.000Z',
    )
  })
})

describe('texts', () => {
  it('are shown as they are, and bytes as bytes', () => {
    expect(reviewText(utf8.decode('Log in at dapp.example\nnonce 5'))).toMatchObject({
      printable: true,
      text: 'Log in at dapp.example\nnonce 5',
      warnings: [{ level: 'note' }],
    })
    expect(reviewText(Uint8Array.of(0xff, 0, 1))).toMatchObject({
      printable: false,
      text: '',
      hex: 'ff0001',
      warnings: [{ level: 'danger' }, { level: 'note' }],
    })
  })

  it('U57: write out what cannot be seen', () => {
    expect(reviewText(utf8.decode('a\u202eb'))).toMatchObject({
      text: 'a\\u{202e}b',
      warnings: [{ level: 'caution' }, {}],
    })
  })
})

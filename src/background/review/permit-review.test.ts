import { utf8 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { permitSignDoc } from '../../chain/codec/index'
import { BOB, CHAIN_ID, fakeVault, SSCRT } from '../wallet.fake'
import { reviewPermit } from './permit-review'
import { readSignRequest } from './sign-request'
import { reviewText } from './text-review'

const account = await fakeVault().account()

function review(
  change: Partial<Parameters<typeof permitSignDoc>[0]> = {},
  labels: ReadonlyMap<string, string> = new Map([[SSCRT, 'sSCRT']]),
) {
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
    chainId: change.chainId ?? CHAIN_ID,
    signer: account.address,
    signDoc: JSON.stringify(doc),
    keepFee: true,
    keepMemo: true,
  }
  const reading = readSignRequest({ method: 'signAmino', params }, account)
  if (reading.kind !== 'request' || reading.request.kind !== 'permit')
    throw new Error(JSON.stringify(reading))
  return reviewPermit(reading.request, labels)
}

describe('permits', () => {
  it('show who may read what at which contracts', () => {
    expect(review()).toMatchObject({
      name: 'for the dapp',
      permissions: [
        { name: 'balance', text: 'read your balance' },
        { name: 'history', text: expect.stringContaining('past and future') },
      ],
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
    expect(review({ ...blanket, expires: '2026-02-01T00:00:00.000Z' })).toMatchObject({
      tokens: [],
      starts: '2026-01-01 00:00 UTC',
      expires: '2026-02-01 00:00 UTC',
    })
  })

  const texts = (permit: ReturnType<typeof review>): string =>
    permit.warnings.map(({ text }) => text).join('\n')

  it('S119: contracts that nobody knows here are said to be unknown, and have no label', () => {
    const found = review({ allowedTokens: [SSCRT, BOB] })
    expect(found.tokens).toEqual([{ contract: SSCRT, label: 'sSCRT' }, { contract: BOB }])
    expect(texts(found)).toContain('does not know 1 of its 2 contracts')
    expect(texts(review({ allowedTokens: [BOB] }))).toContain('knows no contract in it')
    expect(texts(review())).not.toContain('your list of tokens')
  })

  it('S119: two contracts of one name, and a known name at another address, are told apart', () => {
    const labels = new Map([
      [SSCRT, 'TOKEN'],
      [BOB, 'token'],
    ])
    expect(texts(review({ allowedTokens: [SSCRT, BOB] }, labels))).toContain('have the same name')
    const mainnet = { chainId: 'secret-4', allowedTokens: [BOB] }
    const impostor = review(mainnet, new Map([[BOB, 'sSCRT']]))
    expect(texts(impostor)).toContain(`not the one that Sotto knows, which is ${SSCRT}`)
    expect(review({ ...mainnet, allowedTokens: [SSCRT] }, new Map()).tokens).toEqual([
      { contract: SSCRT, label: 'sSCRT' },
    ])
  })

  it('S119: a permission that nobody knows, and an end before the beginning, are said', () => {
    const found = review({
      permissions: ['everything\u202e'],
      created: '2026-02-01T00:00:00Z',
      expires: '2026-01-01T00:00:00Z',
    })
    expect(found.permissions[0]).toMatchObject({ name: 'everything\\u{202e}' })
    expect(texts(found)).toContain('does not know')
    expect(texts(found)).toContain('ends before it begins')
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

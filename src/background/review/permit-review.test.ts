import { utf8 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { permitSignDoc } from '../../chain/codec/index'
import { addressFromBytes } from '../../domain/index'
import type { PermitReview } from '../../messages/popup'
import type { SignedPermit } from '../permits/signed-permit-schema'
import { BOB, CHAIN_ID, fakeVault, SSCRT } from '../wallet.fake'
import { reviewPermit } from './permit-review'
import { reviewedText } from './review.fake'
import { readSignRequest } from './sign-request'

const account = await fakeVault().account()
const SITE = 'https://dapp.example'
const signer = { account: account.address, origin: SITE }
const NOW = Date.parse('2026-01-15T00:00:00Z')

function review(
  change: Partial<Parameters<typeof permitSignDoc>[0]> = {},
  labels: ReadonlyMap<string, string> = new Map([[SSCRT, 'sSCRT']]),
  signed: readonly SignedPermit[] = [],
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
  return reviewPermit(reading.request, { labels, signed, signer, now: NOW })
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

  it('S119: one that has ended is said to have, from the very moment of its end', () => {
    const expiring = (expires: string) => texts(review({ created: '2026-01-01T00:00:00Z', expires }))
    expect(expiring('2026-01-15T00:00:00Z')).toContain('This permit has already ended.')
    expect(expiring('2025-12-31T00:00:00.000000001Z')).toContain('ends before it begins')
    expect(texts(review({ expires: '2025-12-31T00:00:00Z' }))).toContain('already ended')
    expect(expiring('2026-01-15T00:00:00.001Z')).not.toContain('ended')
  })
})

describe('S119: permits of one name', () => {
  const OTHER = addressFromBytes(new Uint8Array(20).fill(8))
  const MINE: SignedPermit = {
    ...signer,
    chainId: CHAIN_ID,
    name: 'for the dapp',
    tokens: [SSCRT],
    permissions: ['balance'],
    at: NOW - 1000,
  }
  const ELSEWHERE = { ...MINE, origin: 'https://other.example' }

  function said(
    signed: readonly SignedPermit[],
    change: Parameters<typeof review>[0] = {},
  ): PermitReview['warnings'] {
    return review(change, undefined, signed).warnings.filter(({ text }) => text.includes('of this name'))
  }

  it('are revoked together, which is a caution when another site has the other', () => {
    const text = `You signed a permit of this name before, for sSCRT, for https://other.example. Revoking one revokes both.`
    expect(said([ELSEWHERE])).toEqual([{ level: 'caution', text }])
    expect(said([MINE])).toEqual([{ level: 'note', text: text.replace('other', 'dapp') }])
    expect(said([MINE, ELSEWHERE])).toMatchObject([
      {
        level: 'caution',
        text: expect.stringMatching(
          /for https:\/\/dapp\.example and https:\/\/other\.example\. .* all of them\.$/,
        ),
      },
    ])
  })

  it.each<[string, Partial<SignedPermit>]>([
    ['another name', { name: 'For the dapp' }],
    ['another contract', { tokens: [BOB] }],
    ['another network', { chainId: 'pulsar-3' }],
    ['another account', { account: BOB }],
    ['a time that is over', { expires: '2026-01-15T00:00:00Z' }],
  ])('have nothing to do with one for %s', (_, change) => {
    expect(said([{ ...ELSEWHERE, ...change }])).toEqual([])
  })

  it('meet in every contract when one of them is for all', () => {
    const all = { allowedTokens: ['ANY_TOKEN'], created: '2026-01-01T00:00:00Z' }
    expect(said([{ ...ELSEWHERE, tokens: ['ANY_TOKEN'] }])[0]?.text).toContain('for sSCRT, for')
    expect(said([ELSEWHERE], all)[0]?.text).toContain('for sSCRT, for')
    expect(said([{ ...ELSEWHERE, tokens: ['ANY_TOKEN'] }], all)[0]?.text).toContain('for every token, for')
  })

  it('are said in one short sentence, however many and however long their names', () => {
    const tokens = Array.from({ length: 90 }, (_, n) => addressFromBytes(new Uint8Array(20).fill(n)))
    const signed = tokens.map((_, n) => ({
      ...MINE,
      name: 'n'.repeat(200),
      tokens,
      origin: `https://${n}.example`,
    }))
    const [warning, ...others] = said(signed, {
      permitName: 'n'.repeat(5000),
      allowedTokens: [...tokens, OTHER],
    })
    expect(others).toEqual([])
    expect(warning?.text).toContain('87 more contracts')
    expect(warning?.text).toContain('87 more sites')
    expect(warning?.text.length).toBeLessThan(400)
  })
})

describe('texts', () => {
  it('are shown as they are, and bytes as bytes', () => {
    expect(reviewedText(utf8.decode('Log in at dapp.example\nnonce 5'))).toMatchObject({
      printable: true,
      text: 'Log in at dapp.example\nnonce 5',
      warnings: [{ level: 'note' }],
    })
    expect(reviewedText(Uint8Array.of(0xff, 0, 1))).toMatchObject({
      printable: false,
      text: '',
      hex: 'ff0001',
      warnings: [{ level: 'danger' }, { level: 'note' }],
    })
  })

  it('U57: write out what cannot be seen', () => {
    expect(reviewedText(utf8.decode('a\u202eb'))).toMatchObject({
      text: 'a\\u{202e}b',
      warnings: [{ level: 'caution' }, {}],
    })
  })
})

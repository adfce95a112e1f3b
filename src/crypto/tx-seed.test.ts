import { hkdfSync } from 'node:crypto'
import { hex } from '@scure/base'
import { describe, expect, it } from 'vitest'
import accounts from '../../vectors/accounts.json'
import golden from '../../vectors/golden-signatures.json'
import vectors from '../../vectors/keplr-tx-seeds.json'
import { codeOf } from './code-of.fake'
import { Mnemonic } from './mnemonic'
import { SigningKey } from './signing-key'
import { deriveKeplrTxSeed, deriveTxSeed, TxSeed } from './tx-seed'

const mnemonics = new Map([
  ['a', accounts.accounts.find(({ name }) => name === 'a')?.mnemonic],
  ['abandon', golden.mnemonic],
])

async function accountKey(account: string, coinType: number): Promise<SigningKey> {
  const seed = await Mnemonic.fromText(mnemonics.get(account) ?? '').seed()
  return SigningKey.fromSeed(seed, {
    coinType: coinType === 118 ? 118 : 529,
    account: 0,
    change: 0,
    index: 0,
  })
}

describe('tx seeds', () => {
  it('reads what Keplr derives for the same account', async () => {
    for (const { account, coinType, chainId, seed, publicKey, accountPublicKey } of vectors.cases) {
      const key = await accountKey(account, coinType)
      if (accountPublicKey !== undefined) expect(hex.encode(key.publicKey())).toBe(accountPublicKey)
      const derived = deriveKeplrTxSeed(key, chainId)
      expect(hex.encode(derived.pair().publicKey)).toBe(publicKey)
      expect(derived.pair()).toEqual(TxSeed.fromBytes(hex.decode(seed)).pair())
    }
  })

  it('derives a seed of its own for each account and chain, and never Keplr’s', async () => {
    const [a, b] = [await accountKey('a', 529), await accountKey('a', 118)]
    const seeds = [
      deriveTxSeed(a, 'secret-4'),
      deriveTxSeed(a, 'pulsar-3'),
      deriveTxSeed(b, 'secret-4'),
      deriveKeplrTxSeed(a, 'secret-4'),
    ]
    expect(new Set(seeds.map((seed) => hex.encode(seed.pair().publicKey))).size).toBe(4)
    expect(deriveTxSeed(a, 'secret-4').pair()).toEqual(seeds[0]?.pair())
  })

  it('keeps deriving the same own seed: another one would lose the history', () => {
    const key = SigningKey.fromBytes(new Uint8Array(32).fill(7))
    expect(hex.encode(deriveTxSeed(key, 'secret-4').pair().publicKey)).toMatchInlineSnapshot(
      `"467696a2d8b3ccf7b23e83b5f808ec7ce57f4055bbb66dd415cc84fc6eebe26d"`,
    )
  })

  it('takes an ephemeral seed from the randomness given, and wipes the source', () => {
    const source = new Uint8Array(32).fill(5)
    const seed = TxSeed.ephemeral(() => source)
    expect(seed.pair()).toEqual(TxSeed.fromBytes(new Uint8Array(32).fill(5)).pair())
    expect(source).toEqual(new Uint8Array(32))
    expect(codeOf(() => TxSeed.ephemeral(() => new Uint8Array(31)))).toBe('tx-seed/length')
  })

  it('derives the seed of a query by HKDF over its nonce, as Node does', () => {
    const seed = TxSeed.fromBytes(new Uint8Array(32).fill(5))
    const nonce = Uint8Array.from({ length: 32 }, (_, index) => index)
    const bytes = hkdfSync('sha256', new Uint8Array(32).fill(5), 'sotto/query-seed/v1', nonce, 32)
    expect(seed.forQuery(nonce).pair()).toEqual(TxSeed.fromBytes(new Uint8Array(bytes)).pair())
    expect(seed.forQuery(nonce.with(31, 0)).pair()).not.toEqual(seed.forQuery(nonce).pair())
  })
})

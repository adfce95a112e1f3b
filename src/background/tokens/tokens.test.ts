import { describe, expect, it } from 'vitest'
import { parseAddress } from '../../domain/index'
import { createKnownChains } from '../networks/known-chains'
import { type FakeBrowser, fakeBrowser } from '../platform.fake'
import { createStore, type Sealer } from '../storage/stored'
import type { BalanceAnswer } from './token-questions'
import { createTokens, type Tokens } from './tokens'

const OPEN: Sealer = {
  name: async (identity) => identity,
  seal: async (_, plaintext) => plaintext,
  open: async (_, sealed) => sealed,
}
const ACCOUNT = parseAddress('secret1ap26qrlp8mcq2pg6r47w43l0y8zkqm8a450s03')
const OTHER = parseAddress('secret1fc3fzy78ttp0lwuujw7e52rhspxn8uj52zfyne')
const TOKEN = {
  contract: parseAddress('secret1ajz54hz8azwuy34qwy9fkjnfcrvf0dzswy0lqq'),
  codeHash: 'a'.repeat(64),
  name: 'Secret SCRT',
  symbol: 'sSCRT',
  decimals: 6,
}
const NO_KEY = /no viewing key/

interface Setup {
  readonly browser: FakeBrowser
  account: typeof ACCOUNT
  answer: BalanceAnswer
  tokens(): Tokens
}

function setup(): Setup {
  const browser = fakeBrowser()
  const made: Setup = {
    browser,
    account: ACCOUNT,
    answer: { kind: 'known', amount: 5n, codeHash: TOKEN.codeHash },
    tokens: () =>
      createTokens({
        store: createStore(browser.storage),
        sealer: OPEN,
        account: async () => ({
          name: 'Account 1',
          address: made.account,
          colour: 0,
          hidden: false,
          publicKey: new Uint8Array(33),
          key: { secretId: 's1' },
        }),
        chains: createKnownChains({ store: createStore(browser.storage), sealer: OPEN }),
        questions: { balance: async () => made.answer },
        clock: browser.clock,
        changed: () => undefined,
        added: () => undefined,
      }),
  }
  return made
}

describe('tokens', () => {
  it('belong to one account on one network', async () => {
    const made = setup()
    await made.tokens().add('secret-4', TOKEN)
    expect(await made.tokens().find('secret-4', TOKEN.contract)).toMatchObject(TOKEN)
    expect(await made.tokens().list('pulsar-3')).toEqual([])
    made.account = OTHER
    expect(await made.tokens().list('secret-4')).toEqual([])
  })

  it('keep their viewing key until another one comes, and stay one', async () => {
    const { tokens } = setup()
    await tokens().add('secret-4', { ...TOKEN, viewingKey: 'one' })
    await tokens().add('secret-4', TOKEN)
    expect((await tokens().find('secret-4', TOKEN.contract))?.viewingKey).toBe('one')
    await tokens().add('secret-4', { ...TOKEN, viewingKey: 'two' })
    expect(await tokens().list('secret-4')).toMatchObject([{ viewingKey: 'two' }])
  })

  it('say why there is no balance to show', async () => {
    const { tokens } = setup()
    await tokens().add('secret-4', TOKEN)
    expect(await tokens().views('secret-4')).toMatchObject([
      {
        symbol: 'sSCRT',
        hasViewingKey: false,
        balance: { kind: 'failed', message: expect.stringMatching(NO_KEY) },
      },
    ])
  })

  it('S119: show the balance, keep it, and keep the last one beside a failure, such as of a revoked key', async () => {
    const made = setup()
    const tokens = made.tokens()
    await tokens.add('secret-4', { ...TOKEN, viewingKey: 'one' })
    expect(await tokens.views('secret-4')).toMatchObject([{ balance: { kind: 'loading' } }])
    await tokens.refresh('secret-4')
    const known = { amount: '5', asOf: made.browser.now }
    expect(await made.tokens().views('secret-4')).toMatchObject([
      { hasViewingKey: true, balance: { kind: 'known', ...known } },
    ])
    made.answer = { kind: 'failed', message: 'The viewing key is no longer valid.' }
    await tokens.refresh('secret-4')
    expect(await tokens.views('secret-4')).toMatchObject([
      { balance: { kind: 'failed', message: made.answer.message, last: known } },
    ])
    expect(JSON.stringify(await tokens.views('secret-4'))).not.toContain('"one"')
  })

  it('follow a contract that moved to other code', async () => {
    const made = setup()
    await made.tokens().add('secret-4', { ...TOKEN, viewingKey: 'one' })
    made.answer = { kind: 'known', amount: 5n, codeHash: 'b'.repeat(64) }
    await made.tokens().refresh('secret-4')
    expect(await made.tokens().find('secret-4', TOKEN.contract)).toMatchObject({ codeHash: 'b'.repeat(64) })
  })

  it('go with their balance and key when they are removed', async () => {
    const made = setup()
    await made.tokens().add('secret-4', { ...TOKEN, viewingKey: 'one' })
    await made.tokens().refresh('secret-4')
    await made.tokens().remove('secret-4', TOKEN.contract)
    expect(await made.tokens().views('secret-4')).toEqual([])
    await made.tokens().add('secret-4', TOKEN)
    expect(await made.tokens().views('secret-4')).toMatchObject([
      { hasViewingKey: false, balance: { kind: 'failed' } },
    ])
    expect(await made.tokens().find('secret-4', TOKEN.contract)).not.toHaveProperty('viewingKey')
  })
})

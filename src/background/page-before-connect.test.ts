import { base64 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { PAGE_METHODS, type PageErrorCode, type PageMethod } from '../messages/page'
import type { PageParams } from '../messages/page-schema'
import { auxParams, bankSend, directParams, errorCode, fakePage, ownAddress, views } from './page-side.fake'
import { CHAIN_ID, CODE_HASH, fakeWallet, SSCRT, type Wallet } from './wallet.fake'

/** Parameters that are right in every way but one: the page was never connected. */
async function paramsOf(wallet: Wallet): Promise<PageParams> {
  const signer = await ownAddress(wallet)
  const bytes = (length: number): string => base64.encode(new Uint8Array(length).fill(1))
  const at = { chainId: CHAIN_ID }
  const doc = {
    chain_id: CHAIN_ID,
    account_number: '7',
    sequence: '2',
    fee: { amount: [], gas: '1' },
    msgs: [],
    memo: '',
  }
  return {
    connect: { chainIds: [CHAIN_ID] },
    disconnect: { chainIds: [CHAIN_ID] },
    getAccount: at,
    signAmino: { ...at, signer, signDoc: JSON.stringify(doc), keepFee: true, keepMemo: true },
    signDirect: await directParams(wallet, [await bankSend(wallet)]),
    signDirectAux: await auxParams(wallet, [await bankSend(wallet)]),
    getTxPublicKey: at,
    getTxKey: { ...at, nonce: bytes(32) },
    sealMessage: { ...at, codeHash: CODE_HASH, message: '{}' },
    openCiphertext: { ...at, ciphertext: bytes(64), nonce: bytes(32) },
    addToken: { ...at, contract: SSCRT, viewingKey: 'theirs' },
    getViewingKey: { ...at, contract: SSCRT },
    suggestChain: {
      chainId: 'mine-1',
      name: 'Mine',
      endpoint: 'http://localhost:1317',
      bech32Prefix: 'secret',
      coinType: 529,
      denom: 'umine',
      symbol: 'MINE',
      decimals: 6,
      saysSecret: true,
    },
    renameAccount: { name: 'Theirs', editable: true },
    isConnected: { chainIds: [CHAIN_ID] },
    getNetworks: {},
    sendTx: { ...at, tx: bytes(100) },
    waitForTx: { ...at, hash: bytes(32) },
    verifyText: { ...at, signer, data: bytes(5), publicKey: bytes(33), signature: bytes(64) },
    getStanding: {},
  }
}

/** What comes of each: a question to the person, an answer that says nothing of the account, or a refusal. */
const COMES_OF: Record<PageMethod, 'connect' | 'add-chain' | 'answer' | PageErrorCode> = {
  connect: 'connect',
  disconnect: 'answer',
  getAccount: 'connect',
  signAmino: 'connect',
  signDirect: 'connect',
  signDirectAux: 'connect',
  getTxPublicKey: 'connect',
  getTxKey: 'connect',
  sealMessage: 'connect',
  openCiphertext: 'connect',
  addToken: 'connect',
  getViewingKey: 'connect',
  suggestChain: 'add-chain',
  renameAccount: 'connect',
  isConnected: 'answer',
  getNetworks: 'answer',
  sendTx: 'connect',
  waitForTx: 'tx-unclear',
  verifyText: 'connect',
  getStanding: 'answer',
}

const TOKEN = {
  contract: SSCRT,
  codeHash: CODE_HASH,
  name: 'x',
  symbol: 'X',
  decimals: 6,
  viewingKey: 'mine',
}

describe('P1: a page that was never connected', () => {
  it.each(PAGE_METHODS)('gets nothing of the account by %s, and no node hears of it', async (method) => {
    const wallet = fakeWallet()
    wallet.tokens.push(TOKEN)
    const asked: string[] = []
    wallet.browser.respond = (url) => {
      asked.push(url)
      throw new TypeError('Failed to fetch')
    }
    const params = await paramsOf(wallet)
    const answer = await fakePage(wallet).call(method, params[method])
    const [question] = await views(wallet)
    const outcome = answer?.kind === 'done' ? answer.outcome : undefined
    expect(question?.body.kind ?? errorCode(outcome) ?? 'answer').toBe(COMES_OF[method])
    expect(question === undefined).toBe(answer?.kind === 'done')
    const { publicKey } = await wallet.vault.account()
    for (const secret of [await ownAddress(wallet), base64.encode(publicKey), 'mine'])
      expect(JSON.stringify(answer)).not.toContain(secret)
    expect(wallet.vault.signatures).toBe(0)
    expect(wallet.tokens).toEqual([TOKEN])
    expect(asked).toEqual([])
  })
})
